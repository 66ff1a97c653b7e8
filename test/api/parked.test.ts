import { describe, expect, it } from 'vitest';
import { DROP_REASONS, dropParked, retryParked } from '../../src/api/parked.ts';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { command } from '../../src/commands/parked.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { verify } from '../../src/storage/verify.ts';
import { createVault } from '../../src/vault.ts';
import { openApiDesk } from '../support/api-calls.ts';
import { message } from '../support/store.ts';
import { echo, openTurnDesk, type Script, type TurnDesk } from '../support/turn-desk.ts';

/** A desk whose dialog trips over one word until it is mended. */
async function tripping() {
  const state = { mended: false, error: new TypeError('veneno') as Error };
  const script: Script = (talk, stimulus, facts) => {
    const isPoison = 'messages' in stimulus && stimulus.messages.some(({ text }) => text === 'veneno');
    if (isPoison && !state.mended) throw state.error;
    return echo(talk, stimulus, facts);
  };
  const desk = await openTurnDesk(script);
  const settle = async (id: string): Promise<void> => {
    await desk.take(id);
    for (let job = desk.jobs.shift(); job; job = desk.jobs.shift()) {
      desk.later(job.delayMs);
      if (job.job.name === 'turn') await desk.take(id);
    }
  };
  const hears = async (text: string): Promise<string> => {
    const id = await desk.hears(text);
    desk.later(2_000);
    await settle(id);
    return id;
  };
  const deps = { store: desk.store, queue: desk.deps.queue, now: desk.deps.now };
  return { desk, deps, state, settle, hears, retry: (id: string) => retryParked(deps, id) };
}

async function broken({ disk }: TurnDesk): Promise<unknown[]> {
  const vault = createVault(loadKeyring(disk.keyring, { create: false }));
  return (await verify({ file: disk.file, vault, allowedSteps })).filter(finding => finding.broken > 0);
}

describe('messages put aside', () => {
  it('are taken by one turn when what made it fail is mended, and the talk is the bot’s again', async () => {
    const { desk, state, settle, hears, retry } = await tripping();
    const id = await hears('veneno');
    expect(await desk.store.parkedTalks(9)).toMatchObject([{ conversationId: id, reason: 'TypeError' }]);
    expect(await broken(desk)).toEqual([]);
    state.mended = true;
    expect(await Promise.all([retry(id), retry(id)])).toEqual(expect.arrayContaining([0, 1]));
    expect(desk.jobs.map(({ job }) => job)).toEqual([{ name: 'turn', conversationId: id }]);
    expect(await desk.talkNow(id)).toMatchObject({ mode: 'bot', reason: null, since: null, failures: 0 });
    expect(await broken(desk)).toEqual([]);
    await settle(id);
    await desk.take(id);
    expect(await desk.said(id)).toEqual(['es:handoff.failed_turn', 'Oigo: veneno']);
    expect(desk.counts.slice(-1)).toEqual(['done']);
    expect((await desk.store.load(id))?.messages).toEqual([]);
    expect(await broken(desk)).toEqual([]);
  });

  it('say why by a code, never by words', async () => {
    const { desk, state, hears } = await tripping();
    state.error = Object.assign(new Error('veneno'), { code: 'hay veneno en el agua' });
    await hears('veneno');
    expect(await desk.store.parkedTalks(9)).toMatchObject([{ reason: 'failed_turn' }]);
  });

  it('are put aside again when nothing was mended', async () => {
    const { desk, settle, hears, retry } = await tripping();
    const id = await hears('veneno');
    expect(await retry(id)).toBe(1);
    await settle(id);
    expect(desk.counts.filter(count => count === 'parked')).toHaveLength(2);
    expect(await desk.store.parkedTalks(9)).toMatchObject([{ conversationId: id, messages: 1 }]);
    expect(await broken(desk)).toEqual([]);
  });

  it.each([
    ['a person has it', { mode: 'person', takenBy: 'Marta' } as const],
    ['one was promised for another reason', { mode: 'waiting', reason: 'asked' } as const],
  ])('leave the talk where it is when %s', async (_why, set) => {
    const { desk, hears, retry } = await tripping();
    const id = await hears('veneno');
    const { version } = await desk.talkNow(id);
    const conversation = { id, expectedVersion: version, consumed: [], turn: false, set };
    await desk.store.commit({ at: desk.deps.now(), conversation });
    expect(await retry(id)).toBe(1);
    expect(await desk.talkNow(id)).toMatchObject(set);
  });

  it('stay in the talk, seen by a person, and are listed no more', async () => {
    const { desk, deps, hears, retry } = await tripping();
    const id = await hears('veneno');
    expect(await dropParked(deps, id, 'Marta', 'answered')).toBe(1);
    expect(await desk.store.parkedTalks(9)).toEqual([]);
    expect(await retry(id)).toBe(0);
    expect((await desk.store.transcript(id, 0, 9)).map(({ text }) => text)).toContain('veneno');
    expect(await desk.talkNow(id)).toMatchObject({ mode: 'waiting', reason: 'failed_turn' });
    expect(await broken(desk)).toEqual([]);
  });
});

describe('/parked', () => {
  const open = async () => {
    const desk = await openApiDesk();
    const [added] = await desk.store.addInbound([message('hay un hueco')], desk.deps.now());
    const id = added?.conversationId ?? '';
    const change = { id, expectedVersion: 0, consumed: [1], parked: 'TypeError', turn: true, set: {} };
    await desk.store.commit({ at: desk.deps.now(), conversation: change });
    return { ...desk, id };
  };

  it('lists without words, shows them, and has them tried again once', async () => {
    const { call, id, jobs } = await open();
    const list = await call('operator', 'GET', '/parked');
    expect(list.body.parked).toMatchObject([
      { conversationId: id, channel: 'sms', messages: 1, reason: 'TypeError' },
    ]);
    expect(JSON.stringify(list.body)).not.toMatch(/hueco|5076/);
    const shown = await call('operator', 'GET', `/parked/${id}`);
    expect(shown.body.messages).toMatchObject([{ seq: 1, text: 'hay un hueco', reason: 'TypeError' }]);
    expect((await call('operator', 'POST', `/parked/${id}/retry`)).body).toEqual({ messages: 1 });
    expect(jobs).toEqual([{ name: 'turn', conversationId: id }]);
    expect((await call('operator', 'POST', `/parked/${id}/retry`)).status).toBe(409);
    expect((await call('operator', 'GET', '/parked')).body).toEqual({ parked: [] });
  });

  it('drops for a reason of the list only', async () => {
    const { call, id } = await open();
    for (const body of [{}, { reason: 'whatever' }, { reason: 'test', more: 1 }]) {
      expect((await call('operator', 'POST', `/parked/${id}/drop`, body)).status).toBe(422);
    }
    const dropped = await call('operator', 'POST', `/parked/${id}/drop`, { reason: 'test' });
    expect(dropped.body).toEqual({ messages: 1 });
    expect((await call('operator', 'GET', '/parked')).body).toEqual({ parked: [] });
    expect((await call('operator', 'GET', '/parked/none')).status).toBe(404);
  });

  it('has its reasons in the usage of the command', () => {
    for (const reason of DROP_REASONS) expect(command.usage).toContain(`${reason} (`);
  });
});
