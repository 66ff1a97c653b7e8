import { afterEach, expect, it } from 'vitest';
import { alarm } from '../../../src/dialogs/alarm.ts';
import { sceneOf } from '../../../src/dialogs/scene.ts';
import { createTakeTurn } from '../../../src/dialogs/turn/take-turn.ts';
import { newCase } from '../../support/store.ts';
import { openTurnDesk, reply, type Script, type TurnDesk } from '../../support/turn-desk.ts';

const DAY_MS = 24 * 3_600_000;
const ADDRESS = { channel: 'sms', account: '+5076000', address: '+50761234567' } as const;
let desk: TurnDesk;

afterEach(() => desk.store.close());

/** Erases on `borrar`, says back anything else, and lets the talk's own alarm ring. */
const erasing: Script = (talk, stimulus, facts) => {
  const scene = sceneOf(talk, stimulus, facts);
  const { state } = scene;
  if ('wake' in stimulus) {
    const { erase } = alarm(scene);
    return { state, ...(erase ? { erase } : {}) };
  }
  const isErasing = stimulus.messages.some(({ text }) => text === 'borrar');
  const erase = isErasing ? { erase: { conversationId: talk.id, caseIds: [] } } : {};
  return { state, replies: [reply(isErasing ? 'Listo' : 'Oigo')], ...erase };
};

async function hears(text: string): Promise<string> {
  const id = await desk.hears(text, ADDRESS);
  desk.later(2_000);
  await desk.take(id);
  return id;
}

it('is said in a talk of its own, which a day later goes the same way', async () => {
  desk = await openTurnDesk(erasing);
  const erased = await hears('borrar');
  expect(await desk.store.load(erased)).toBeNull();
  const talk = await desk.store.conversationOf(ADDRESS);
  const id = talk?.id ?? '';
  expect(await desk.said(id)).toEqual(['Listo']);
  expect(desk.jobs).toContainEqual({ job: { name: 'deliver', conversationId: id }, delayMs: 0 });
  expect((await desk.store.claim(id, desk.deps.now(), 30_000)) ?? {}).toHaveProperty('outbound');
  desk.later(DAY_MS);
  await desk.take(id);
  expect(await desk.store.conversationOf(ADDRESS)).toBeNull();
});

it('is no end of what they write afterwards', async () => {
  desk = await openTurnDesk(erasing);
  await hears('borrar');
  const id = await hears('no hay agua');
  expect(await desk.said(id)).toEqual(['Listo', 'Oigo']);
  desk.later(DAY_MS);
  await desk.take(id);
  expect((await desk.store.conversationOf(ADDRESS))?.id).toBe(id);
});

it('is no end of a case that was opened for them there', async () => {
  desk = await openTurnDesk(erasing);
  await hears('borrar');
  const id = (await desk.store.conversationOf(ADDRESS))?.id ?? '';
  const cases = [{ case: newCase({ conversationId: id }), expectedVersion: 0, events: [] }];
  await desk.store.commit({ at: desk.deps.now(), cases });
  desk.later(DAY_MS);
  await desk.take(id);
  expect((await desk.store.casesOf(id)).map(c => c.conversationId)).toEqual([id]);
  expect((await desk.talkNow(id)).wakeAt).toBeNull();
});

it('loses no message that comes while its talk goes', async () => {
  desk = await openTurnDesk(erasing);
  await hears('borrar');
  const id = (await desk.store.conversationOf(ADDRESS))?.id ?? '';
  desk.later(DAY_MS);
  let came = false;
  const failPoint = async (name: string): Promise<void> => {
    if (came || name !== 'turn:before-commit') return;
    came = true;
    await desk.hears('no hay agua', ADDRESS);
  };
  await createTakeTurn({ ...desk.deps, failPoint })(id);
  desk.later(2_000);
  await desk.take(id);
  expect(await desk.said(id)).toEqual(['Listo', 'Oigo']);
});

it('is not said to who wants no more messages', async () => {
  desk = await openTurnDesk(erasing);
  const id = await desk.hears('hola', ADDRESS);
  const set = { optedOut: true };
  await desk.store.commit({
    at: desk.deps.now(),
    conversation: { id, expectedVersion: 0, consumed: [1], turn: false, set },
  });
  await hears('borrar');
  expect(await desk.store.conversationOf(ADDRESS)).toBeNull();
});
