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
    await told(begun, 'failed', { providerId: 'SM1' });
    await begun.store.record('o1', 1, { state: 'pending', code: '30003', retryAt: AT });
    await begun.store.claim(begun.id, AT, LEASE_MS);
    return begun;
  }

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
}
