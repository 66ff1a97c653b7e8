import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readActsOf } from '../../src/catalogue/acts.ts';

const GOOD = {
  ...{ id: 'ana-1', situation: 'A', filed: false, text: 'no la mande todavía', act: 'hold' },
  ...{ question: null },
};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acts-'));
  mkdirSync(path.join(folder, 'acts'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(...lines: unknown[]): string {
  const text = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(path.join(folder, 'acts', 'ana.jsonl'), `${text}\n`);
  return folder;
}

describe('labelled acts', () => {
  it('are read with who wrote them', () => {
    expect(readActsOf(written(GOOD))).toEqual([{ ...GOOD, author: 'ana' }]);
  });

  it('may be missing altogether', () => {
    rmSync(path.join(folder, 'acts'), { recursive: true });
    expect(readActsOf(folder)).toEqual([]);
  });

  it.each([
    ['broken', /acts\/ana\.jsonl:1: is no labelled act in JSON/],
    [{ ...GOOD, act: 'sing' }, /acts\/ana\.jsonl:1: .*"act".*must be one of send, hold/],
    [{ ...GOOD, question: 'why' }, /"question".*must be one of howlong/],
    [{ ...GOOD, situation: '7' }, /is no situation/],
    [{ ...GOOD, text: ' ' }, /is empty: write the words/],
    [{ ...GOOD, mood: 'sad' }, /"mood" is not known here/],
  ])('are refused with the line and what is wrong: %j', (line, reason) => {
    expect(() => readActsOf(written(line))).toThrow(reason);
  });

  it('are refused where an id stands twice', () => {
    expect(() => readActsOf(written(GOOD, { ...GOOD, text: 'otra cosa' }))).toThrow('"ana-1" stands twice');
  });
});
