import { expect, it } from 'vitest';
import { outbound } from '../../support/store.ts';
import { AT, type Begin, later } from './begin.ts';

/** What passed over each channel: for who runs the desk. */
export function trafficContract(opened: Begin): void {
  const refused = { state: 'pending', code: '20003', retryAt: later(1) } as const;

  it('nothing of a channel over which nothing passed', async () => {
    const { store } = await opened();
    expect(await store.traffic()).toEqual([]);
  });

  it('the last message in, the last call that was taken, and what waits', async () => {
    const { store, id } = await opened('uno', 'dos');
    const sms = { channel: 'sms', lastIn: AT, lastOut: null, waiting: 0, code: null };
    expect(await store.traffic()).toEqual([sms]);
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    expect(await store.traffic()).toEqual([{ ...sms, waiting: 2 }]);
    await store.claim(id, later(1), 30_000);
    expect(await store.traffic()).toEqual([{ ...sms, waiting: 2 }]);
    await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    expect(await store.traffic()).toEqual([{ ...sms, lastOut: later(1), waiting: 1 }]);
  });

  it('what the latest try to send came to, until a call is taken again', async () => {
    const { store, id } = await opened('uno');
    const code = async () => (await store.traffic())[0]?.code;
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, refused);
    expect(await code()).toBe('20003');
    await store.claim(id, later(1), 30_000);
    await store.record('o1', 2, { state: 'rejected', code: '20003' });
    expect(await code()).toBe('20003');
    await store.claim(id, later(2), 30_000);
    expect(await code()).toBe('20003');
    await store.record('o2', 1, { state: 'accepted', providerId: 'SM1', code: 'as_template' });
    expect(await code()).toBeNull();
  });
}
