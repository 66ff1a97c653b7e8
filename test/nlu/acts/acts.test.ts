import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readActsOf } from '../../../src/catalogue/acts.ts';
import { PROJECT_ROOT } from '../../../src/config.ts';
import { learnActs, prepareActs } from '../../../src/nlu/acts/learn-acts.ts';
import { actsFile, loadActs } from '../../../src/nlu/acts/load-acts.ts';
import { actInput, readActs } from '../../../src/nlu/acts/read-acts.ts';
import { encodeModel } from '../../../src/nlu/model/model-file.ts';
import { createRules } from '../../../src/nlu/rules.ts';
import { actsNow } from '../../../src/wiring/training-small.ts';
import { openStage } from '../../support/stage.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');
const stage = await openStage();
const rules = createRules(stage.catalogue, stage.route);

it('the model of acts in config was learned from the words that stand beside it', () => {
  expect(loadActs(CONFIG)?.learnedFrom, 'run ./ventanilla train --acts').toBe(actsNow(CONFIG));
});

it('the same words teach the same, to the byte', () => {
  const few = prepareActs(
    readActsOf(CONFIG).filter(({ author }) => author <= 'r04'),
    rules,
  );
  const [once, again] = [learnActs(few), learnActs(few)];
  expect(encodeModel(once, 'x').equals(encodeModel(again, 'x'))).toBe(true);
});

it('what nobody taught is read right far more often than not, and nearly always where it is sure', () => {
  const labelled = readActsOf(CONFIG);
  const isUnseen = (author: string): boolean => author === 'r05' || author === 'r11';
  const model = learnActs(
    prepareActs(
      labelled.filter(({ author }) => !isUnseen(author)),
      rules,
    ),
  );
  const unseen = labelled.filter(({ author }) => isUnseen(author));
  const read = unseen.map(({ text, filed, act }) => {
    const [best] = readActs(model, actInput(rules.read(text, {}), filed)).acts;
    return { isRight: best?.id === act, p: best?.p ?? 0 };
  });
  const share = (rows: typeof read): number => rows.filter(({ isRight }) => isRight).length / rows.length;
  expect(share(read)).toBeGreaterThan(0.8);
  const sure = read.filter(({ p }) => p >= 0.85);
  expect(sure.length).toBeGreaterThan(read.length / 2);
  expect(share(sure)).toBeGreaterThan(0.9);
});

it('a damaged model is refused with the command that makes it anew, and a missing one is none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'acts-'));
  expect(loadActs(folder)).toBeNull();
  const bytes = readFileSync(actsFile(CONFIG));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(actsFile(folder), bytes);
  expect(() => loadActs(folder)).toThrow(/acts\.bin.*run \.\/ventanilla train/s);
  rmSync(folder, { recursive: true });
});
