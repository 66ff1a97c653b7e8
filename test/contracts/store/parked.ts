import { expect, it } from 'vitest';
import { ConflictError } from '../../../src/errors.ts';
import type { ConversationChange, Unparking } from '../../../src/storage/store.ts';
import { message } from '../../support/store.ts';
import { AT, type Begin, type Begun, later, turn } from './begin.ts';

/** Messages put aside: listed until a person has seen to them, or a turn has them again. */
export function parkedContract(opened: Begin): void {
  const aside = (id: string, version: number, consumed: number[], reason = 'TypeError') => {
    return { ...turn(id, version, consumed), parked: reason };
  };
  const decided = (id: string, version: number, unparked: Unparking): ConversationChange => {
    return { ...turn(id, version, []), turn: false, unparked };
  };
  const seqsOf = async ({ store, id }: Pick<Begun, 'store' | 'id'>) =>
    (await store.parkedMessages(id, 99)).map(({ message: { seq } }) => seq);
  const dropped = { to: 'drop', by: 'Marta', reason: 'answered' } as const;

  it('with when, how many and why, longest first', async () => {
    const { store, id } = await opened('uno', 'dos', 'tres');
    const [other] = await store.addInbound([message('otra', { address: '+50760002222' })], AT);
    expect(await store.parkedTalks(9)).toEqual([]);
    await store.commit({ at: later(5), conversation: aside(other?.conversationId ?? '', 0, [1]) });
    await store.commit({ at: later(1), conversation: aside(id, 0, [1]) });
    await store.commit({ at: later(9), conversation: aside(id, 1, [2], 'RangeError') });
    const [first, second] = await store.parkedTalks(9);
    expect(first).toEqual({
      ...{ conversationId: id, channel: 'sms', since: later(1), messages: 2, reason: 'RangeError' },
    });
    expect(second).toMatchObject({ conversationId: other?.conversationId, messages: 1 });
    expect(await store.parkedTalks(1)).toHaveLength(1);
    const [shown] = await store.parkedMessages(id, 1);
    expect(shown).toMatchObject({
      parkedAt: later(1),
      reason: 'TypeError',
      message: { seq: 1, text: 'uno' },
    });
    expect(await store.parkedMessages('nobody', 9)).toEqual([]);
  });

  it('and makes them wait again, before those that came later', async () => {
    const { store, id } = await opened('uno', 'dos', 'tres');
    await store.commit({ at: AT, conversation: aside(id, 0, [1, 2]) });
    await store.commit({ at: AT, conversation: decided(id, 1, { seqs: [1, 2], to: 'retry' }) });
    expect(await store.parkedTalks(9)).toEqual([]);
    expect((await store.load(id))?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await store.overdue(later(60_000), 9)).toEqual([{ name: 'turn', conversationId: id }]);
    await store.commit({ at: AT, conversation: turn(id, 2, [1, 2, 3]) });
    expect((await store.load(id))?.messages).toEqual([]);
    expect(await store.overdue(later(60_000), 9)).toEqual([]);
  });

  it('and puts aside again what fails again', async () => {
    const { store, id } = await opened('uno', 'dos');
    await store.commit({ at: AT, conversation: aside(id, 0, [1]) });
    await store.commit({ at: AT, conversation: turn(id, 1, [2]) });
    await store.commit({ at: AT, conversation: decided(id, 2, { seqs: [1], to: 'retry' }) });
    expect((await store.load(id))?.messages.map(({ seq }) => seq)).toEqual([1]);
    await store.commit({ at: later(7), conversation: aside(id, 3, [1], 'SyntaxError') });
    expect(await store.parkedTalks(9)).toMatchObject([{ since: later(7), reason: 'SyntaxError' }]);
  });

  it('and keeps what a person has seen to, but lists it no more', async () => {
    const { store, id } = await opened('uno', 'dos');
    await store.commit({ at: AT, conversation: aside(id, 0, [1, 2]) });
    await store.commit({ at: AT, conversation: decided(id, 1, { seqs: [1], ...dropped }) });
    expect(await seqsOf({ store, id })).toEqual([2]);
    await store.commit({ at: AT, conversation: decided(id, 2, { seqs: [2], ...dropped }) });
    expect(await store.parkedTalks(9)).toEqual([]);
    expect((await store.load(id))?.messages).toEqual([]);
    expect((await store.transcript(id, 0, 9)).map(({ text }) => text)).toEqual(['uno', 'dos']);
  });

  it('and lets one of two decisions win', async () => {
    const { store, id } = await opened('uno', 'dos');
    await store.commit({ at: AT, conversation: aside(id, 0, [1]) });
    const both: Unparking[] = [
      { seqs: [1], to: 'retry' },
      { seqs: [1], ...dropped },
    ];
    const results = await Promise.allSettled(
      both.map(unparked => store.commit({ at: AT, conversation: decided(id, 1, unparked) })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const unparked of [...both, { seqs: [2], to: 'retry' } satisfies Unparking]) {
      const { conversation } = (await store.load(id)) ?? {};
      await expect(
        store.commit({ at: AT, conversation: decided(id, conversation?.version ?? 0, unparked) }),
      ).rejects.toEqual(new ConflictError('message'));
    }
  });

  it('and forgets those of who is erased', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, conversation: aside(id, 0, [1]) });
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    expect(await store.parkedTalks(9)).toEqual([]);
    expect(await store.parkedMessages(id, 9)).toEqual([]);
    expect(await store.backlog()).toEqual([]);
  });
}
