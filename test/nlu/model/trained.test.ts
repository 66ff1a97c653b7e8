import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { PROJECT_ROOT } from '../../../src/config.ts';
import { ConfigError } from '../../../src/errors.ts';
import { loadModel } from '../../../src/nlu/model/load-model.ts';
import { learnedFromNow, readCard } from '../../../src/wiring/training.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the model in config', () => {
  it('was learned from the messages and words that stand beside it', async () => {
    const card = readCard(CONFIG);
    expect(card?.learnedFrom, 'run ./ventanilla train').toBe(await learnedFromNow(CONFIG));
    expect(card?.authors).toBeGreaterThanOrEqual(10);
    expect(card?.messages).toBeGreaterThanOrEqual(7_500);
    expect(card?.bytes).toBeLessThan(40 * 2 ** 20);
  });
});

describe('a model that cannot be used', () => {
  it('refuses to start and names the command that makes it anew', async () => {
    const catalogue = await loadCatalogue(CONFIG);
    expect(loadModel(folder, catalogue)).toBeNull();
    writeFileSync(path.join(folder, 'model.bin'), 'nonsense');
    expect(() => loadModel(folder, catalogue)).toThrow(ConfigError);
    expect(() => loadModel(folder, catalogue)).toThrow(/run \.\/ventanilla train/);
    const fewer = { emergencies: new Map([...catalogue.emergencies].slice(1)) };
    expect(() => loadModel(CONFIG, fewer)).toThrow('other kinds of emergency');
  });
});
