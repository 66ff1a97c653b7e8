import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWhereOf } from '../../../src/catalogue/where.ts';
import { PROJECT_ROOT } from '../../../src/config.ts';
import { encodeModel } from '../../../src/nlu/model/model-file.ts';
import { createRules } from '../../../src/nlu/rules.ts';
import { learnWhere, prepareWhere } from '../../../src/nlu/where/learn-where.ts';
import { loadWhere, whereFile } from '../../../src/nlu/where/load-where.ts';
import { readWhere, whereInput } from '../../../src/nlu/where/read-where.ts';
import { whereNow } from '../../../src/wiring/training-small.ts';
import { openStage } from '../../support/stage.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');
const stage = await openStage();
const rules = createRules(stage.catalogue, stage.route);
const labelled = readWhereOf(CONFIG);

it('the model of where in config was learned from the texts that stand beside it', () => {
  expect(loadWhere(CONFIG)?.learnedFrom, 'run ./ventanilla train --where').toBe(whereNow(CONFIG));
});

it('the same texts teach the same, to the byte', () => {
  const few = prepareWhere(
    labelled.filter(({ author }) => author <= 'a2'),
    rules,
  );
  const [once, again] = [learnWhere(few), learnWhere(few)];
  expect(encodeModel(once, 'x').equals(encodeModel(again, 'x'))).toBe(true);
});

it('what nobody taught is found whole more often than not, and seldom where nothing is told', () => {
  const isUnseen = (author: string): boolean => author === 'a2' || author === 'a5';
  const model = learnWhere(
    prepareWhere(
      labelled.filter(({ author }) => !isUnseen(author)),
      rules,
    ),
  );
  const unseen = labelled.filter(({ author }) => isUnseen(author));
  const isWhole = ({ text, answer, where }: (typeof unseen)[number]): boolean =>
    readWhere(model, whereInput(rules, text, answer)).join('|') === where.join('|');
  expect(unseen.filter(isWhole).length / unseen.length).toBeGreaterThan(0.6);
  const silent = unseen.filter(({ where }) => where.length === 0);
  expect(silent.filter(isWhole).length / silent.length).toBeGreaterThan(0.85);
});

describe('the words that say where', () => {
  const where = (text: string): string[] | null => stage.classifier.where(text, true);

  it.each([
    [
      'es por la capilla vieja de Soná y el señor del carro dijo que no vuelve',
      'por la capilla vieja de Soná',
    ],
    ['no sé qué más quiere que le diga', ''],
    ['calle sexta, casa 14, Chitré. mi teléfono es 66660000', 'calle sexta, casa 14, Chitré'],
  ])('are taken as they stand: %s', (text, words) => {
    expect(where(text)?.join('|')).toBe(words);
  });

  it('stand in the text whatever it is', () => {
    for (const text of [
      '',
      '   ',
      '😀',
      'x'.repeat(10_000),
      'en '.repeat(5_000),
      '\ud800 en Soná',
      'e\u0301n Sona\u0301',
    ])
      for (const words of where(text) ?? []) expect(text.toWellFormed().normalize('NFC')).toContain(words);
  });

  it('are not told where nothing was learned', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'where-'));
    expect(loadWhere(folder)).toBeNull();
    const bytes = readFileSync(whereFile(CONFIG));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(whereFile(folder), bytes);
    expect(() => loadWhere(folder)).toThrow(/where\.bin.*run \.\/ventanilla train/s);
    rmSync(folder, { recursive: true });
  });
});
