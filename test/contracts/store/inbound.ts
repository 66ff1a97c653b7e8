import { describe, expect, it } from 'vitest';
import { message, outbound } from '../../support/store.ts';
import { ACCOUNT, AT, type Begin, later, turn } from './begin.ts';

/** Messages: once, in order, whole. */
export function inboundContract(opened: Begin): void {
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
    const { store } = await opened();
    const added = await store.addInbound(
      [message('x'), message('x', { account: '+5076999999' }), message('x', { channel: 'web' })],
      AT,
    );
    expect(new Set(added.map(({ conversationId }) => conversationId)).size).toBe(3);
  });

  it('marks an equal message without an id as a possible repeat and keeps it', async () => {
    const { store, id } = await opened('a');
    await store.addInbound([message('eco', { providerId: null }), message('eco', { providerId: null })], AT);
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
      ' \n two  spaces\t',
    ];
    const { store, id } = await opened(...awkward);
    expect((await store.load(id))?.messages.map(({ text }) => text)).toEqual(awkward);
  });

  it('never moves the version for a message that arrives', async () => {
    const { store, id } = await opened('uno');
    await store.addInbound([message('dos')], AT);
    await store.commit({ at: AT, conversation: turn(id, 0, [1]) });
    expect((await store.load(id))?.messages.map(({ seq }) => seq)).toEqual([2]);
  });

  it('stores a message once when it comes twice at the same instant', async () => {
    const { store } = await opened();
    const both = await Promise.all([0, 1].map(() => store.addInbound([message('hola')], AT)));
    expect(both.flat().map(({ isNew, seq }) => [isNew, seq])).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });

  it('keeps what it acknowledged when the process is killed', async () => {
    const { store, id, added, afterCrash } = await opened('uno', 'dos');
    const before = await store.load(id);
    const survivor = await afterCrash();
    expect(await survivor.load(id)).toEqual(before);
    expect(await survivor.addInbound([message('dos')], AT)).toEqual([{ ...added[1], isNew: false }]);
    expect((await survivor.addInbound([message('tres')], AT))[0]?.seq).toBe(3);
    await survivor.close();
  });

  it('calls nothing a repeat that says something else, or comes long after', async () => {
    const { store, id } = await opened('a');
    const said = (more: object) => message('x', { providerId: null, ...more });
    await store.addInbound(
      [
        said({}),
        said({ choice: 'yes' }),
        said({ location: { lat: 9, lon: -79 } }),
        said({ location: { lat: 9.1, lon: -79 } }),
        said({ sentAt: AT }),
      ],
      AT,
    );
    await store.addInbound([said({})], later(601_000));
    const messages = (await store.load(id))?.messages ?? [];
    expect(messages.map(({ possibleRepeat }) => possibleRepeat)).toEqual(Array(7).fill(false));
  });

  it('finds what a message quotes, ours or their own, and nothing that is not of this talk', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, conversation: turn(id, 0, [1]), outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    await store.record('o1', 1, { state: 'accepted', providerId: 'SM-ours' });
    await store.addInbound([message('de otra', { address: '+50760009999' })], AT);
    const quotes = ['SM-ours', 'SM-uno', 'SM-de otra', 'SM-none', 2, 1, 99, 0, -1, 1.5, Number.NaN, 1e300];
    await store.addInbound(
      quotes.map((replyTo, i) => message(`q${i}`, { replyTo })),
      AT,
    );
    const found = (await store.load(id))?.messages.map(({ replyTo }) => replyTo);
    expect(found).toEqual([2, 1, null, null, 2, 1, null, null, null, null, null, null]);
  });

  it('learns a name that comes with a later message and keeps the first one', async () => {
    const { store, id } = await opened('uno');
    for (const name of ['Ana \ud800', 'Otra']) {
      await store.addInbound([message(name, { name })], AT);
    }
    expect((await store.load(id))?.conversation.name).toBe('Ana \ud800');
  });

  it('gives back everything a message carries', async () => {
    const { store, id } = await opened();
    const media = [{ id: 'm1' }, { url: 'https://media.example/1', type: 'image/png' }];
    const location = { lat: 9.05, lon: -79.4, label: 'aquí' };
    const more = {
      choice: 'yes',
      location,
      media,
      signal: 'optOut',
      signalAnswered: true,
      elsewhere: 'public',
    } as const;
    const [added] = await store.addInbound([message('todo', { ...more, media })], AT);
    const loaded = await store.load(added?.conversationId ?? id);
    expect(loaded?.messages).toEqual([
      {
        ...{ ...more, id: added?.messageId, seq: 1, receivedAt: AT, text: 'todo', media },
        ...{ replyTo: null, possibleRepeat: false },
      },
    ]);
    expect(loaded?.conversation).toMatchObject({
      account: ACCOUNT,
      address: '+50760001111',
      lastInboundAt: AT,
    });
  });

  describe('of who has two addresses, as their platform says', () => {
    const phone = { channel: 'sms', account: ACCOUNT, address: '+50760001111' };
    const byId = (text: string, more: object = {}) =>
      message(text, { address: 'PA.1', alsoKnownAs: phone.address, ...more });

    it('goes on with the conversation of the old one under the new one', async () => {
      const { store, id } = await opened('uno');
      const [added] = await store.addInbound([byId('dos')], AT);
      expect(added).toMatchObject({ conversationId: id, seq: 2 });
      expect((await store.load(id))?.conversation.address).toBe('PA.1');
      expect((await store.conversationOf(phone))?.id).toBe(id);
      await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
      expect(await store.claim(id, AT, 1)).toMatchObject({ outbound: { address: 'PA.1' } });
    });

    it('finds and opens it by either', async () => {
      const { store } = await opened();
      const [added] = await store.addInbound([byId('uno')], AT);
      const id = added?.conversationId;
      for (const address of [phone.address, 'PA.1']) {
        expect((await store.conversationOf({ ...phone, address }))?.id).toBe(id);
        expect(await store.open({ ...phone, address }, null, AT)).toBe(id);
      }
      expect(await store.conversationOf({ ...phone, account: 'other' })).toBeNull();
    });

    it('follows an id that changes, with what was said under the one before', async () => {
      const { store, id } = await opened('uno');
      await store.addInbound([byId('dos')], AT);
      await store.addInbound(
        [message('', { address: 'PA.2', alsoKnownAs: 'PA.1', providerId: 'moved' })],
        AT,
      );
      const [added] = await store.addInbound([message('tres', { address: 'PA.2' })], AT);
      expect(added?.conversationId).toBe(id);
    });

    it('leaves the conversation of who had a telephone before to its owner', async () => {
      const { store } = await opened();
      const [first] = await store.addInbound([byId('uno')], AT);
      const [second] = await store.addInbound([byId('dos', { address: 'PA.9' })], AT);
      expect(second?.conversationId).not.toBe(first?.conversationId);
      expect((await store.conversationOf(phone))?.id).toBe(second?.conversationId);
      const [bare] = await store.addInbound([message('tres')], AT);
      expect([first?.conversationId, second?.conversationId]).not.toContain(bare?.conversationId);
    });

    it('keeps what a platform repeats under the old one a repeat', async () => {
      const { store, added } = await opened('uno');
      await store.addInbound([byId('dos')], AT);
      expect(await store.addInbound([message('uno')], AT)).toEqual([{ ...added[0], isNew: false }]);
    });

    it('forgets both when they are erased', async () => {
      const { store } = await opened();
      const [added] = await store.addInbound([byId('uno')], AT);
      await store.commit({ at: AT, erase: { conversationId: added?.conversationId ?? '', caseIds: [] } });
      expect(await store.conversationOf(phone)).toBeNull();
      expect(await store.conversationOf({ ...phone, address: 'PA.1' })).toBeNull();
      expect(await store.open(phone, null, AT)).not.toBe(added?.conversationId);
    });

    it('remembers both after a crash', async () => {
      const { store, afterCrash } = await opened();
      const [added] = await store.addInbound([byId('uno')], AT);
      const survivor = await afterCrash();
      expect((await survivor.conversationOf(phone))?.id).toBe(added?.conversationId);
      await survivor.close();
    });
  });

  it('loads the oldest of what waits, as many as asked', async () => {
    const { store, id } = await opened('1', '2', '3', '4');
    await store.commit({ at: AT, conversation: turn(id, 0, [1, 3]) });
    expect((await store.load(id, 1))?.messages.map(({ seq }) => seq)).toEqual([2]);
    expect((await store.load(id, 2))?.messages.map(({ seq }) => seq)).toEqual([2, 4]);
    await store.commit({ at: AT, conversation: turn(id, 1, [2]) });
    expect((await store.load(id))?.messages.map(({ seq }) => seq)).toEqual([4]);
  });
}
