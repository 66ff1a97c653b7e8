import { expect, it } from 'vitest';
import { ConflictError } from '../../../src/errors.ts';
import type { Attempt, NoticeChange } from '../../../src/storage/changes.ts';

import { newCase, outbound } from '../../support/store.ts';
import { ACCOUNT, AT, type Begin, type Begun, later } from './begin.ts';

const NOTICE = { what: 'status', note: 'La cuadrilla va mañana.', reason: null } as const;
const MINUTE = 60_000;

/** News on its way, and the roads it tried. */
export function noticeContract(opened: Begin): void {
  const attempt = (conversationId: string | null, more: Partial<Attempt> = {}): Attempt => ({
    ...{ step: 0, road: 'sms', conversationId, reason: 'first', what: 'taken', code: null },
    ...more,
  });
  const notice = (attempts: Attempt[], more: Partial<NoticeChange> = {}): NoticeChange => ({
    ...{ id: 'n1', begun: { caseId: 'case-1', kind: 'status', notice: NOTICE }, known: 0, attempts },
    wakeAt: null,
    ...more,
  });

  /** A case whose news was handed to a road in two parts. */
  async function telling(): Promise<Begun> {
    const begun = await opened('uno');
    const { store, id } = begun;
    const change = { case: newCase({ conversationId: id }), expectedVersion: 0, events: [] };
    const words = ['o1', 'o2'].map(part =>
      outbound(id, part, { caseId: 'case-1', noticeId: 'n1', class: 'notice' }),
    );
    await store.commit({ at: AT, cases: [change], notice: notice([attempt(id)]), outbound: words });
    return begun;
  }

  async function send({ store, id }: Begun, outboundId: string, outcome: object): Promise<void> {
    await store.claim(id, AT, 30_000);
    await store.record(outboundId, 1, outcome as never);
  }
  const accepted = { state: 'accepted', providerId: 'SM1' };
  const refused = { state: 'rejected', code: '21610' };
  const woken = async ({ store }: Begun, at = AT) =>
    (await store.overdue(at, 10)).filter(({ name }) => name === 'notice');
  const line = async ({ store }: Begun) => (await store.ledger('case-1')).at(-1);

  it('tells what became of the words, by their last part', async () => {
    const begun = await telling();
    expect(await line(begun)).toEqual({
      ...{ noticeId: 'n1', what: 'status', at: AT, road: 'sms', reason: 'first' },
      ...{ outcome: 'sending', code: null, tries: 0 },
    });
    await send(begun, 'o1', refused);
    expect(await line(begun)).toMatchObject({ outcome: 'sending' });
    await send(begun, 'o2', accepted);
    expect(await line(begun)).toMatchObject({ outcome: 'accepted', tries: 1 });
    const receipt = { channel: 'sms', account: ACCOUNT, providerId: 'SM1', at: AT };
    await begun.store.addReceipts([{ ...receipt, state: 'delivered' }]);
    expect(await line(begun)).toMatchObject({ outcome: 'delivered' });
  });

  it('has somebody look when words failed, and says why', async () => {
    const begun = await telling();
    expect(await woken(begun)).toEqual([]);
    await send(begun, 'o1', accepted);
    await send(begun, 'o2', refused);
    expect(await woken(begun)).toEqual([{ name: 'notice', noticeId: 'n1' }]);
    expect(await begun.store.notice('n1')).toMatchObject({
      ...{ id: 'n1', caseId: 'case-1', kind: 'status', notice: NOTICE, failure: '21610', isOld: false },
      attempts: [attempt(begun.id)],
    });
    expect(await line(begun)).toMatchObject({ outcome: 'failed', code: '21610' });
  });

  it('has somebody look when a receipt says so later, and after the second try where there is one', async () => {
    const begun = await telling();
    await send(begun, 'o1', accepted);
    await send(begun, 'o2', { ...accepted, providerId: 'SM2' });
    const receipt = { channel: 'sms', account: ACCOUNT, providerId: 'SM2', state: 'failed', at: AT } as const;
    await begun.store.addReceipts([{ ...receipt, code: '30003', retryAt: later(MINUTE) }]);
    expect(await woken(begun, later(MINUTE))).toEqual([]);
    expect(await woken(begun, later(6 * MINUTE))).toHaveLength(1);
  });

  it.each([
    ['accepted', accepted],
    ['unknown', { state: 'unknown', code: 'timeout', retryAt: later(1) }],
  ])('has somebody look when a receipt says so before our own record of it: %s', async (_what, outcome) => {
    const begun = await telling();
    await send(begun, 'o1', accepted);
    await begun.store.claim(begun.id, AT, 30_000);
    const receipt = { channel: 'sms', account: ACCOUNT, outboundId: 'o2', state: 'failed', at: AT } as const;
    await begun.store.addReceipts([{ ...receipt, code: '30005' }]);
    await begun.store.record('o2', 1, outcome as never);
    expect(await woken(begun)).toHaveLength(1);
    expect(await begun.store.notice('n1')).toMatchObject({ failure: '30005' });
  });

  it('has somebody look when the citizen wants no messages any more', async () => {
    const begun = await telling();
    const { store, id } = begun;
    const set = { optedOut: true };
    await store.commit({ at: AT, conversation: { id, expectedVersion: 0, consumed: [], turn: false, set } });
    await store.claim(id, AT, 1_000);
    expect(await woken(begun)).toHaveLength(1);
    expect(await store.notice('n1')).toMatchObject({ failure: 'opted_out' });
  });

  it('knows of no failure where the words may have arrived', async () => {
    const begun = await telling();
    await send(begun, 'o1', accepted);
    await send(begun, 'o2', { state: 'rejected', code: 'unknown_outcome' });
    expect(await begun.store.notice('n1')).toMatchObject({ failure: null });
    expect(await line(begun)).toMatchObject({ outcome: 'unknown' });
    const twice = await telling();
    await send(twice, 'o1', accepted);
    await twice.store.claim(twice.id, AT, 30_000);
    await twice.store.record('o2', 1, {
      state: 'unknown',
      code: 'timeout',
      retryAt: AT,
      maybeDuplicate: true,
    });
    await twice.store.claim(twice.id, later(1), 30_000);
    await twice.store.record('o2', 2, refused as never);
    expect(await twice.store.notice('n1')).toMatchObject({ failure: null });
  });

  it('carries on from what was known, or not at all', async () => {
    const begun = await telling();
    const { store } = begun;
    const next = attempt(null, {
      step: 1,
      road: 'email',
      reason: '21610',
      what: 'skipped',
      code: 'no_address',
    });
    const { begun: _, ...carried } = notice([next]);
    await expect(store.commit({ at: AT, notice: { ...carried, known: 0 } })).rejects.toThrow(ConflictError);
    await expect(store.commit({ at: AT, notice: { ...carried, id: 'n9', known: 0 } })).rejects.toThrow(
      ConflictError,
    );
    await expect(store.commit({ at: AT, notice: notice([]) })).rejects.toThrow(ConflictError);
    await store.commit({ at: later(1), notice: { ...carried, known: 1 } });
    expect(await line(begun)).toMatchObject({
      at: later(1),
      road: 'email',
      outcome: 'skipped',
      code: 'no_address',
    });
    expect((await store.notice('n1'))?.attempts).toEqual([attempt(begun.id), next]);
  });

  it('has somebody look when the quiet hours are over', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    const change = { case: newCase({ conversationId: id }), expectedVersion: 0, events: [] };
    const waits = attempt(id, { what: 'postponed', code: 'quiet_hours' });
    await store.commit({ at: AT, cases: [change], notice: notice([waits], { wakeAt: later(MINUTE) }) });
    expect(await woken(begun)).toEqual([]);
    expect(await woken(begun, later(MINUTE))).toHaveLength(1);
    expect(await line(begun)).toMatchObject({ outcome: 'postponed', code: 'quiet_hours', tries: 0 });
  });

  it('tells news that was overtaken from the newest', async () => {
    const begun = await telling();
    const { store, id } = begun;
    await store.commit({ at: AT, notice: notice([attempt(id)], { id: 'n2' }) });
    expect([(await store.notice('n1'))?.isOld, (await store.notice('n2'))?.isOld]).toEqual([true, false]);
    expect((await store.ledger('case-1')).map(({ noticeId }) => noticeId)).toEqual(['n1', 'n2']);
    expect(await store.ledger('case-2')).toEqual([]);
    expect(await store.notice('n9')).toBeNull();
  });
}
