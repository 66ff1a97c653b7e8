import { expect, it } from 'vitest';
import { message, outbound } from '../../support/store.ts';
import { ACCOUNT, AT, type Begin, later, turn } from './begin.ts';

/** Sends: in order, leased, fenced by attempt, told apart when their outcome is open. */
export function sendContract(opened: Begin): void {
  it('hands out sends in order, one at a time', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    const first = await store.claim(id, AT, 30_000);
    expect(first).toMatchObject({
      outbound: { id: 'o1', attempt: 1, state: 'sending', address: '+50760001111' },
    });
    expect(await store.claim(id, later(1_000), 30_000)).toEqual({ wait: later(30_000) });
    expect(await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' })).toBe(true);
    expect(await store.claim(id, AT, 30_000)).toMatchObject({ outbound: { id: 'o2' } });
  });

  it('keeps calls to one conversation within a pace, whoever makes them, and holds up no reading back', async () => {
    const { store, id } = await opened('uno');
    const pace = { most: 2, perMs: 1_000 };
    const claim = (at: number) => store.claim(id, later(at), 30_000, pace);
    await store.commit({ at: AT, outbound: ['o1', 'o2', 'o3', 'o4'].map(name => outbound(id, name)) });
    for (const [at, name] of [
      [0, 'o1'],
      [400, 'o2'],
    ] as const) {
      expect(await claim(at)).toMatchObject({ outbound: { id: name } });
      await store.record(name, 1, { state: 'accepted', providerId: null });
    }
    expect(await claim(500)).toEqual({ wait: later(1_000) });
    expect(await claim(1_000)).toMatchObject({ outbound: { id: 'o3' } });
    await store.record('o3', 1, { state: 'pending', code: '429', retryAt: later(1_100) });
    expect(await claim(1_200)).toEqual({ wait: later(1_400) });
    expect(await claim(1_500)).toMatchObject({ outbound: { id: 'o3', attempt: 2 } });
    await store.record('o3', 2, { state: 'unknown', code: 'timeout', retryAt: later(1_600) });
    expect(await claim(1_700)).toMatchObject({ outbound: { id: 'o3', state: 'unknown' } });
    // A clock that was set back keeps nobody waiting.
    await store.record('o3', 3, { state: 'accepted', providerId: null });
    expect(await claim(-3_600_000)).toMatchObject({ outbound: { id: 'o4' } });
  });

  it('hands out with a send the newest way to its address, whatever a late repeat told', async () => {
    const { store, id } = await opened('uno');
    const said = (text: string, route: string) => message(text, { route });
    await store.addInbound([said('dos', 'https://eu.example/'), said('tres', 'https://us.example/')], AT);
    await store.addInbound([said('dos', 'https://eu.example/'), message('cuatro')], later(9e8));
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    expect(await store.claim(id, AT, 30_000)).toMatchObject({ outbound: { route: 'https://us.example/' } });
  });

  it('knows no way besides the address where none was told', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    expect(await store.claim(id, AT, 30_000)).toMatchObject({ outbound: { route: null } });
  });

  it('tells of a send why it failed last, and how it went in the end', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    expect(await store.claim(id, AT, 1)).toMatchObject({ outbound: { code: null } });
    await store.record('o1', 1, { state: 'pending', code: 'window_closed', retryAt: AT });
    expect(await store.claim(id, AT, 1)).toMatchObject({ outbound: { code: 'window_closed' } });
    await store.record('o1', 2, { state: 'accepted', providerId: null, code: 'as_template' });
    expect(await store.deliveries('k')).toMatchObject([{ state: 'accepted', code: 'as_template' }]);
  });

  it('gives a send whose caller is gone to the next as unknown, and refuses the late answer', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    const second = await store.claim(id, later(31_000), 30_000);
    expect(second).toMatchObject({ outbound: { state: 'unknown', attempt: 2, startedAt: AT } });
    expect(await store.record('o1', 1, { state: 'accepted', providerId: 'late' })).toBe(false);
    expect(await store.record('o1', 2, { state: 'accepted', providerId: 'x', maybeDuplicate: true })).toBe(
      true,
    );
    expect(await store.record('o1', 2, { state: 'accepted', providerId: 'x' })).toBe(false);
  });

  it('keeps what is written down before a second call: its time, and that there may be two', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    await store.claim(id, later(31_000), 30_000);
    const again = { state: 'sending', startedAt: later(32_000), maybeDuplicate: true } as const;
    expect(await store.record('o1', 1, again)).toBe(false);
    expect(await store.record('o1', 2, again)).toBe(true);
    expect(await store.claim(id, later(40_000), 30_000)).toEqual({ wait: later(61_000) });
    expect(await store.claim(id, later(62_000), 30_000)).toMatchObject({
      outbound: { state: 'unknown', attempt: 3, startedAt: later(32_000), maybeDuplicate: true },
    });
  });

  it('holds a delayed send and everything behind it back', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'pending', code: '429', retryAt: later(5_000) });
    expect(await store.claim(id, later(1_000), 30_000)).toEqual({ wait: later(5_000) });
    expect(await store.claim(id, later(5_000), 30_000)).toMatchObject({
      outbound: { id: 'o1', attempt: 2 },
    });
  });

  it('never lets a receipt regress, and takes one that overtakes our own record', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    const receipt = (state: 'sent' | 'delivered' | 'failed', key: object) =>
      store.addReceipts([{ channel: 'sms', account: '+5076000000', state, at: AT, ...key }]);
    expect(await receipt('delivered', { outboundId: 'o1' })).toHaveLength(1);
    await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    expect(await receipt('sent', { providerId: 'SM1' })).toEqual([]);
    expect(await receipt('delivered', { providerId: 'SM1' })).toEqual([]);
    expect(await receipt('failed', { providerId: 'SM1' })).toEqual([]);
    expect(await receipt('sent', { providerId: 'SM-unknown' })).toEqual([]);
  });

  it('takes word that a message is delayed, and what becomes of it then', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    const receipt = (state: 'accepted' | 'delayed' | 'failed', code: string) =>
      store.addReceipts([{ channel: 'sms', account: '+5076000000', outboundId: 'o1', state, code, at: AT }]);
    expect(await receipt('delayed', '4.4.1')).toHaveLength(1);
    expect(await store.deliveries('k')).toMatchObject([
      { state: 'accepted', receipt: 'delayed', code: '4.4.1' },
    ]);
    expect(await receipt('accepted', '2.0.0')).toEqual([]);
    expect(await receipt('failed', '5.4.7')).toHaveLength(1);
    expect(await store.deliveries('k')).toMatchObject([{ state: 'rejected', receipt: 'failed' }]);
  });

  it('turns an accepted send that failed later into a rejected one', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
    await store.addReceipts([
      { channel: 'sms', account: '+5076000000', providerId: 'SM1', state: 'failed', code: '30003', at: AT },
    ]);
    expect(await store.deliveries('k')).toMatchObject([
      { state: 'rejected', receipt: 'failed', code: '30003', text: 'reply o1' },
    ]);
  });

  it.each([
    ['sent', 'accepted'],
    ['failed', 'rejected'],
  ] as const)('settles an unknown outcome by a receipt that says %s', async (state, settled) => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'unknown', code: 'timeout', retryAt: later(5_000) });
    expect(await store.isSent('sms', '+5076000000', 'SM1')).toBe(false);
    const receipt = { channel: 'sms', account: '+5076000000', outboundId: 'o1', providerId: 'SM1', state };
    expect(await store.addReceipts([{ ...receipt, at: AT }])).toHaveLength(1);
    expect(await store.deliveries('k')).toMatchObject([{ state: settled, receipt: state }]);
    expect(await store.isSent('sms', '+5076000000', 'SM1')).toBe(true);
    expect(await store.claim(id, later(90_000), 30_000)).toBeNull();
  });

  it('lists a send cut short by a kill, and hands it out with its outcome open', async () => {
    const { store, id, afterCrash } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    await store.claim(id, AT, 30_000);
    const survivor = await afterCrash();
    const now = later(30_000);
    expect(await survivor.overdue(now, 10)).toContainEqual({ name: 'deliver', conversationId: id });
    expect(await survivor.claim(id, now, 30_000)).toMatchObject({
      outbound: { id: 'o1', state: 'unknown', attempt: 2, startedAt: AT },
    });
    await survivor.close();
  });

  it('lists no talk whose next send waits, whatever stands behind it', async () => {
    const { store, id } = await opened('uno');
    const due = async (ms: number) => (await store.overdue(later(ms), 10)).map(({ name }) => name);
    await store.commit({
      ...{ at: AT, conversation: turn(id, 0, [1]) },
      outbound: [outbound(id, 'o1'), outbound(id, 'o2')],
    });
    expect(await due(1)).toEqual(['deliver']);
    await store.claim(id, AT, 30_000);
    expect([await due(29_999), await due(30_000)]).toEqual([[], ['deliver']]);
    await store.record('o1', 1, { state: 'pending', code: 'http_503', retryAt: later(600_000) });
    expect([await due(60_000), await due(599_999), await due(600_000)]).toEqual([[], [], ['deliver']]);
    await store.claim(id, later(600_000), 30_000);
    await store.record('o1', 2, { state: 'unknown', code: 'timeout', retryAt: later(700_000) });
    expect([await due(699_999), await due(700_000)]).toEqual([[], ['deliver']]);
    await store.claim(id, later(700_000), 30_000);
    await store.record('o1', 3, { state: 'accepted', providerId: null });
    expect(await due(700_000)).toEqual(['deliver']);
  });

  it('lists a talk whose next send waits and is wanted no more', async () => {
    const { store, id } = await opened('alto');
    await store.commit({ at: AT, conversation: turn(id, 0, [1]), outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'pending', code: 'http_503', retryAt: later(600_000) });
    const conversation = { ...turn(id, 1, []), set: { optedOut: true } };
    await store.commit({ at: AT, conversation, outbound: [outbound(id, 'o2', { class: 'optOut' })] });
    expect(await store.overdue(later(1), 10)).toContainEqual({ name: 'deliver', conversationId: id });
    expect(await store.claim(id, later(1), 30_000)).toMatchObject({ outbound: { id: 'o2' } });
  });

  it('keeps a failure that was told before our own record', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await store.claim(id, AT, 30_000);
    const receipt = { channel: 'sms', account: ACCOUNT, outboundId: 'o1', at: AT } as const;
    await store.addReceipts([{ ...receipt, state: 'failed', code: '30005' }]);
    expect(await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' })).toBe(true);
    expect(await store.deliveries('k')).toMatchObject([
      { state: 'rejected', receipt: 'failed', code: '30005' },
    ]);
    expect(await store.isSent('sms', ACCOUNT, 'SM1')).toBe(true);
  });

  it('waits for nothing that began in the future, when the clock was set back', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    const before = later(-3_600_000);
    expect(await store.overdue(before, 10)).toContainEqual({ name: 'deliver', conversationId: id });
    await store.claim(id, AT, 30_000);
    expect(await store.claim(id, later(-1_000), 30_000)).toEqual({ wait: later(30_000) });
    expect(await store.overdue(before, 10)).toContainEqual({ name: 'deliver', conversationId: id });
    expect(await store.claim(id, before, 30_000)).toMatchObject({
      outbound: { state: 'unknown', attempt: 2 },
    });
  });

  it('never forgets that a message may have come twice', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' })] });
    await store.claim(id, AT, 1);
    await store.record('o1', 1, { state: 'unknown', code: 'timeout', retryAt: AT, maybeDuplicate: true });
    await store.claim(id, AT, 1);
    await store.record('o1', 2, { state: 'accepted', providerId: null });
    expect(await store.deliveries('k')).toMatchObject([
      { maybeDuplicate: true, attempts: 2, state: 'accepted' },
    ]);
  });

  it('takes a word about all until a time for what had been taken by then', async () => {
    const { store, id } = await opened('uno');
    const rows = ['o1', 'o2', 'o3', 'o4'].map(name => outbound(id, name, { caseId: 'k' }));
    await store.commit({ at: AT, outbound: rows });
    for (const [i, name] of ['o1', 'o2', 'o3'].entries()) {
      await store.claim(id, later(i * 1_000), 30_000);
      await store.record(name, 1, { state: i === 1 ? 'rejected' : 'accepted', code: 'x', providerId: name });
    }
    const upTo = (at: Date, address = '+50760001111') => ({ upTo: { address, at }, at });
    const word = { channel: 'sms', account: ACCOUNT } as const;
    const told = (state: 'read' | 'delivered', when: ReturnType<typeof upTo>) =>
      store.addReceipts([{ ...word, state, ...when }]).then(news => news.map(({ outboundId }) => outboundId));
    expect(await told('read', upTo(later(-1)))).toEqual([]);
    expect(await told('read', upTo(later(2_000), '+50760009999'))).toEqual([]);
    expect(await told('read', upTo(later(1_999)))).toEqual(['o1']);
    expect(await told('delivered', upTo(later(9_000)))).toEqual(['o3']);
    expect(await told('read', upTo(later(9_000)))).toEqual(['o3']);
    expect(await told('read', upTo(later(9_000)))).toEqual([]);
    const states = (await store.deliveries('k')).map(({ state, receipt }) => [state, receipt]);
    expect(states).toEqual([
      ['accepted', 'read'],
      ['rejected', null],
      ['accepted', 'read'],
      ['pending', null],
    ]);
  });

  it('knows nothing of sends and receipts that were never its own', async () => {
    const { store, id } = await opened('uno');
    expect(await store.claim(id, AT, 1)).toBeNull();
    expect(await store.claim('nobody', AT, 1)).toBeNull();
    expect(await store.record('nothing', 1, { state: 'rejected', code: 'x' })).toBe(false);
    const stranger = { channel: 'sms', account: ACCOUNT, state: 'read', at: AT } as const;
    expect(await store.addReceipts([stranger, { ...stranger, outboundId: 'o9', providerId: 'p9' }])).toEqual(
      [],
    );
  });

  it('lets no talk wait for another’s', async () => {
    const { store, id } = await opened('uno');
    const [other] = await store.addInbound([message('dos', { address: '+50760009999' })], AT);
    const otherId = other?.conversationId ?? '';
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(otherId, 'o2')] });
    await store.claim(id, AT, 30_000);
    expect(await store.claim(otherId, AT, 30_000)).toMatchObject({
      outbound: { id: 'o2', address: '+50760009999' },
    });
  });

  it('hands out nothing that was accepted by being stored', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { state: 'accepted' })] });
    expect(await store.claim(id, AT, 1)).toBeNull();
    expect(await store.overdue(later(1), 10)).toEqual([]);
  });
}
