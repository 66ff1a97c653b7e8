import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, eventually, type RunningDesk, startDesk } from '../support/running-desk.ts';
import type { Visitor } from '../support/visitor.ts';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.stop();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Words the office has no service for, at a place it knows. */
const ODD = 'los armatostes zumbadores de la esquina volvieron a sonar anoche frente a mi balcón en Betania';
const ALIKE = 'Los armatostes zumbadores de la esquina volvieron a sonar hoy frente a mi balcón en Betania';

async function understood(text: string): Promise<string | undefined> {
  return (await desk.api('POST', '/understand', { text })).body.services[0]?.id;
}

/** A citizen who says what they meant after the summary, and sends it. */
async function corrects(visitor: Visitor): Promise<string> {
  await visitor.ask(ODD);
  for (let i = 0; i < 3; i += 1) {
    const [item] = (await visitor.read(0)).slice(-1);
    if (item?.asks === 'confirm') break;
    await visitor.ask(item?.asks === 'kind' ? 'queja' : 'no sé');
  }
  await visitor.ask('el asunto está mal');
  const shown = await visitor.last('ruido de una discoteca que no deja dormir');
  const item = shown.asks === 'confirm' ? shown : await visitor.last('1');
  expect(item.asks).toBe('confirm');
  return (await visitor.last('sí')).case ?? '';
}

describe('a correction', () => {
  it('counts for the next one who writes almost the same, within the minute, and not after an erasure', async () => {
    const before = await understood(ALIKE);
    const ana = await desk.visit();
    const number = await corrects(ana);
    const filed = (await desk.api('GET', `/cases/${number}`)).body;
    expect(filed.service).not.toBe(before);
    expect(await understood(ALIKE)).toBe(filed.service);
    expect((await ana.fetch('/chat/erase', { method: 'POST' })).ok).toBe(true);
    await eventually(async () => (await understood(ALIKE)) === before);
  });

  it('by somebody of the desk counts too, and is there after a restart', async () => {
    const text = `${ODD}, y ya van tres noches`;
    const made = await desk.api('POST', '/cases', {
      ...{ kind: 'queja', description: text, agency: 'idaan', place: { text: 'Betania' } },
    });
    expect(made.status).toBe(201);
    const assigned = await desk.api('POST', `/cases/${made.body.number}/assign`, { agency: 'minsa' });
    expect(assigned.status).toBe(200);
    const agency = async (): Promise<string> =>
      (await desk.api('POST', '/understand', { text })).body.agencies[0]?.id;
    expect(await agency()).toBe('minsa');
    await desk.stop();
    desk = await desk.again();
    await eventually(async () => (await agency()) === 'minsa');
  });
});
