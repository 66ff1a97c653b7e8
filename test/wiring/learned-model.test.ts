import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { ConfigError } from '../../src/errors.ts';
import { learnAnew } from '../../src/wiring/learn-anew.ts';
import { type LearnedCard, layReady, loadInUse, promote, rollBack } from '../../src/wiring/learned-model.ts';
import { baseOf, trainModel } from '../../src/wiring/training.ts';
import { learningOffice } from '../support/learning-office.ts';

const made = learningOffice();
await trainModel(made.configDir);
const catalogue = await loadCatalogue(made.configDir);
const { bytes } = await learnAnew({ ...made, corrections: [], shadow: [] }, () => null);
const NONE = { agency: 0, agencyInThree: 0, kind: 0, intent: 0, danger: 0, calm: 0 };

let dataDir = '';
beforeEach(() => {
  ({ dataDir } = learningOffice());
});

function card(learnedFrom: string, base = baseOf(made.configDir)): LearnedCard {
  return {
    ...{ base, learnedFrom, at: '2026-03-02T15:00:00.000Z', corrections: 1, writers: 1, features: 1 },
    ...{ bytes: bytes.length, before: NONE, after: NONE },
  };
}

async function use(name: string, base?: string): Promise<void> {
  await layReady(dataDir, bytes, card(name, base));
  promote(dataDir);
}

const inUse = () => loadInUse(made.configDir, dataDir, catalogue).card?.learnedFrom ?? 'the office’s own';
const file = (name: string): string => path.join(dataDir, 'model', name);

describe('a learned model', () => {
  it('takes the place of the office’s own, readable by nobody else', async () => {
    expect(inUse()).toBe('the office’s own');
    await use('first');
    expect(inUse()).toBe('first');
    expect(statSync(file('current.bin')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'model')).mode & 0o777).toBe(0o700);
  });

  it('is taken back step by step: the one before, then the office’s own', async () => {
    await use('first');
    await use('second');
    expect(inUse()).toBe('second');
    expect([rollBack(dataDir), inUse()]).toEqual([true, 'first']);
    expect([rollBack(dataDir), inUse()]).toEqual([true, 'the office’s own']);
    expect(rollBack(dataDir)).toBe(false);
  });

  it('counts no more once the office’s own was learned anew', async () => {
    await use('first', 'an older one');
    expect(inUse()).toBe('the office’s own');
  });

  it('counts for nothing when a crash left half of it', async () => {
    await use('first');
    rmSync(file('current.json'));
    expect(inUse()).toBe('the office’s own');
    await use('second');
    rmSync(file('current.bin'));
    expect(inUse()).toBe('the office’s own');
  });

  it('refuses to start when a byte of it is wrong, and names the commands that mend it', async () => {
    await use('first');
    const damaged = readFileSync(file('current.bin'));
    damaged.writeUInt8((damaged.readUInt8(90) + 1) % 256, 90);
    writeFileSync(file('current.bin'), damaged);
    expect(inUse).toThrow(ConfigError);
    expect(inUse).toThrow(/is damaged.*train --rollback, then \.\/ventanilla train --with-corrections/);
    expect([rollBack(dataDir), inUse()]).toEqual([true, 'the office’s own']);
  });
});
