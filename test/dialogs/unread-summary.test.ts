import { afterEach, describe, expect, it } from 'vitest';
import { advance } from '../../src/dialogs/advance.ts';
import { openStage } from '../support/play.ts';
import { openTurnDesk, type TurnDesk } from '../support/turn-desk.ts';

const stage = await openStage();
const WEB = { channel: 'web', account: '' } as const;
let desk: TurnDesk;

afterEach(async () => {
  await desk.store.close();
});

/** A report whose summary is being written while something more is said. */
async function saidMeanwhile(meanwhile: string): Promise<{ id: string; read: () => Promise<string> }> {
  const waiting = [meanwhile];
  const failPoint = async (name: string): Promise<void> => {
    const words = name === 'turn:before-commit' ? waiting.pop() : undefined;
    if (words !== undefined) await desk.hears(words, WEB);
  };
  desk = await openTurnDesk(undefined, { ...stage, advance, failPoint });
  const id = await desk.hears('no hay agua en mi casa en Cerro Viento, San Miguelito, calle 3', WEB);
  const read = async (): Promise<string> => {
    const before = (await desk.said(id)).length;
    desk.later(2_000);
    await desk.take(id);
    return (await desk.said(id)).slice(before).join('\n');
  };
  expect(await read()).toContain('¿Lo envío así?');
  return { id, read };
}

describe('what was written before the summary stood in the talk', () => {
  it.each(['1', 'sí', 'ok'])('sends nothing: %s', async words => {
    const { id, read } = await saidMeanwhile(words);
    expect(await read()).toMatch(/^¿Envío el reporte «.*» como se lo mostré\?/);
    expect(await desk.store.casesOf(id)).toEqual([]);
    await desk.hears(words, WEB);
    expect(await read()).toMatch(/Su caso es/);
    expect(await desk.store.casesOf(id)).toHaveLength(1);
  });

  it('adds what it tells', async () => {
    const { id, read } = await saidMeanwhile('ya llevamos tres días así');
    expect(await read()).toContain('tres días');
    expect(await desk.store.casesOf(id)).toEqual([]);
  });
});

it('what is written after it sends it', async () => {
  const { id, read } = await saidMeanwhile('es la casa azul');
  await read();
  await desk.hears('1', WEB);
  await read();
  expect(await desk.store.casesOf(id)).toHaveLength(1);
});
