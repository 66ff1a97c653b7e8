import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig, createApp, createUnderstanding } from '../../src/app.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { findDuplicates } from '../../src/wiring/understanding.ts';
import { settingsIn } from '../support/running-desk.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');

/** The office's own configuration with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'config-')), 'config');
  cpSync(CONFIG, folder, { recursive: true });
  const target = path.join(folder, file);
  writeFileSync(target, change(readFileSync(target, 'utf8')));
  return folder;
}

const problemsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error('it was not refused');
  return error.problems.map(({ where, reason }) => `${where}: ${reason}`);
};

describe('config check', () => {
  it('counts what the office edits', async () => {
    expect(await checkConfig(CONFIG)).toMatchObject({
      agencies: expect.any(Number),
      sentences: expect.any(Number),
      'labelled messages': expect.any(Number),
      'frozen messages': expect.any(Number),
    });
  });

  it('names what is wrong with a labelled message, beside the rest', async () => {
    const folder = changed('training/p01.jsonl', text => text.replace('"idaan"', '"nobody"'));
    writeFileSync(path.join(folder, 'texts/es.yaml'), 'a: [');
    const problems = await problemsOf(checkConfig(folder));
    expect(problems).toContain('config/training/p01.jsonl:1: "agencies": there is no agency "nobody"');
    expect(problems.some(line => line.startsWith('config/texts/es.yaml'))).toBe(true);
  });

  it('names what is wrong with a frozen message', async () => {
    const folder = changed('frozen/dangers.jsonl', text => text.replace('"medica"', '"dragon"'));
    const [problem] = await problemsOf(checkConfig(folder));
    expect(problem).toMatch(/frozen\/dangers\.jsonl:1: "emergency": there is no category "dragon"$/);
  });

  it('refuses labelled messages when one in a hundred is almost the same as another', async () => {
    const again = (text: string): string => {
      const first = text.split('\n').slice(0, 60);
      const anew = first.map(line => line.replace('"p01-0', '"p01-9').replace('"text": "', '"text": "Y '));
      return [text.trimEnd(), ...anew].join('\n');
    };
    const folder = changed('training/p01.jsonl', again);
    const [problem] = await problemsOf(checkConfig(folder));
    expect(problem).toMatch(/^config\/training: \d+ of \d+ messages are almost the same as another \(p01-/);
    const found = await findDuplicates(folder);
    expect(found.pairs.filter(({ within }) => within).length).toBeGreaterThanOrEqual(60);
  }, 60_000);

  it('does without labelled messages, which an office may not have', async () => {
    const folder = changed('centre.yaml', text => text);
    rmSync(path.join(folder, 'training'), { recursive: true });
    expect(await checkConfig(folder)).not.toHaveProperty('labelled messages');
  });

  it('names what is wrong in the catalogue and in the texts at once', async () => {
    const folder = changed('texts/es.yaml', text => `${text}\nnobody_says_this: Hola\n`);
    writeFileSync(path.join(folder, 'centre.yaml'), 'prefix: "311"\n');
    const problems = await problemsOf(checkConfig(folder));
    expect(problems.some(line => line.startsWith('config/centre.yaml'))).toBe(true);
    expect(problems.some(line => line.includes('nobody_says_this'))).toBe(true);
    // Which dangers have words of their own only the catalogue tells.
    expect(problems.filter(line => /emergency\.own|advice\./.test(line))).toEqual([]);
  });

  it('finds a road for news that is no channel, and so does the start', async () => {
    const folder = changed('notices.yaml', text =>
      text.replace('[conversation, sms, email]', '[conversation, smms]'),
    );
    const wrong = 'config/notices.yaml: there is no channel "smms": correct its name or remove it';
    expect(await problemsOf(checkConfig(folder))).toEqual([wrong]);
    expect(await problemsOf(createApp(settingsIn({ CONFIG_DIR: folder })))).toEqual([wrong]);
  });

  it('refuses pictures and films that would be kept with the place in them, and so does the start', async () => {
    const folder = changed('centre.yaml', text =>
      text.replace('image/gif', 'image/tiff, video/webm, audio/x-unheard, image/gif'),
    );
    const problems = await problemsOf(checkConfig(folder));
    expect(problems.map(line => /^config\/centre\.yaml: limits\.mediaTypes: (\S+) /.exec(line)?.[1])).toEqual(
      ['image/tiff', 'video/webm', 'audio/x-unheard'],
    );
    expect(await problemsOf(createApp(settingsIn({ CONFIG_DIR: folder })))).toEqual(problems);
  });

  it('finds a sentence that nobody wrote, and so does the start', async () => {
    const gone = (text: string): string => text.replace(/^handoff:[\s\S]*?\n(?=\S)/m, '');
    const folder = changed('texts/es.yaml', gone);
    writeFileSync(
      path.join(folder, 'texts/en.yaml'),
      gone(readFileSync(path.join(folder, 'texts/en.yaml'), 'utf8')),
    );
    const missing = 'config/texts/es.yaml: the text "handoff.failed_turn" is missing: write it';
    expect(await problemsOf(checkConfig(folder))).toContain(missing);
    expect(await problemsOf(createApp(settingsIn({ CONFIG_DIR: folder })))).toEqual([missing]);
  });

  it('finds a danger that speaks to who suffers it and has no words of its own, and so does the start', async () => {
    const folder = changed('emergency.yaml', text =>
      text.replace('- id: electrico\n', '- id: electrico\n  personal: true\n'),
    );
    const missing = 'config/texts/es.yaml: the text "emergency.own.electrico" is missing: write it';
    expect(await problemsOf(checkConfig(folder))).toEqual([missing]);
    const problems = await problemsOf(createApp(settingsIn({ CONFIG_DIR: folder })));
    expect(problems).toContain(missing);
  });
});

it('understands without a store', async () => {
  const { classifier } = await createUnderstanding(CONFIG);
  expect(classifier.understand('hay un tubo roto en Cerro Viento').services[0]?.p).toBeGreaterThan(0.3);
  expect(classifier.locate(8.98, -79.52)).not.toBeNull();
});
