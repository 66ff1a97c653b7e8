import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/errors.ts';
import { checkTexts, loadTexts } from '../src/texts.ts';

let folder = '';

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'texts-')), 'config');
});

afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true });
});

async function write(es: string, en: string): Promise<void> {
  await mkdir(path.join(folder, 'texts'), { recursive: true });
  await writeFile(path.join(folder, 'texts', 'es.yaml'), es);
  await writeFile(path.join(folder, 'texts', 'en.yaml'), en);
}

async function refusal(): Promise<string[]> {
  const error = await loadTexts(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error('the texts were not refused');
  return error.problems.map(({ where, reason }) => `${where}: ${reason}`);
}

describe('saying a sentence', () => {
  beforeEach(() =>
    write(
      [
        'hello: Hola',
        'intake:',
        '  filed: { text: "Su caso es {number}, {name}.", sms: "{name}: {number}" }',
        '  "ask.place": ¿Dónde?',
      ].join('\n'),
      [
        'hello: Hi',
        'intake:',
        '  filed: { text: "Your case is {number}, {name}.", sms: "{name}: {number}" }',
        '  "ask.place": Where?',
      ].join('\n'),
    ),
  );

  it('finds it by its dotted path, in the language asked for', async () => {
    const texts = await loadTexts(folder);
    expect(texts.say('es', 'hello')).toEqual({ text: 'Hola' });
    expect(texts.say('en', 'intake.ask.place')).toEqual({ text: 'Where?' });
  });

  it('fills the placeholders of both wordings', async () => {
    const values = { number: '311-483-920-716', name: 'Ana' };
    expect((await loadTexts(folder)).say('es', 'intake.filed', values)).toEqual({
      text: 'Su caso es 311-483-920-716, Ana.',
      short: 'Ana: 311-483-920-716',
    });
  });

  it('leaves braces in what a citizen wrote as they are', async () => {
    const values = { number: '{name}', name: '$& {number}' };
    const { text } = (await loadTexts(folder)).say('es', 'intake.filed', values);
    expect(text).toBe('Su caso es {name}, $& {number}.');
  });

  it('throws on an unknown key and on a missing value', async () => {
    const texts = await loadTexts(folder);
    expect(() => texts.say('es', 'nonsense')).toThrow('no text "nonsense" in es');
    expect(() => texts.say('es', 'intake.filed', { number: 1 })).toThrow('no value for {name}');
  });
});

describe('texts that cannot be used', () => {
  it('name the file that is missing', async () => {
    expect(await refusal()).toEqual([
      'config/texts/es.yaml: the file is missing or cannot be read: put it back',
      'config/texts/en.yaml: the file is missing or cannot be read: put it back',
    ]);
  });

  it('name the sentence only one language has', async () => {
    await write('a: uno\nb: dos\n', 'a: one\n\nc: three\n');
    expect(await refusal()).toEqual([
      'config/texts/es.yaml:2: "b" is missing in en.yaml: write it there too',
      'config/texts/en.yaml:3: "c" is missing in es.yaml: write it there too',
    ]);
  });

  it('name placeholders that differ between languages and between the wordings', async () => {
    await write('a: Hola {name}\nb: { text: "{x} y {y}", sms: "{x}" }\n', 'a: Hi\nb: "{x} and {y}"\n');
    expect(await refusal()).toEqual([
      'config/texts/es.yaml:2: "b" has {x} {y} in its text and {x} in its sms: make them the same',
      'config/texts/en.yaml:1: "a" has none here and {name} in es.yaml: make them the same',
    ]);
  });

  it('name empty and misshapen entries', async () => {
    await write('a: ""\nb: [uno]\nc: { text: uno, sms: "" }\nd: 5\n', '{}\n');
    expect(await refusal()).toEqual(
      ['a', 'b', 'c', 'd'].map(
        (key, index) =>
          `config/texts/es.yaml:${index + 1}: "${key}" must be a text, or { text: "…", sms: "…" }`,
      ),
    );
  });

  it('name the line of a mistake in the YAML and of a key written twice', async () => {
    await write('a: uno\nb: "dos\n', 'a: one\na: two\n');
    const problems = await refusal();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^config\/texts\/es\.yaml:\d/);
    expect(problems[1]).toBe('config/texts/en.yaml:2: Map keys must be unique: correct the line');
  });

  it('name a key written both nested and with a dot', async () => {
    await write('a: { b: uno }\na.b: dos\n', 'a: { b: one }\n');
    expect(await refusal()).toEqual(['config/texts/es.yaml:2: the text "a.b" is written twice: remove one']);
  });
});

describe('checking texts against their use', () => {
  it('names keys nobody wrote and keys nobody says', async () => {
    await write('a: uno\nb: dos\n', 'a: one\nb: two\n');
    expect(await checkTexts(folder, ['a', 'c'])).toEqual([
      { where: 'config/texts/es.yaml', reason: 'the text "c" is missing: write it' },
      { where: 'config/texts/es.yaml:2', reason: 'nothing says "b": remove it or correct its name' },
      { where: 'config/texts/en.yaml:2', reason: 'nothing says "b": remove it or correct its name' },
    ]);
  });

  it('measures what a text message would carry, accents made plain', async () => {
    const long = 'á'.repeat(310);
    await write(
      `a: { text: "${long}", sms: "${'b'.repeat(306)}" }\nb: "${'á'.repeat(306)}"\nc: "${long}"\n`,
      `a: { text: "${long}", sms: "${'b'.repeat(307)}" }\nb: b\nc: c\n`,
    );
    expect(await checkTexts(folder, ['a', 'b', 'c'])).toEqual([
      {
        where: 'config/texts/es.yaml:3',
        reason: '"c" takes 3 text messages instead of 2: add a shorter "sms" wording',
      },
      {
        where: 'config/texts/en.yaml:1',
        reason: '"a" takes 3 text messages instead of 2: shorten its "sms" wording',
      },
    ]);
  });

  it('finds nothing in texts that are used and fit', async () => {
    await write('a: uno\n', 'a: one\n');
    expect(await checkTexts(folder, ['a'])).toEqual([]);
  });
});
