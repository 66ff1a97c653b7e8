import { afterEach, describe, expect, it } from 'vitest';
import { type ReceiveDeps, receive } from '../../src/channels/receive.ts';
import type { Job } from '../../src/queue/queue.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { message, outbound, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');
const stores: WholeStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function entrance(more: Partial<ReceiveDeps> = {}) {
  const { store } = await storeOnDisk();
  stores.push(store);
  const woken: { job: Job; delayMs: number }[] = [];
  const deps: ReceiveDeps = {
    store,
    queue: {
      add: async (job, delayMs = 0) => {
        woken.push({ job, delayMs });
      },
    },
    now: () => AT,
    quietGapMs: channel => (channel === 'sms' ? 1_200 : 0),
    ...more,
  };
  return { store, woken, deps };
}

describe('receive', () => {
  it('stores a message and wakes its turn after the quiet gap', async () => {
    const { deps, store, woken } = await entrance();
    const [added] = await receive(deps, [message('hola')], []);
    const conversationId = added?.conversationId ?? '';
    expect(added).toMatchObject({ isNew: true, seq: 1 });
    expect((await store.load(conversationId))?.messages).toMatchObject([{ text: 'hola', receivedAt: AT }]);
    expect(woken).toEqual([{ job: { name: 'turn', conversationId }, delayMs: 1_200 }]);
  });

  it.each([
    ['a tap', { choice: 'yes' }],
    ['a signal', { signal: 'optOut' as const }],
  ])('wakes at once for %s', async (_what, more) => {
    const { deps, woken } = await entrance();
    await receive(deps, [message('uno'), message('dos', more)], []);
    expect(woken.map(({ delayMs }) => delayMs)).toEqual([0]);
  });

  it('wakes nobody for a message that came before', async () => {
    const { deps, woken } = await entrance();
    const [first] = await receive(deps, [message('hola')], []);
    const [again] = await receive(deps, [message('hola')], []);
    expect(again).toEqual({ ...first, isNew: false });
    expect(woken).toHaveLength(1);
  });

  it('wakes nobody and rejects when the store cannot take it', async () => {
    const full = () => Promise.reject(new Error('SQLITE_FULL'));
    const { woken, deps, store } = await entrance();
    const broken = { ...deps, store: { ...store, addInbound: full } };
    await expect(receive(broken, [message('hola')], [])).rejects.toThrow('SQLITE_FULL');
    expect(woken).toEqual([]);
  });

  it('counts what is new and what is repeated', async () => {
    const counted: [string, boolean][] = [];
    const { deps } = await entrance({ count: (channel, isNew) => counted.push([channel, isNew]) });
    await receive(deps, [message('hola'), message('hola')], []);
    expect(counted).toEqual([
      ['sms', true],
      ['sms', false],
    ]);
  });

  it('does nothing for an empty call', async () => {
    const { deps, woken } = await entrance();
    expect(await receive(deps, [], [])).toEqual([]);
    expect(woken).toEqual([]);
  });
});

describe('receive, of receipts', () => {
  async function sent() {
    const made = await entrance();
    const id = await made.store.open({ channel: 'sms', account: '+5076000000', address: 'x' }, null, AT);
    await made.store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await made.store.claim(id, AT, 30_000);
    await made.store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    const failed = { channel: 'sms', account: '+5076000000', providerId: 'SM1', state: 'failed' } as const;
    return { ...made, id, failed: { ...failed, code: '30003', at: AT } };
  }

  it('tries once more, later, what an unreachable telephone did not get', async () => {
    const { deps, store, woken, failed, id } = await sent();
    await receive(deps, [], [{ ...failed, retryable: true }]);
    expect(woken).toEqual([{ job: { name: 'deliver', conversationId: id }, delayMs: 60_000 }]);
    const later = new Date(AT.getTime() + 60_000);
    expect(await store.claim(id, later, 30_000)).toMatchObject({ outbound: { id: 'o1', attempt: 2 } });
    await store.record('o1', 2, { state: 'accepted', providerId: 'SM2' });
    await receive(deps, [], [{ ...failed, providerId: 'SM2', retryable: true }]);
    expect(woken).toHaveLength(1);
    expect(await store.deliveries('k')).toMatchObject([{ state: 'rejected', code: '30003' }]);
  });

  it('keeps the second try, though the process ends right after the receipt is stored', async () => {
    const { deps, store, failed, id } = await sent();
    const failPoint = (name: string): void => {
      if (name === 'receive:after-store') throw new Error('killed');
    };
    const word = { ...failed, retryable: true };
    await expect(receive({ ...deps, failPoint }, [], [word])).rejects.toThrow('killed');
    await receive(deps, [], [word]);
    const later = new Date(AT.getTime() + 60_000);
    expect(await store.overdue(later, 10)).toContainEqual({ name: 'deliver', conversationId: id });
    expect(await store.claim(id, later, 30_000)).toMatchObject({ outbound: { id: 'o1', attempt: 2 } });
  });

  it('leaves alone what failed for good, and what it hears twice', async () => {
    const { deps, woken, failed } = await sent();
    await receive(deps, [], [failed]);
    await receive(deps, [], [{ ...failed, retryable: true }]);
    expect(woken).toEqual([]);
  });
});

it.each([
  ['receive:before-store', 0],
  ['receive:after-store', 1],
])('killed at %s it has stored %i messages, and takes the repeated call', async (point, stored) => {
  const { deps, store, woken } = await entrance();
  const failPoint = (name: string): void => {
    if (name === point) throw new Error('killed');
  };
  await expect(receive({ ...deps, failPoint }, [message('hola')], [])).rejects.toThrow('killed');
  const id = await store.open({ channel: 'sms', account: '+5076000000', address: '+50760001111' }, null, AT);
  expect((await store.load(id))?.messages).toHaveLength(stored);
  await receive(deps, [message('hola')], []);
  expect((await store.load(id))?.messages).toHaveLength(1);
  expect(woken.length + (await store.overdue(new Date(AT.getTime() + 5_000), 10)).length).toBeGreaterThan(0);
});
