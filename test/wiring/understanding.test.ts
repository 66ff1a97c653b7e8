import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig, createApp, createUnderstanding } from '../../src/app.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
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
    });
  });

  it('names what is wrong in the catalogue and in the texts at once', async () => {
    const folder = changed('texts/es.yaml', text => `${text}\nnobody_says_this: Hola\n`);
    writeFileSync(path.join(folder, 'centre.yaml'), 'prefix: "311"\n');
    const problems = await problemsOf(checkConfig(folder));
    expect(problems.some(line => line.startsWith('config/centre.yaml'))).toBe(true);
    expect(problems.some(line => line.includes('nobody_says_this'))).toBe(true);
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
});

it('understands without a store', async () => {
  const { classifier } = await createUnderstanding(CONFIG);
  expect(classifier.understand('hay un tubo roto en Cerro Viento').services[0]?.p).toBeGreaterThan(0.3);
  expect(classifier.locate(8.98, -79.52)).not.toBeNull();
});
