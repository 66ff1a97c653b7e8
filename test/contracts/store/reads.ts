import { expect, it } from 'vitest';
import { correction, message, newCase, outbound } from '../../support/store.ts';
import { ACCOUNT, AT, type Begin, later, turn } from './begin.ts';

/** What is due, and what people's screens show. */
export function readContract(opened: Begin): void {
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

  it('hands out as many waiting messages as are asked for, also none, past those that were taken', async () => {
    const { store, id } = await opened('uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis');
    const seqs = async (limit: number) => (await store.load(id, limit))?.messages.map(({ seq }) => seq);
    expect(await seqs(0)).toEqual([]);
    expect((await store.load(id, 0))?.conversation.id).toBe(id);
    await store.commit({ at: AT, conversation: turn(id, 0, [2, 3, 5]) });
    expect(await seqs(0)).toEqual([]);
    expect(await seqs(1)).toEqual([1]);
    expect(await seqs(2)).toEqual([1, 4]);
    expect(await seqs(3)).toEqual([1, 4, 6]);
    expect(await seqs(9)).toEqual([1, 4, 6]);
  });

  it('counts a message from the future as due, when the clock was set back', async () => {
    const { store, id } = await opened('uno');
    expect(await store.overdue(later(-3_600_000), 10)).toEqual([{ name: 'turn', conversationId: id }]);
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
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    expect(await store.withNews(new Map([[id, 2]]))).toEqual([id]);
  });

  it('pages through cases without repeating or skipping one', async () => {
    const { store } = await opened();
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

  it('shows with a message the files that were fetched for it, and no others', async () => {
    const { store, id } = await opened('uno');
    const url = (name: string) => ({ url: `https://files.example.org/${name}` });
    await store.addInbound([message('dos', { media: [url('a'), url('b')] }), message('tres')], AT);
    const file = (text: string) => ({ type: 'image/png', bytes: Buffer.from(text) });
    const a = await store.addMedia(id, file('a'), 2);
    const b = await store.addMedia(id, file('b'), 2);
    await store.addMedia(id, file('a'), 2);
    await store.addMedia(id, file('c'));
    await store.addInbound([message('cuatro', { media: [{ id: a }] })], AT);
    expect((await store.transcript(id, 0, 10)).map(({ media }) => media)).toEqual([[], [a, b], [], [a]]);
  });

  it('shows a fetched file and not the platform’s own name for it', async () => {
    const { store, id } = await opened('uno');
    await store.addInbound([message('dos', { media: [{ id: 'AgACAgQAAxkBAAI' }, { id: 'CQACAgQ' }] })], AT);
    const file = { type: 'image/png', bytes: Buffer.from('a') };
    const kept = await store.addMedia(id, file, 2);
    expect((await store.transcript(id, 1, 10)).map(({ media }) => media)).toEqual([[kept]]);
  });

  it('shows what our own server found out about a sender', async () => {
    const { store, id } = await opened('uno');
    const authenticity = { spf: 'pass', dkim: 'fail' };
    await store.addInbound([message('dos', { authenticity, about: '311-483-920-712' })], AT);
    expect(await store.transcript(id, 0, 10)).toMatchObject([{ text: 'uno' }, { authenticity }]);
    const waiting = (await store.load(id))?.messages ?? [];
    expect(waiting.map(({ about }) => about)).toEqual([undefined, '311-483-920-712']);
  });

  it('counts the first message that waits, however busily more follow', async () => {
    const { store, id } = await opened('uno');
    await store.addInbound([message('dos')], later(2_900));
    expect(await store.overdue(later(3_000), 10)).toEqual([{ name: 'turn', conversationId: id }]);
    await store.commit({ at: AT, conversation: turn(id, 0, [1]) });
    expect(await store.overdue(later(3_000), 10)).toEqual([]);
    expect(await store.overdue(later(5_900), 10)).toEqual([{ name: 'turn', conversationId: id }]);
  });

  it('lists no more than asked, those that wait longest first', async () => {
    const { store } = await opened();
    for (const n of [3, 1, 2]) await store.addInbound([message(`m${n}`, { address: `+5076${n}` })], later(n));
    const due = await store.overdue(later(9_000), 2);
    const [first, second] = await Promise.all(
      ['+50761', '+50762'].map(address =>
        store.conversationOf({ channel: 'sms', account: ACCOUNT, address }),
      ),
    );
    expect(due.map(job => 'conversationId' in job && job.conversationId)).toEqual([first?.id, second?.id]);
  });

  it('finds a talk by its address and only by all of it', async () => {
    const { store, id } = await opened('uno');
    const key = { channel: 'sms', account: ACCOUNT, address: '+50760001111' };
    expect((await store.conversationOf(key))?.id).toBe(id);
    expect(await store.conversationOf({ ...key, account: '' })).toBeNull();
    expect(await store.open(key, 'Ana', AT)).toBe(id);
    expect(await store.open({ ...key, address: '+50760005555' }, 'Eva', AT)).not.toBe(id);
  });

  it('shows who waits for a person and what a person should look at', async () => {
    const { store, id } = await opened('uno');
    const set = (version: number, change: object) =>
      store.commit({ at: AT, conversation: { ...turn(id, version, []), turn: false, set: change } });
    const ids = async (state: 'waiting' | 'review') => (await store.conversations(state, 9)).map(c => c.id);
    expect([await ids('waiting'), await ids('review')]).toEqual([[], []]);
    await set(0, { mode: 'waiting', since: AT });
    expect([await ids('waiting'), await ids('review')]).toEqual([[id], []]);
    await set(1, { mode: 'bot', review: true });
    expect([await ids('waiting'), await ids('review')]).toEqual([[], [id]]);
  });

  it('finds the case a message of ours was about', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1', { caseId: 'k' }), outbound(id, 'o2')] });
    expect([await store.caseOfMessage(id, 2), await store.caseOfMessage(id, 3)]).toEqual(['k', null]);
    expect(await store.caseOfMessage('nobody', 2)).toBeNull();
  });

  it('finds where a message of ours stands in its talk', async () => {
    const { store, id } = await opened('uno');
    await store.commit({ at: AT, outbound: [outbound(id, 'o1'), outbound(id, 'o2')] });
    const places = [await store.placeOf('o1'), await store.placeOf('o2'), await store.placeOf('o3')];
    expect(places).toEqual([2, 3, null]);
  });

  it('narrows cases by each thing it can, and survives a cursor that is none', async () => {
    const { store } = await opened();
    const place = { province: null, district: null, corregimiento: null, text: '', lat: null, lon: null };
    const cases = [
      newCase({ id: 'a', number: '1', status: 'closed', kind: 'idea', openedAt: new Date(5_000) }),
      newCase({ id: 'b', number: '2', serviceId: 'road', holder: { agencyId: 'mun', districtCode: '0810' } }),
      newCase({ id: 'c', number: '3', place: { ...place, code: '081001' }, kind: 'denuncia' }),
    ];
    await store.commit({ at: AT, cases: cases.map(c => ({ case: c, expectedVersion: 0, events: [] })) });
    const ids = async (filter: object) =>
      (await store.cases({ limit: 9, ...filter })).cases.map(({ id }) => id).join('');
    expect(await ids({})).toBe('acb');
    expect(await ids({ status: 'closed' })).toBe('a');
    expect(await ids({ kind: 'denuncia', districtCode: '0810' })).toBe('c');
    expect(await ids({ serviceId: 'road', agencyId: 'mun', holderDistrict: '0810' })).toBe('b');
    expect(await ids({ since: new Date(2_000) })).toBe('a');
    expect(await ids({ cursor: '☃' })).toBe('');
  });

  it('keeps what there is to learn with the change of the case, and gives it back in order', async () => {
    const { store, id } = await opened('uno');
    const filed = newCase({ conversationId: id });
    await store.commit({
      at: AT,
      cases: [
        { case: filed, expectedVersion: 0, events: [], correction: correction('mana agua', { by: id }) },
      ],
    });
    const desk = correction('mana agua', { source: 'desk', by: 'Turno' });
    await store.commit({
      at: later(5),
      cases: [{ case: filed, expectedVersion: 1, events: [], correction: desk }],
    });
    const { corrections, last } = await store.corrections(0, 10);
    expect(corrections).toMatchObject([
      { source: 'citizen', text: 'mana agua', writer: id, caseId: 'case-1', at: AT },
      { source: 'desk', before: { serviceId: 'water-leak' }, after: { serviceId: 'sewage' }, at: later(5) },
    ]);
    expect(corrections[0]?.corrector).not.toBe(corrections[1]?.corrector);
    expect(corrections[0]?.corrector).toMatch(/^[0-9a-f]{32}$/);
    expect(await store.corrections(0, 1)).toMatchObject({ corrections: [{ source: 'citizen' }] });
    expect((await store.corrections(corrections[0]?.key ?? 0, 10)).corrections).toHaveLength(1);
    expect(await store.corrections(last ?? 0, 10)).toEqual({ corrections: [], last: null });
  });

  it('keeps nothing to learn of a change that is refused', async () => {
    const { store, id } = await opened('uno');
    const change = { case: newCase({ conversationId: id }), events: [], correction: correction('mana agua') };
    await store.commit({ at: AT, cases: [{ ...change, expectedVersion: 0 }] });
    await expect(store.commit({ at: AT, cases: [{ ...change, expectedVersion: 0 }] })).rejects.toThrow();
    expect((await store.corrections(0, 10)).corrections).toHaveLength(1);
  });

  it('learns no more from who is erased; what a case without a talk taught stays with the case', async () => {
    const { store, id } = await opened('uno');
    const own = { case: newCase({ conversationId: id }), expectedVersion: 0, events: [] };
    const told = newCase({ id: 'case-2', number: '311-2' });
    await store.commit({
      at: AT,
      cases: [
        { ...own, correction: correction('mana agua') },
        { case: told, expectedVersion: 0, events: [], correction: correction('mana lodo') },
      ],
    });
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: ['case-1'] } });
    const { corrections, last } = await store.corrections(0, 10);
    expect(corrections.map(({ text, writer }) => [text, writer])).toEqual([['mana lodo', 'case-2']]);
    expect(last).toBe(2);
    expect(await store.corrections(0, 1)).toEqual({ corrections: [], last: 1 });
  });

  it('tells of the file that goes out with words, and of nothing when who got it was erased', async () => {
    const { store, id } = await opened('uno');
    const kept = await store.addMedia(id, { type: 'application/pdf', bytes: Buffer.from('%PDF') });
    const file = { id: kept, type: 'application/pdf', bytes: 4, name: 'recibo.pdf' };
    const words = { ...outbound(id, 'o1'), caseId: 'k', from: 'person' as const };
    const part = { text: 'Aquí está', choices: [], file };
    await store.commit({ at: AT, outbound: [{ ...words, part }] });
    expect(await store.claim(id, AT, 1_000)).toMatchObject({ outbound: { part } });
    expect((await store.transcript(id, 0, 10)).at(-1)).toMatchObject({ media: [kept], file });
    expect(await store.deliveries('k')).toMatchObject([{ text: 'Aquí está', file }]);
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    expect(await store.deliveries('k')).toMatchObject([{ text: null, file: null }]);
  });

  it('shows no file of who was erased', async () => {
    const { store, id } = await opened('uno');
    const file = await store.addMedia(id, { type: 'image/png', bytes: Buffer.from('pixels') });
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    expect(await store.media(id, file)).toBeNull();
    await expect(store.addMedia(id, { type: 'image/png', bytes: Buffer.from('x') })).rejects.toThrow();
  });

  it('knows keys by their hash until they are revoked', async () => {
    const { store } = await opened();
    const key = { id: 'k1', name: 'IDAAN', role: 'agency', agencyId: 'idaan', districtCode: null } as const;
    await store.addKey({ ...key, createdAt: AT, revokedAt: null }, 'hash');
    expect(await store.keyByHash('hash')).toEqual({ ...key, createdAt: AT, revokedAt: null });
    expect(await store.keyByHash('other')).toBeNull();
    expect([await store.revokeKey('k1', AT), await store.revokeKey('k1', AT)]).toEqual([true, false]);
    expect(await store.keys()).toEqual([{ ...key, createdAt: AT, revokedAt: AT }]);
  });
}
