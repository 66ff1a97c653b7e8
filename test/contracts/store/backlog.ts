import { expect, it } from 'vitest';
import { message, outbound } from '../../support/store.ts';
import { AT, type Begin, later, turn } from './begin.ts';

/** What is to be done on each channel: for the figures. */
export function backlogContract(opened: Begin): void {
  const outbox = { pending: 0, sending: 0, unknown: 0 };
  const idle = { channel: 'sms', waiting: 0, waitingSince: null, outbox, outboxSince: null, parked: 0 };

  it('nothing where nothing is to be done', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, conversation: turn(id, 0, [1]) });
    expect(await store.backlog()).toEqual([]);
  });

  it('the talks that wait for their turn, by channel, and since when', async () => {
    const { store } = await opened('uno', 'dos');
    const more = ['+50760002222', '+50760003333'].map(address => message(`de ${address}`, { address }));
    await store.addInbound(more, later(5));
    await store.addInbound([message('hola', { channel: 'x', account: '7', address: '8' })], later(9));
    const found = new Map((await store.backlog()).map(row => [row.channel, row]));
    expect(found.get('sms')).toEqual({ ...idle, waiting: 3, waitingSince: AT });
    expect(found.get('x')).toEqual({ ...idle, channel: 'x', waiting: 1, waitingSince: later(9) });
  });

  it('the messages to citizens by state, and how old the oldest is', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, conversation: turn(id, 0, [1]), outbound: [outbound(id, 'o1')] });
    await store.commit({ at: later(5), outbound: [outbound(id, 'o2'), outbound(id, 'o3')] });
    const figures = async () => (await store.backlog())[0];
    expect(await figures()).toEqual({ ...idle, outbox: { ...outbox, pending: 3 }, outboxSince: AT });
    await store.claim(id, later(6), 30_000);
    expect((await figures())?.outbox).toEqual({ pending: 2, sending: 1, unknown: 0 });
    await store.record('o1', 1, { state: 'unknown', code: 'timeout', retryAt: later(9) });
    expect((await figures())?.outbox).toEqual({ pending: 2, sending: 0, unknown: 1 });
    await store.claim(id, later(9), 30_000);
    await store.record('o1', 2, { state: 'accepted', providerId: 'SM1' });
    const left = { ...outbox, pending: 2 };
    expect(await figures()).toEqual({ ...idle, outbox: left, outboxSince: later(5) });
  });

  it('the messages put aside', async () => {
    const { store, id } = await opened('uno', 'dos');
    await store.commit({ at: AT, conversation: { ...turn(id, 0, [1, 2]), parked: 'TypeError' } });
    expect(await store.backlog()).toEqual([{ ...idle, parked: 2 }]);
  });
}
