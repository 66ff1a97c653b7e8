import { expect, it } from 'vitest';
import type { ReceiptState } from '../../../src/channels/channel.ts';
import { outbound } from '../../support/store.ts';
import { ACCOUNT, AT, type Begin, type Begun, later } from './begin.ts';

const LEASE_MS = 30_000;

/** What platforms say of a send that was tried more than once, or while it is tried. */
export function receiptContract(opened: Begin): void {
  const told = ({ store }: Begun, state: ReceiptState, key: object) =>
    store.addReceipts([
      { channel: 'sms', account: ACCOUNT, outboundId: 'o1', state, code: '30003', at: AT, ...key },
    ]);
  const row = async ({ store }: Begun) => (await store.deliveries('k'))[0];

  /** A send under way for the first time. */
  async function sending(): Promise<Begun> {
    const begun = await opened('uno');
    await begun.store.commit({ at: AT, outbound: [outbound(begun.id, 'o1', { caseId: 'k' })] });
    await begun.store.claim(begun.id, AT, LEASE_MS);
    return begun;
  }

  /** A send whose first try was accepted as SM1 and failed, and which is under way for the second time. */
  async function sendingAgain(): Promise<Begun> {
    const begun = await sending();
    await begun.store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    await told(begun, 'failed', { providerId: 'SM1', retryAt: AT });
    await begun.store.claim(begun.id, AT, LEASE_MS);
    return begun;
  }

  it.each([
    ['was accepted', 'accepted'],
    ['is open', 'unknown'],
    ['is under way', 'sending'],
  ] as const)(
    'sends once more, later, what %s and failed, when it is told so with the receipt',
    async (_what, state) => {
      const begun = await sending();
      const { store, id } = begun;
      if (state === 'accepted') await store.record('o1', 1, { state, providerId: 'SM1' });
      if (state === 'unknown') await store.record('o1', 1, { state, code: 'timeout', retryAt: AT });
      const again = { providerId: 'SM1', retryAt: later(60_000) };
      expect(await told(begun, 'failed', again)).toMatchObject([{ outboundId: 'o1', isRetried: true }]);
      expect(await told(begun, 'failed', again)).toEqual([]);
      expect(await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' })).toBe(false);
      expect(await row(begun)).toMatchObject({ state: 'pending', code: '30003', attempts: 1 });
      expect(await store.claim(id, AT, LEASE_MS)).toEqual({ wait: later(60_000) });
      expect(await store.claim(id, later(60_000), LEASE_MS)).toMatchObject({
        outbound: { state: 'sending', attempt: 2, createdAt: AT },
      });
      await store.record('o1', 2, { state: 'accepted', providerId: 'SM2' });
      expect(await told(begun, 'failed', { ...again, providerId: 'SM2' })).toMatchObject([
        { isRetried: false },
      ]);
      expect(await row(begun)).toMatchObject({ state: 'rejected', code: '30003', attempts: 2 });
    },
  );

  it('takes a repeated failure of the first try for none of the second', async () => {
    const begun = await sendingAgain();
    const first = { providerId: 'SM1' };
    expect(await told(begun, 'failed', first)).toEqual([]);
    await begun.store.record('o1', 2, { state: 'accepted', providerId: 'SM2' });
    expect(await told(begun, 'failed', first)).toEqual([]);
    expect(await told(begun, 'delivered', first)).toEqual([]);
    expect(await row(begun)).toMatchObject({ state: 'accepted', receipt: 'accepted', attempts: 2 });
    expect(await told(begun, 'delivered', { providerId: 'SM2' })).toHaveLength(1);
    expect(await row(begun)).toMatchObject({ state: 'accepted', receipt: 'delivered' });
  });

  /** A send whose first outcome stayed unknown, and whose second call is made. */
  async function sendingAfterUnknown(): Promise<Begun> {
    const begun = await sending();
    const { store, id } = begun;
    await store.record('o1', 1, { state: 'unknown', code: 'timeout', retryAt: later(5_000) });
    await store.claim(id, later(60_000), LEASE_MS);
    await store.record('o1', 2, { state: 'sending', startedAt: later(60_000), maybeDuplicate: true });
    return begun;
  }

  it.each(['delivered', 'read'] as const)(
    'makes no further call of what an earlier one is known to have brought (%s), while it waits for it',
    async state => {
      const begun = await sendingAfterUnknown();
      const { store, id } = begun;
      await store.record('o1', 2, { state: 'pending', code: '429', retryAt: later(90_000) });
      expect(await told(begun, 'sent', { providerId: 'SM1' })).toHaveLength(1);
      expect(await row(begun)).toMatchObject({ state: 'pending' });
      expect(await told(begun, state, { providerId: 'SM1' })).toHaveLength(1);
      expect(await row(begun)).toMatchObject({ state: 'accepted', receipt: state, maybeDuplicate: true });
      expect(await store.claim(id, later(100_000), LEASE_MS)).toBeNull();
      expect(await told(begun, 'failed', { providerId: 'SM1' })).toEqual([]);
    },
  );

  it('marks as a possible repeat what follows an unknown outcome, so that its failure is no sure one', async () => {
    const begun = await sendingAfterUnknown();
    await begun.store.record('o1', 2, { state: 'accepted', providerId: 'SM2' });
    expect(await told(begun, 'delivered', { providerId: 'SM1' })).toEqual([]);
    expect(await told(begun, 'failed', { providerId: 'SM2' })).toHaveLength(1);
    expect(await row(begun)).toMatchObject({ state: 'rejected', maybeDuplicate: true });
  });

  it('takes what overtakes the record of the second try for the second', async () => {
    const begun = await sendingAgain();
    expect(await told(begun, 'sent', { providerId: 'SM2' })).toHaveLength(1);
    expect(await told(begun, 'failed', { providerId: 'SM1' })).toEqual([]);
    await begun.store.record('o1', 2, { state: 'accepted', providerId: 'SM2' });
    expect(await told(begun, 'sent', { providerId: 'SM2' })).toEqual([]);
    expect(await row(begun)).toMatchObject({ state: 'accepted', receipt: 'sent' });
  });

  it('settles the open outcome of a second try by its own receipt alone', async () => {
    const begun = await sendingAgain();
    await begun.store.record('o1', 2, { state: 'unknown', code: 'timeout', retryAt: later(5_000) });
    expect(await told(begun, 'failed', { providerId: 'SM1' })).toEqual([]);
    expect(await row(begun)).toMatchObject({ state: 'unknown' });
    expect(await told(begun, 'delivered', { providerId: 'SM2' })).toHaveLength(1);
    expect(await row(begun)).toMatchObject({ state: 'accepted', receipt: 'delivered' });
    expect(await told(begun, 'read', { providerId: 'SM2', outboundId: undefined })).toHaveLength(1);
  });

  it.each([
    ['sent', 'unknown', 'accepted'],
    ['delivered', 'pending', 'accepted'],
    ['read', 'rejected', 'accepted'],
    ['failed', 'unknown', 'rejected'],
  ] as const)(
    'settles by a receipt that said %s during the call what is %s after it',
    async (state, outcome, settled) => {
      const begun = await sending();
      const { store, id } = begun;
      expect(await told(begun, state, { providerId: 'SM1' })).toHaveLength(1);
      expect(await store.claim(id, later(1_000), LEASE_MS)).toEqual({ wait: later(LEASE_MS) });
      const retryAt = later(5_000);
      const came = outcome === 'rejected' ? { state: outcome } : { state: outcome, retryAt };
      expect(await store.record('o1', 1, { ...came, code: 'timeout' })).toBe(true);
      const code = settled === 'rejected' ? '30003' : null;
      expect(await row(begun)).toMatchObject({ state: settled, receipt: state, code, attempts: 1 });
      expect(await store.isSent('sms', ACCOUNT, 'SM1')).toBe(true);
      expect(await store.claim(id, later(90_000), LEASE_MS)).toBeNull();
      expect(await store.overdue(later(90_000), 10)).not.toContainEqual({
        name: 'deliver',
        conversationId: id,
      });
    },
  );

  it.each([
    ['sent', 'accepted'],
    ['failed', 'rejected'],
  ] as const)(
    'settles by a receipt that said %s what a kill cut short, when its lease is over',
    async (state, settled) => {
      const begun = await sending();
      await begun.store.commit({ at: AT, outbound: [outbound(begun.id, 'o2')] });
      const store = await begun.afterCrash();
      const survivor = { ...begun, store };
      expect(await told(survivor, state, { providerId: 'SM1' })).toHaveLength(1);
      const next = await store.claim(begun.id, later(LEASE_MS), LEASE_MS);
      expect(next).toMatchObject({ outbound: { id: 'o2', attempt: 1 }, more: false });
      expect(await row(survivor)).toMatchObject({ state: settled, receipt: state, attempts: 1 });
      expect(await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' })).toBe(false);
      await store.close();
    },
  );

  it('lets no second call begin of what a receipt spoke of meanwhile', async () => {
    const begun = await sending();
    const { store, id } = begun;
    await store.claim(id, later(LEASE_MS), LEASE_MS);
    expect(await told(begun, 'delivered', { providerId: 'SM1' })).toHaveLength(1);
    const again = { state: 'sending', startedAt: later(LEASE_MS), maybeDuplicate: true } as const;
    expect(await store.record('o1', 2, again)).toBe(false);
    const open = { state: 'unknown', code: 'unsettled', retryAt: later(2 * LEASE_MS) } as const;
    expect(await store.record('o1', 2, open)).toBe(true);
    expect(await row(begun)).toMatchObject({
      state: 'accepted',
      receipt: 'delivered',
      maybeDuplicate: false,
    });
  });
}
