import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../src/cases/case.ts';
import { createLearning, type Learning } from '../../src/wiring/learning.ts';
import { createUnderstanding } from '../../src/wiring/understanding.ts';
import { learningOffice } from '../support/learning-office.ts';
import { eventually } from '../support/running-desk.ts';
import { correction, message, newCase, type StoreOnDisk, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');
const SEESAW = 'el subibaja chirría toda la noche y despierta a los vecinos de la plazoleta de arriba';
const PARK: Partial<Correction> = {
  before: { serviceId: 'water-leak', agencyId: 'idaan', kind: 'queja' },
  after: { serviceId: 'park', agencyId: 'mun_otros', kind: 'queja' },
};

/** Somebody wrote it, and corrected it; the conversation's id. */
async function corrected(
  { store }: StoreOnDisk,
  n: number,
  text = `${SEESAW}, digo yo ${n}`,
): Promise<string> {
  const address = `+5076000${1000 + n}`;
  const [added] = await store.addInbound([message(`hola ${n}`, { address })], AT);
  const conversationId = added?.conversationId ?? '';
  const filed = newCase({ id: `case-${n}`, number: `311-${n}`, conversationId, description: [text] });
  const made = correction(text, { ...PARK, by: conversationId });
  await store.commit({ at: AT, cases: [{ case: filed, expectedVersion: 0, events: [], correction: made }] });
  return conversationId;
}

async function open(corrections = 5) {
  const office = learningOffice();
  const disk = await storeOnDisk();
  const ids: string[] = [];
  for (let n = 0; n < corrections; n += 1) ids.push(await corrected(disk, n));
  const { classifier, learned, reload } = await createUnderstanding(office.configDir, office);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const deps = { store: disk.store, ...office, learned, reload, now: () => AT, log };
  return { ...office, disk, ids, classifier, lines, learning: createLearning(deps) };
}

async function lesson(learning: Learning): Promise<void> {
  expect(await learning.start()).toBe(true);
  await eventually(async () => !learning.state().training);
}

describe('learning from corrections', () => {
  it('puts a model to use at once that reads the frozen suite not worse, and takes it back', async () => {
    const { learning, classifier, dataDir, configDir, lines } = await open();
    const first = (): string | undefined => classifier.understand(SEESAW).services[0]?.id;
    expect(first()).not.toBe('park');
    await lesson(learning);
    expect(learning.state().last).toMatchObject({ promoted: true, corrections: 5, writers: 5, worse: [] });
    expect(learning.state().learned).toMatchObject({ corrections: 5, at: AT.toISOString() });
    expect(first()).toBe('park');
    // A restart goes on with it.
    const again = await createUnderstanding(configDir, { dataDir });
    expect(again.learned).toEqual(learning.state().learned);
    expect(again.classifier.understand(SEESAW).services[0]?.id).toBe('park');
    expect(await learning.rollBack()).toBe(true);
    expect([first() === 'park', learning.state().learned]).toEqual([false, null]);
    expect(await learning.rollBack()).toBe(false);
    expect(lines.join('')).not.toMatch(/subibaja|plazoleta/);
  });

  it('is one lesson at a time, beside the work', async () => {
    const { learning } = await open();
    expect(await learning.start()).toBe(true);
    expect(await learning.start()).toBe(false);
    await learning.close();
  });

  it('does not use a model that reads the frozen suite worse', async () => {
    const { learning, configDir, dataDir } = await open();
    // A danger that the words of the office hear, and a model that was taught none of them does not.
    const lines = Array.from({ length: 3 }, (_, n) => ({
      ...{
        id: `d-9${n}`,
        text: `se quema la casa de mi vecina allá arriba en el cerro, vengan ya por favor ${n}`,
      },
      ...{ intent: 'emergency', kind: null, agencies: [], service: null, district: null, emergency: 'fire' },
    }));
    const file = path.join(configDir, 'frozen', 'dangers.jsonl');
    appendFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
    await lesson(learning);
    expect(learning.state().last).toMatchObject({ promoted: false, worse: ['danger'] });
    expect([learning.state().learned, readdirSync(dataDir)]).toEqual([null, []]);
  });

  it('does not use a model that learned from somebody who was erased meanwhile, whoever else corrects', async () => {
    const { learning, disk, ids } = await open();
    const reading = disk.store.corrections;
    expect(await learning.start()).toBe(true);
    // The lesson has begun when the corrections were read; then one goes and another comes.
    await reading(0, 10);
    await disk.store.commit({ at: AT, erase: { conversationId: ids[0] ?? '', caseIds: [] } });
    await corrected(disk, 99);
    await eventually(async () => !learning.state().training);
    expect(learning.state().last).toMatchObject({
      ...{ corrections: 5, promoted: false, worse: ['somebody was erased meanwhile'] },
    });
    expect(learning.state().learned).toBeNull();
  });

  it('ends with the desk, in the middle of a lesson', async () => {
    const { learning, lines } = await open();
    expect(await learning.start()).toBe(true);
    await learning.close();
    await eventually(async () => !learning.state().training);
    expect(learning.state()).toMatchObject({ failed: true, learned: null });
    expect(lines).toEqual([]);
  });

  it('learns nothing where nothing was corrected', async () => {
    const { learning } = await open(0);
    await lesson(learning);
    expect(learning.state()).toMatchObject({ learned: null, last: { promoted: false, corrections: 0 } });
  });

  it('says that it broke off, and can begin again', async () => {
    const { learning, configDir, lines } = await open(1);
    appendFileSync(path.join(configDir, 'training', 'ana.jsonl'), 'broken\n');
    await lesson(learning);
    expect(learning.state()).toMatchObject({ training: false, failed: true, last: null });
    expect(lines.join('')).toContain('a lesson broke off');
    expect(await learning.start()).toBe(true);
    await learning.close();
  });
});
