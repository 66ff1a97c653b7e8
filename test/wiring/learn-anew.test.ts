import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { nearDuplicates } from '../../src/catalogue/near-duplicates.ts';
import { route } from '../../src/catalogue/route.ts';
import { readTraining } from '../../src/catalogue/training.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { createClassifier } from '../../src/nlu/create-classifier.ts';
import { featuresOf } from '../../src/nlu/model/features.ts';
import { decodeModel } from '../../src/nlu/model/model-file.ts';
import { createRules } from '../../src/nlu/rules.ts';
import { learnAnew, readFrozen, type Studies } from '../../src/wiring/learn-anew.ts';
import { aboutThePark, learningOffice } from '../support/learning-office.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');
const { configDir } = learningOffice();
const catalogue = await loadCatalogue(configDir);
const rules = createRules(catalogue, route(catalogue));
const SEESAW = 'el subibaja chirría toda la noche y despierta a los vecinos de la plazoleta de arriba';
const NEIGHBOURS = ['gil', 'hugo', 'ines', 'juan', 'kira'].map(name =>
  aboutThePark(name, `${SEESAW}, dice ${name}`),
);

async function learned(corrections: Studies['corrections'], shadow: Studies['shadow'] = []) {
  const studied = await learnAnew({ configDir, corrections, shadow }, () => null);
  const decoded = decodeModel(Buffer.from(studied.bytes));
  if ('problem' in decoded) throw new Error(decoded.problem);
  const { understand } = createClassifier(catalogue, route(catalogue), decoded.model, { rules });
  const knows = (text: string): number =>
    featuresOf(rules.read(text, {}).reading).filter(feature => decoded.model.words.has(feature)).length;
  return { ...studied, model: decoded.model, understand, knows };
}

describe('a model that learned from corrections', () => {
  it('finds what only citizens called so', async () => {
    const before = await learned([]);
    const after = await learned(NEIGHBOURS);
    expect(before.understand(SEESAW).services[0]?.id).not.toBe('park');
    expect(after.understand(SEESAW).services[0]?.id).toBe('park');
    expect([after.corrections, after.writers, after.worse]).toEqual([5, 5, []]);
  });

  it('holds no feature of words that fewer than five writers used', async () => {
    const canary = 'zanquilargo';
    const few = NEIGHBOURS.map((one, i) => (i < 4 ? { ...one, text: `${one.text} ${canary}` } : one));
    const one = await learned(few);
    const all = await learned(NEIGHBOURS.map(own => ({ ...own, text: `${own.text} ${canary}` })));
    // Parts of a word may stand in others: what is only in this word tells.
    const own = featuresOf(rules.read(canary, {}).reading).filter(feature => !one.model.words.has(feature));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(feature => all.model.words.has(feature)).length).toBeGreaterThan(10);
    expect(one.bytes.toString()).not.toContain(canary);
  });

  it('counts one writer once, in however many cases', async () => {
    const before = (await learned([])).knows('subibaja');
    const same = NEIGHBOURS.map(one => ({ ...one, writer: 'gil', corrector: 'gil' }));
    expect((await learned(same)).knows('subibaja')).toBe(before);
    // Nobody knows how many people write where everybody has one voice together.
    const unknown = NEIGHBOURS.map(one => ({ ...one, corrector: 'web' }));
    expect((await learned(unknown)).knows('subibaja')).toBe(before);
    const byDesk = NEIGHBOURS.map(one => ({ ...one, corrector: 'turno', source: 'desk' as const }));
    expect((await learned(byDesk)).knows('subibaja')).toBeGreaterThan(before);
  });

  it('is taught matters by citizens, and neither dangers nor what is no report', async () => {
    // One writer adds no feature: the heads can be told apart number by number.
    const text = 'brota y brota frente a mi portón, todo mojado, se quema la casa';
    const [before, after] = [await learned([]), await learned([aboutThePark('gil', text)])];
    expect([...after.model.words]).toEqual([...before.model.words]);
    expect([...after.model.style]).toEqual([...before.model.style]);
    expect(after.model.heads.service.words).not.toEqual(before.model.heads.service.words);
    for (const head of ['danger', 'category', 'intent'] as const) {
      expect(after.model.heads[head], head).toEqual(before.model.heads[head]);
    }
  });

  it('takes the last word on a case, and no service or body that is gone', async () => {
    const [first] = NEIGHBOURS;
    if (!first) throw new Error('no neighbour');
    const after = { serviceId: 'none', agencyId: 'nobody', kind: 'queja' } as const;
    const last = { ...first, after };
    expect((await learned([first, last])).corrections).toBe(1);
    expect((await learned([last])).worse).toEqual([]);
  });

  it('is read beside the one in use over recent words, and says what changed', async () => {
    const { shadow } = await learned(NEIGHBOURS, [
      { text: `${SEESAW} en Las Minas`, agencyId: 'mun_otros' },
      { text: 'tubo roto', agencyId: 'idaan' },
    ]);
    expect(shadow).toEqual({ texts: 2, changed: 1, before: 1, after: 2 });
  });

  it('is the same for the same corrections, to the byte', async () => {
    const [one, other] = [await learned(NEIGHBOURS), await learned(NEIGHBOURS)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect((await learned(NEIGHBOURS.slice(1))).learnedFrom).not.toBe(one.learnedFrom);
  });
});

describe('the frozen suite', () => {
  it('is large enough to tell, and holds dangers as well as what only looks like one', async () => {
    const { messages, dangers } = readFrozen(CONFIG, await loadCatalogue(CONFIG));
    expect(messages.length).toBeGreaterThan(300);
    expect(dangers.filter(({ emergency }) => emergency !== null).length).toBeGreaterThan(300);
    expect(dangers.filter(({ emergency }) => emergency === null).length).toBeGreaterThan(300);
  });

  it('shares next to nothing with the messages that are learned from', async () => {
    const real = await loadCatalogue(CONFIG);
    const { messages, dangers } = readFrozen(CONFIG, real);
    const frozen = [...messages, ...dangers].map(one => ({ ...one, id: `frozen ${one.id}` }));
    const { pairs } = nearDuplicates([...frozen, ...readTraining(path.join(CONFIG, 'training'), real)]);
    const shared = pairs.filter(({ one, other }) => one.startsWith('frozen') !== other.startsWith('frozen'));
    const ids = new Set(
      shared.flatMap(({ one, other }) => [one, other]).filter(id => id.startsWith('frozen')),
    );
    const long = frozen.filter(({ id, text }) => ids.has(id) && text.length > 30);
    expect(long.length / frozen.length).toBeLessThan(0.01);
  });

  it('must be there', () => {
    const office = learningOffice();
    rmSync(path.join(office.configDir, 'frozen', 'dangers.jsonl'));
    expect(() => readFrozen(office.configDir, catalogue)).toThrow(
      /config\/frozen\/dangers.jsonl: is missing/,
    );
  });
});
