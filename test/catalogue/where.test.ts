import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWhereOf } from '../../src/catalogue/where.ts';

const GOOD = {
  ...{ id: 'ana-1', answer: true, text: 'por la capilla, no sé, en Soná' },
  ...{ where: ['por la capilla', 'Soná'] },
};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'where-'));
  mkdirSync(path.join(folder, 'where'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(...lines: unknown[]): string {
  const text = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(path.join(folder, 'where', 'ana.jsonl'), `${text}\n`);
  return folder;
}

it('texts labelled with where are read with who wrote them, and may be missing altogether', () => {
  expect(readWhereOf(written(GOOD))).toEqual([{ ...GOOD, author: 'ana' }]);
  rmSync(path.join(folder, 'where'), { recursive: true });
  expect(readWhereOf(folder)).toEqual([]);
});

it.each([
  ['broken', /where\/ana\.jsonl:1: is no labelled text in JSON/],
  [{ ...GOOD, where: ['Sona'] }, /where\/ana\.jsonl:1: .*"Sona" does not stand in the text/],
  [{ ...GOOD, where: ['Soná', 'por la capilla'] }, /"por la capilla" does not stand .* in this order/],
  [{ ...GOOD, text: ' ', where: [] }, /is empty: write the words/],
  [{ ...GOOD, answer: 'yes' }, /"answer"/],
])('a mistake is named with file, line and reason: %j', (line, problem) => {
  expect(() => readWhereOf(written(line))).toThrow(problem);
});

it('an id that stands twice is named', () => {
  expect(() => readWhereOf(written(GOOD, GOOD))).toThrow(/"ana-1" stands twice/);
});
