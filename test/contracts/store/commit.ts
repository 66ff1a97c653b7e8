import { expect, it } from 'vitest';
import { newState } from '../../../src/dialogs/state.ts';
import { ConflictError } from '../../../src/errors.ts';
import { message, newCase, outbound } from '../../support/store.ts';
import { AT, type Begin, turn } from './begin.ts';

/** One commit: all of it, or a conflict and nothing. */
export function commitContract(opened: Begin): void {
  it('lets one of two turns on the same version win', async () => {
    const { store, id } = await opened('uno');
    const change = { at: AT, conversation: turn(id, 0, [1]) };
    const results = await Promise.allSettled([store.commit(change), store.commit(change)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((results[1] as PromiseRejectedResult).reason).toEqual(new ConflictError('conversation'));
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

  it('stores none of several cases when one of them clashes', async () => {
    const { store } = await opened('uno');
    const change = (id: string, number: string) => ({
      ...{ case: newCase({ id, number }), expectedVersion: 0, events: [] },
    });
    await store.commit({ at: AT, cases: [change('a', '311-a')] });
    const several = { at: AT, cases: [change('b', '311-b'), change('c', '311-a')] };
    await expect(store.commit(several)).rejects.toEqual(new ConflictError('number'));
    expect(await store.caseById('b')).toBeNull();
    await store.commit({ at: AT, cases: [change('b', '311-b'), change('c', '311-c')] });
    expect((await store.cases({ limit: 9 })).cases).toHaveLength(3);
    const again = { at: AT, cases: [change('a', '311-z')] };
    await expect(store.commit(again)).rejects.toEqual(new ConflictError('case'));
  });

  it('gives back everything of a case', async () => {
    const { store, id } = await opened('uno');
    const place = { code: '081001', province: 'Panamá', district: 'San Miguelito', corregimiento: 'Amelia' };
    const whole = newCase({
      ...{ kind: 'denuncia', privacy: 'confidential', conversationId: id, rating: 4, confirmed: false },
      ...{ place: { ...place, text: 'frente a la \ud800 panadería', lat: 9.05, lon: -79.47 }, reopened: 2 },
      ...{ reporter: { channel: 'sms', account: '', address: '+50760001111', contact: 'de noche' } },
      ...{ opening: { conversationId: id, turn: 1, index: 0 }, question: '¿Cuál?', ratingCause: 'tarde' },
      ...{ attachments: [{ id: 'm', type: 'image/png', bytes: 3 }], pinHash: 'ab', wakeAt: new Date(9_000) },
      ...{
        pausedAt: new Date(3_000),
        resolvedAt: new Date(4_000),
        closedAt: new Date(5_000),
        incident: 'i-1',
      },
    });
    await store.commit({ at: AT, cases: [{ case: whole, expectedVersion: 0, events: [] }] });
    expect(await store.caseById(whole.id)).toEqual({ ...whole, version: 1 });
  });

  it('keeps parked messages apart and moves on', async () => {
    const { store, id } = await opened('uno', 'dos');
    await store.commit({
      at: AT,
      conversation: { ...turn(id, 0, [1]), parked: 'TypeError', set: { failures: 5 } },
    });
    const loaded = await store.load(id);
    expect(loaded?.messages.map(({ seq }) => seq)).toEqual([2]);
    expect(loaded?.conversation).toMatchObject({ failures: 5, version: 1 });
  });

  it('sets what it is told and leaves the rest', async () => {
    const { store, id } = await opened('uno');
    const set = {
      ...{
        mode: 'person' as const,
        reason: 'asked',
        review: true,
        since: AT,
        takenBy: 'Marta',
        optedOut: true,
      },
      ...{ wakeAt: AT, failures: 2, state: newState('en'), name: 'Ana' },
    };
    await store.commit({ at: AT, conversation: { ...turn(id, 0, []), set } });
    await store.commit({ at: AT, conversation: { ...turn(id, 1, []), set: { name: null } } });
    expect((await store.load(id))?.conversation).toMatchObject({ ...set, name: null, version: 2, turns: 2 });
  });

  it('writes nothing to who is unknown or was erased', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    for (const whose of [id, 'nobody']) {
      const changes = [
        { at: AT, conversation: { ...turn(whose, 0, []), set: { name: 'Ana' } } },
        { at: AT, conversation: turn(whose, 0, [1]) },
        { at: AT, outbound: [outbound(whose, 'o2')] },
      ];
      for (const change of changes) {
        await expect(store.commit(change)).rejects.toEqual(new ConflictError('conversation'));
      }
      expect(await store.claim(whose, AT, 1)).toBeNull();
    }
    expect(await store.overdue(new Date(AT.getTime() + 9e9), 10)).toEqual([]);
  });

  it('erases a talk nobody wrote in or was written to about a case, where only such a one shall go', async () => {
    const { store, id } = await opened('uno');
    const open = (address: string) => store.open({ channel: 'sms', account: '', address }, null, AT);
    const [silent, ofCase] = [await open('+50760009991'), await open('+50760009992')];
    await store.commit({
      at: AT,
      cases: [{ case: newCase({ conversationId: ofCase }), expectedVersion: 0, events: [] }],
    });
    for (const heard of [id, ofCase]) {
      const change = { at: AT, erase: { conversationId: heard, caseIds: [], onlyUnheard: true } };
      await expect(store.commit(change)).rejects.toEqual(new ConflictError('conversation'));
      expect(await store.load(heard)).not.toBeNull();
    }
    await store.commit({ at: AT, erase: { conversationId: silent, caseIds: [], onlyUnheard: true } });
    expect(await store.load(silent)).toBeNull();
  });

  it('takes the reporter off every case of who is erased, also against who read it before', async () => {
    const { store, id } = await opened('uno');
    const reporter = { channel: 'sms', account: '', address: '+50760001111' };
    const made = newCase({ conversationId: id, reporter });
    await store.commit({ at: AT, cases: [{ case: made, expectedVersion: 0, events: [] }] });
    const read = await store.caseById(made.id);
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    const late = { at: AT, cases: [{ case: read ?? made, expectedVersion: 1, events: [] }] };
    await expect(store.commit(late)).rejects.toEqual(new ConflictError('case'));
    expect(await store.caseById(made.id)).toMatchObject({ reporter: null, conversationId: null });
  });

  it('stands as a whole when the process is killed', async () => {
    const { store, id, afterCrash } = await opened('uno');
    const opening = { conversationId: id, turn: 1, index: 0 };
    const event = { at: AT, what: 'opened', from: null, to: 'received', by: 'citizen', note: 'ñ' } as const;
    const cases = [{ case: newCase({ opening, conversationId: id }), expectedVersion: 0, events: [event] }];
    await store.commit({ at: AT, conversation: turn(id, 0, [1]), cases, outbound: [outbound(id, 'o1')] });
    const survivor = await afterCrash();
    expect(await survivor.load(id)).toEqual(await store.load(id));
    expect(await survivor.history('case-1')).toEqual([event]);
    expect(await survivor.casesOf(id)).toEqual(await store.casesOf(id));
    expect(await survivor.transcript(id, 0, 9)).toEqual(await store.transcript(id, 0, 9));
    await survivor.close();
  });
}
