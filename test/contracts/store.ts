import { describe, expect, it } from 'vitest';
import { newState } from '../../src/dialogs/state.ts';
import { ConflictError } from '../../src/errors.ts';
import type { Queries } from '../../src/storage/queries.ts';
import type { Store } from '../../src/storage/store.ts';
import { message, newCase, outbound } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');
const later = (ms: number): Date => new Date(AT.getTime() + ms);

/** The promises of the Store port. Each adapter's test calls this with a way to open an empty store. */
export function storeContract(name: string, open: () => Promise<Store & Queries>): void {
  describe(`${name} keeps the promises of a store`, () => {
    const opened = async (...texts: string[]) => {
      const store = await open();
      const added = await store.addInbound(
        texts.map(text => message(text)),
        AT,
      );
      return { store, id: added[0]?.conversationId ?? '', added };
    };
    const turn = (id: string, expectedVersion: number, consumed: number[]) => ({
      id,
      expectedVersion,
      consumed,
      turn: true,
      set: {},
    });

    it('stores a message once, however often and however late it comes', async () => {
      const { store, added } = await opened('hola');
      const again = await Promise.all([
        store.addInbound([message('hola')], later(9e8)),
        store.addInbound([message('hola')], AT),
      ]);
      for (const [repeat] of again) expect(repeat).toEqual({ ...added[0], isNew: false });
      expect((await store.load(added[0]?.conversationId ?? ''))?.messages).toHaveLength(1);
    });

    it('takes the same message twice in one call as one', async () => {
      const { added } = await opened('hola', 'hola');
      expect(added.map(({ isNew }) => isNew)).toEqual([true, false]);
    });

    it('tells accounts and channels apart that use the same ids', async () => {
      const store = await open();
      const added = await store.addInbound(
        [message('x'), message('x', { account: '+5076999999' }), message('x', { channel: 'web' })],
        AT,
      );
      expect(new Set(added.map(({ conversationId }) => conversationId)).size).toBe(3);
    });

    it('marks an equal message without an id as a possible repeat and keeps it', async () => {
      const { store, id } = await opened('a');
      await store.addInbound(
        [message('eco', { providerId: null }), message('eco', { providerId: null })],
        AT,
      );
      const flags = (await store.load(id))?.messages.map(({ possibleRepeat }) => possibleRepeat);
      expect(flags).toEqual([false, false, true]);
    });

    it('gives each message of either direction the next number of one sequence', async () => {
      const { store, id } = await opened('uno', 'dos');
      const change = {
        at: AT,
        conversation: turn(id, 0, [1, 2]),
        outbound: [outbound(id, 'o1'), outbound(id, 'o2')],
      };
      expect((await store.commit(change)).seqs).toEqual([3, 4]);
      expect((await store.addInbound([message('tres')], AT))[0]?.seq).toBe(5);
    });

    it('gives back words exactly as they came', async () => {
      const awkward = [
        '\u0000nul',
        '👩‍👩‍👧',
        'x'.repeat(10_000),
        '\ud800 lone',
        "'; drop table messages; --",
        'ñandú',
      ];
      const { store, id } = await opened(...awkward);
      expect((await store.load(id))?.messages.map(({ text }) => text)).toEqual(awkward);
    });

    it('lets one of two turns on the same version win', async () => {
      const { store, id } = await opened('uno');
      const change = { at: AT, conversation: turn(id, 0, [1]) };
      const results = await Promise.allSettled([store.commit(change), store.commit(change)]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect((results[1] as PromiseRejectedResult).reason).toEqual(new ConflictError('conversation'));
    });

    it('never moves the version for a message that arrives', async () => {
      const { store, id } = await opened('uno');
      await store.addInbound([message('dos')], AT);
      await store.commit({ at: AT, conversation: turn(id, 0, [1]) });
      expect((await store.load(id))?.messages.map(({ seq }) => seq)).toEqual([2]);
    });

    it('consumes a message once', async () => {
      const { store, id } = await opened('uno');
      await store.commit({ at: AT, conversation: turn(id, 0, [1]) });
      await expect(store.commit({ at: AT, conversation: turn(id, 1, [1]) })).rejects.toEqual(
        new ConflictError('message'),
      );
      expect((await store.load(id))?.conversation.turns).toBe(1);
    });

    it('stores nothing of a commit that fails in its last part', async () => {
      const { store, id } = await opened('uno');
      await store.commit({ at: AT, outbound: [outbound(id, 'same')] });
      const state = { ...newState('en'), greeted: true };
      const change = {
        at: AT,
        conversation: { ...turn(id, 0, [1]), set: { state } },
        cases: [{ case: newCase(), expectedVersion: 0, events: [] }],
        outbound: [outbound(id, 'same')],
      };
      await expect(store.commit(change)).rejects.toEqual(new ConflictError('outbound'));
      expect((await store.load(id))?.conversation).toMatchObject({
        version: 0,
        turns: 0,
        state: { greeted: false },
      });
      expect((await store.load(id))?.messages).toHaveLength(1);
      expect(await store.caseByNumber(newCase().number)).toBeNull();
    });

    it('opens one case per turn and draft, and one per number', async () => {
      const { store, id } = await opened('uno');
      const opening = { conversationId: id, turn: 1, index: 0 };
      const open = (c: ReturnType<typeof newCase>) =>
        store.commit({ at: AT, cases: [{ case: c, expectedVersion: 0, events: [] }] });
      await open(newCase({ opening }));
      await expect(open(newCase({ id: 'b', number: '311-1', opening }))).rejects.toEqual(
        new ConflictError('opening'),
      );
      await expect(open(newCase({ id: 'c' }))).rejects.toEqual(new ConflictError('number'));
    });

    it('lets one of two changes of a case win and keeps both their steps apart', async () => {
      const { store } = await opened('uno');
      const event = { at: AT, what: 'note' as const, from: null, to: null, by: 'desk', note: 'visto' };
      await store.commit({ at: AT, cases: [{ case: newCase(), expectedVersion: 0, events: [event] }] });
      const change = {
        at: AT,
        cases: [{ case: newCase({ status: 'in_progress' }), expectedVersion: 1, events: [event] }],
      };
      const results = await Promise.allSettled([store.commit(change), store.commit(change)]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await store.history('case-1')).toEqual([event, event]);
      expect((await store.caseById('case-1'))?.version).toBe(2);
    });

    it('honours a caller’s own id of a change once', async () => {
      const { store } = await opened('uno');
      const open = (c: ReturnType<typeof newCase>) =>
        store.commit({
          at: AT,
          cases: [{ case: c, expectedVersion: 0, events: [], idempotencyKey: 'form-7' }],
        });
      await open(newCase());
      await expect(open(newCase({ id: 'b', number: '311-1' }))).rejects.toEqual(
        new ConflictError('idempotency'),
      );
      expect((await store.caseByIdempotencyKey('form-7'))?.id).toBe('case-1');
    });

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

    it('sends nothing more to who opted out, but the acknowledgement and a danger’s numbers', async () => {
      const { store, id } = await opened('alto');
      const set = { optedOut: true };
      const out = [
        outbound(id, 'a'),
        outbound(id, 'b', { class: 'optOut' }),
        outbound(id, 'c', { class: 'emergency' }),
      ];
      await store.commit({ at: AT, conversation: { ...turn(id, 0, [1]), set }, outbound: out });
      expect(await store.claim(id, AT, 1)).toMatchObject({ outbound: { id: 'b' } });
      await store.record('b', 1, { state: 'accepted', providerId: null });
      expect(await store.claim(id, AT, 1)).toMatchObject({ outbound: { id: 'c' } });
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

    it('sends once more what was accepted and failed later, when it is told to', async () => {
      const { store, id } = await opened('uno');
      await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
      await store.claim(id, AT, 30_000);
      await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
      const again = { state: 'pending', code: '30003', retryAt: later(60_000) } as const;
      expect(await store.record('o1', 1, again)).toBe(false);
      const receipt = { channel: 'sms', account: '+5076000000', providerId: 'SM1', state: 'failed' } as const;
      await store.addReceipts([{ ...receipt, at: AT }]);
      expect(await store.record('o1', 1, { state: 'accepted', providerId: 'SM2' })).toBe(false);
      expect(await store.record('o1', 1, again)).toBe(true);
      expect(await store.claim(id, AT, 30_000)).toEqual({ wait: later(60_000) });
      expect(await store.claim(id, later(60_000), 30_000)).toMatchObject({
        outbound: { state: 'sending', attempt: 2, createdAt: AT },
      });
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

    it('lists what nobody did: turns, alarms, sends and clocks', async () => {
      const { store, id } = await opened('uno');
      expect(await store.overdue(later(1_000), 10)).toEqual([]);
      expect(await store.overdue(later(3_000), 10)).toEqual([{ name: 'turn', conversationId: id }]);
      const conversation = { ...turn(id, 0, [1]), set: { wakeAt: later(60_000) } };
      const cases = [{ case: newCase({ wakeAt: later(60_000) }), expectedVersion: 0, events: [] }];
      await store.commit({ at: AT, conversation, cases, outbound: [outbound(id, 'o1')] });
      expect(await store.overdue(later(3_000), 10)).toEqual([{ name: 'deliver', conversationId: id }]);
      await store.claim(id, AT, 30_000);
      expect(await store.overdue(later(29_000), 10)).toEqual([]);
      expect(await store.overdue(later(60_000), 10)).toEqual([
        { name: 'turn', conversationId: id },
        { name: 'deliver', conversationId: id },
        { name: 'clock', caseId: 'case-1' },
      ]);
    });

    it('counts a message from the future as due, when the clock was set back', async () => {
      const { store, id } = await opened('uno');
      expect(await store.overdue(later(-3_600_000), 10)).toEqual([{ name: 'turn', conversationId: id }]);
    });

    it('forgets an erased person and still knows the message that comes again', async () => {
      const { store, id } = await opened('uno');
      const reporter = { channel: 'sms', account: '', address: '+50760001111' };
      const cases = [{ case: newCase({ conversationId: id, reporter }), expectedVersion: 0, events: [] }];
      await store.commit({ at: AT, conversation: turn(id, 0, [1]), cases });
      const conversation = { ...turn(id, 1, []), turn: false };
      await store.commit({ at: AT, conversation, erase: { conversationId: id, caseIds: ['case-1'] } });
      expect(await store.load(id)).toBeNull();
      expect(await store.transcript(id, 0, 10)).toEqual([]);
      expect(await store.caseById('case-1')).toMatchObject({ reporter: null, conversationId: null });
      const [again] = await store.addInbound([message('uno')], AT);
      expect(again).toMatchObject({ isNew: false });
      const [fresh] = await store.addInbound([message('dos')], AT);
      expect(fresh?.conversationId).not.toBe(id);
    });

    it('shows a talk in order and its news', async () => {
      const { store, id } = await opened('uno');
      await store.commit({
        at: AT,
        conversation: turn(id, 0, [1]),
        outbound: [outbound(id, 'o1', { asks: 'confirm' })],
      });
      expect(await store.transcript(id, 0, 10)).toMatchObject([
        { seq: 1, from: 'citizen', text: 'uno', turn: 1, asks: 'none' },
        { seq: 2, from: 'bot', text: 'reply o1', turn: 1, asks: 'confirm' },
      ]);
      expect(await store.transcript(id, 1, 10)).toHaveLength(1);
      expect(await store.withNews(new Map([[id, 1]]))).toEqual([id]);
      expect(await store.withNews(new Map([[id, 2]]))).toEqual([]);
    });

    it('pages through cases without repeating or skipping one', async () => {
      const store = await open();
      const cases = [1, 2, 3, 4, 5].map(n => ({
        case: newCase({ id: `c${n}`, number: `311-${n}`, openedAt: new Date(n < 4 ? 1_000 : n) }),
        expectedVersion: 0,
        events: [],
      }));
      await store.commit({ at: AT, cases });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { cases: { id: string }[]; next: string | null } = await store.cases({
          limit: 2,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.cases.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual(['c3', 'c2', 'c1', 'c5', 'c4']);
      expect((await store.cases({ limit: 10, agencyId: 'aaud' })).cases).toEqual([]);
    });

    it('keeps files apart by conversation and the same bytes once', async () => {
      const { store, id } = await opened('uno');
      const file = { type: 'image/png', bytes: Buffer.from('pixels') };
      const first = await store.addMedia(id, file);
      expect(await store.addMedia(id, file)).toBe(first);
      expect(await store.media(id, first)).toEqual(file);
      expect(await store.media('another', first)).toBeNull();
    });
  });
}
