import { expect, it } from 'vitest';
import { outbound } from '../../support/store.ts';
import { AT, type Begin, later, turn } from './begin.ts';

/** Sends: numbers for danger go before what only waits, and everything else in its order. */
export function urgentContract(opened: Begin): void {
  const danger = { class: 'emergency' } as const;
  const done = { state: 'accepted', providerId: null } as const;

  it('hands out numbers for danger before what waits, and the others in their order', async () => {
    const { store, id } = await opened('uno');
    const first = [outbound(id, 'a'), outbound(id, 'b', { class: 'notice' })];
    await store.commit({ at: AT, outbound: first });
    const numbers = [outbound(id, 'n1', danger), outbound(id, 'n2', danger), outbound(id, 'c')];
    await store.commit({ at: AT, outbound: numbers });
    const order: [string, boolean][] = [];
    for (;;) {
      const claim = await store.claim(id, AT, 30_000);
      if (!claim || 'wait' in claim) break;
      order.push([claim.outbound.id, claim.more]);
      await store.record(claim.outbound.id, claim.outbound.attempt, done);
    }
    expect(order).toEqual([
      ['n1', true],
      ['n2', true],
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('tells of a talk whether such numbers wait, until they are sent', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'a')] });
    expect([await store.isUrgent(id), await store.isUrgent('nobody')]).toEqual([false, false]);
    await store.commit({ at: AT, outbound: [outbound(id, 'n', danger)] });
    expect(await store.isUrgent(id)).toBe(true);
    await store.claim(id, AT, 30_000);
    expect(await store.isUrgent(id)).toBe(true);
    await store.record('n', 1, done);
    expect(await store.isUrgent(id)).toBe(false);
  });

  it('lets them pass a message that waits for its next try, and keep it waiting for theirs', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'a')] });
    await store.claim(id, AT, 30_000);
    await store.record('a', 1, { state: 'pending', code: 'budget', retryAt: later(60_000) });
    await store.commit({ at: AT, outbound: [outbound(id, 'n', danger)] });
    expect(await store.claim(id, later(1), 30_000)).toMatchObject({ outbound: { id: 'n' }, more: true });
    await store.record('n', 1, { state: 'pending', code: '429', retryAt: later(90_000) });
    expect(await store.claim(id, later(70_000), 30_000)).toEqual({ wait: later(90_000) });
    expect(await store.claim(id, later(90_000), 30_000)).toMatchObject({ outbound: { id: 'n' } });
    await store.record('n', 2, done);
    expect(await store.claim(id, later(90_000), 30_000)).toMatchObject({ outbound: { id: 'a', attempt: 2 } });
  });

  it('holds back what they passed while they are sent, and while nobody knows whether they were', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'a'), outbound(id, 'n', danger)] });
    await store.claim(id, AT, 30_000);
    expect(await store.claim(id, later(1), 30_000)).toEqual({ wait: later(30_000) });
    await store.record('n', 1, { state: 'unknown', code: 'timeout', retryAt: later(40_000) });
    expect(await store.claim(id, later(30_000), 30_000)).toEqual({ wait: later(40_000) });
    expect(await store.claim(id, later(40_000), 30_000)).toMatchObject({
      outbound: { id: 'n', state: 'unknown' },
    });
    await store.record('n', 2, done);
    expect(await store.claim(id, later(40_000), 30_000)).toMatchObject({ outbound: { id: 'a' } });
  });

  it.each([
    ['is being sent', null],
    ['may have been sent', { state: 'unknown', code: 'timeout', retryAt: later(5_000) }],
  ] as const)('lets them pass no message that %s', async (_what, outcome) => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'a'), outbound(id, 'b')] });
    await store.claim(id, AT, 5_000);
    if (outcome) await store.record('a', 1, outcome);
    await store.commit({ at: AT, outbound: [outbound(id, 'n', danger)] });
    expect(await store.claim(id, later(1), 5_000)).toEqual({ wait: later(5_000) });
    expect(await store.claim(id, later(5_000), 5_000)).toMatchObject({
      outbound: { id: 'a', state: 'unknown' },
    });
    await store.record('a', 2, done);
    expect(await store.claim(id, later(5_000), 5_000)).toMatchObject({ outbound: { id: 'n' } });
  });

  it('lists a talk whose numbers for danger nobody sent, though what stands before them waits', async () => {
    const { store, id, afterCrash } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'a')] });
    await store.claim(id, AT, 30_000);
    await store.record('a', 1, { state: 'pending', code: 'budget', retryAt: later(600_000) });
    expect(await store.overdue(later(1), 10)).not.toContainEqual({ name: 'deliver', conversationId: id });
    await store.commit({ at: AT, outbound: [outbound(id, 'n', danger)] });
    const survivor = await afterCrash();
    expect(await survivor.overdue(later(1), 10)).toContainEqual({ name: 'deliver', conversationId: id });
    expect(await survivor.claim(id, later(1), 30_000)).toMatchObject({ outbound: { id: 'n' } });
    await survivor.close();
  });

  it('lists no talk whose numbers for danger wait, whatever they passed', async () => {
    const { store, id } = await opened('uno');
    const due = async (ms: number) =>
      (await store.overdue(later(ms), 10)).filter(({ name }) => name === 'deliver').length;
    await store.commit({ at: AT, outbound: [outbound(id, 'a'), outbound(id, 'n', danger)] });
    await store.claim(id, AT, 30_000);
    expect([await due(29_999), await due(30_000)]).toEqual([0, 1]);
    await store.record('n', 1, { state: 'unknown', code: 'timeout', retryAt: later(40_000) });
    expect([await due(39_999), await due(40_000)]).toEqual([0, 1]);
    await store.claim(id, later(40_000), 30_000);
    await store.record('n', 2, done);
    expect(await due(40_000)).toEqual(1);
  });

  it('gives them to who opted out before the acknowledgement, and nothing else but that', async () => {
    const { store, id } = await opened('alto');
    const out = [outbound(id, 'a'), outbound(id, 'b', { class: 'optOut' }), outbound(id, 'n', danger)];
    const set = { optedOut: true };
    await store.commit({ at: AT, conversation: { ...turn(id, 0, [1]), set }, outbound: out });
    const sent: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const claim = await store.claim(id, AT, 1);
      if (!claim || 'wait' in claim) continue;
      sent.push(claim.outbound.id);
      await store.record(claim.outbound.id, 1, done);
    }
    expect(sent).toEqual(['n', 'b']);
  });
}
