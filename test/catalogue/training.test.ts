import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLabelled, readTraining } from '../../src/catalogue/training.ts';
import { readVocabulary } from '../../src/catalogue/vocabulary.ts';
import { ConfigError, type Problem } from '../../src/errors.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const catalogue = smallCatalogue();
let folder = '';

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'training-')), 'config', 'training');
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(path.join(folder, '../..'), { recursive: true }));

const GOOD = {
  ...{ id: 'ana-1', text: 'hay un tubo roto', intent: 'report', kind: 'queja', agencies: ['idaan'] },
  ...{ service: 'water_leak', district: null, emergency: null },
};

function problemsOf(...lines: unknown[]): string[] {
  const text = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(path.join(folder, 'ana.jsonl'), text);
  try {
    readTraining(folder, catalogue);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ where, reason }) => `${where}: ${reason}`);
  }
}

describe('labelled messages', () => {
  it('are read with their author, the name of the file', () => {
    writeFileSync(path.join(folder, 'ana.jsonl'), `${JSON.stringify(GOOD)}\n`);
    expect(readTraining(folder, catalogue)).toEqual([{ ...GOOD, author: 'ana' }]);
  });

  it('may say the same where two people wrote it', () => {
    writeFileSync(path.join(folder, 'ana.jsonl'), JSON.stringify(GOOD));
    writeFileSync(path.join(folder, 'beto.jsonl'), JSON.stringify({ ...GOOD, id: 'beto-1' }));
    expect(readTraining(folder, catalogue)).toHaveLength(2);
  });

  it.each([
    ['{"id": broken', 'config/training/ana.jsonl:1: is no labelled message in JSON'],
    [
      { ...GOOD, agencies: ['nobody'] },
      'config/training/ana.jsonl:1: "agencies": there is no agency "nobody"',
    ],
    [
      { ...GOOD, service: 'nothing' },
      'config/training/ana.jsonl:1: "service": there is no service "nothing"',
    ],
    [
      { ...GOOD, district: '9999' },
      'config/training/ana.jsonl:1: "district": there is no district with the code "9999"',
    ],
    [
      { ...GOOD, emergency: 'dragon' },
      'config/training/ana.jsonl:1: "emergency": there is no category "dragon"',
    ],
    ['["ana-1"]', 'config/training/ana.jsonl:1: is no labelled message in JSON'],
    [{ ...GOOD, text: ' \n' }, 'config/training/ana.jsonl:1: "text": is empty: write the message'],
    [{ ...GOOD, service: undefined }, 'config/training/ana.jsonl:1: "service": is missing: add it'],
    [
      { ...GOOD, mood: 'cross' },
      'config/training/ana.jsonl:1: "mood" is not known here: correct its name or remove it',
    ],
    [
      { ...GOOD, kind: 'complaint' },
      'config/training/ana.jsonl:1: "kind": must be one of queja, denuncia, idea, sugerencia',
    ],
    [
      { ...GOOD, agencies: 'idaan' },
      'config/training/ana.jsonl:1: "agencies": must be a list: [one, two], or a line with "- " for each',
    ],
    [{ ...GOOD, intent: 'info' }, 'config/training/ana.jsonl:1: "kind" goes with the intent report only'],
  ])('%j is named with file, line and reason', (line, problem) => {
    expect(problemsOf(line)).toContain(problem);
  });

  it('name an id and a text used twice, and every mistake at once', () => {
    expect(problemsOf(GOOD, { ...GOOD, agencies: ['nobody'] })).toEqual([
      'config/training/ana.jsonl:2: "agencies": there is no agency "nobody"',
      'config/training/ana.jsonl:2: the same id stands at config/training/ana.jsonl:1: remove one',
      'config/training/ana.jsonl:2: the same text stands at config/training/ana.jsonl:1: remove one',
    ]);
  });

  it('name an id that stands in the file of another author', () => {
    writeFileSync(path.join(folder, 'beto.jsonl'), JSON.stringify({ ...GOOD, text: 'no hay luz' }));
    expect(problemsOf(GOOD)).toEqual([
      'config/training/beto.jsonl:1: the same id stands at config/training/ana.jsonl:1: remove one',
    ]);
  });

  it('say how many mistakes there are beyond the first fifty', () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({
      ...GOOD,
      id: `ana-${i}`,
      text: `t ${i}`,
      service: 'x',
    }));
    const problems = problemsOf(...lines);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('config/training/ana.jsonl:51: this mistake and 9 more follow');
  });

  it('of a file elsewhere are named by its own path', () => {
    const file = path.join(folder, 'test.jsonl');
    writeFileSync(file, JSON.stringify({ ...GOOD, agencies: ['nobody'] }));
    expect(() => readLabelled(file, catalogue)).toThrow(`${file}:1: "agencies": there is no agency "nobody"`);
    expect(() => readLabelled(`${file}.gone`, catalogue)).toThrow(`${file}.gone: cannot be read`);
  });

  it('must be there', () => {
    expect(() => readTraining(folder, catalogue)).toThrow('holds no file of labelled messages');
    expect(() => readTraining(path.join(folder, 'none'), catalogue)).toThrow('cannot be read');
  });
});

describe('the vocabulary', () => {
  const services = new Set(['water_leak', 'pothole']);

  async function read(text: string): Promise<{ lists: Map<string, string[]>; problems: string[] }> {
    writeFileSync(path.join(folder, '../vocabulary.txt'), text);
    const problems: Problem[] = [];
    const lists = await readVocabulary(path.dirname(folder), services, problems);
    return { lists, problems: problems.map(({ where, reason }) => `${where}: ${reason}`) };
  }

  it('is a list of terms for each service, over as many lines as it takes', async () => {
    const { lists, problems } = await read(
      '# why\nwater_leak: manantial; charco;\n  acera mojada\n\npothole: cráter\n',
    );
    expect(problems).toEqual([]);
    expect(lists.get('water_leak')).toEqual(['manantial', 'charco', 'acera mojada']);
    expect(lists.get('pothole')).toEqual(['cráter']);
  });

  it('names each mistake with its line', async () => {
    const { problems } = await read(`charco\nwater_leak: a;; b\nnothing: c\nwater_leak: ${'d'.repeat(70)}\n`);
    expect(problems).toEqual([
      'config/vocabulary.txt:1: terms stand before any service: write its id and a colon first',
      'config/vocabulary.txt:2: a term is empty: remove one of the two semicolons',
      'config/vocabulary.txt:3: there is no service "nothing"',
      'config/vocabulary.txt:4: the service "water_leak" stands twice: put its terms together',
      `config/vocabulary.txt:4: "${'d'.repeat(30)}…" is too long for a term: part it with semicolons`,
    ]);
  });

  it('may be missing', async () => {
    expect(await readVocabulary(path.dirname(folder), services, [])).toEqual(new Map());
  });
});
