import { expect, it } from 'vitest';
import type { Share } from '../../../src/storage/share.ts';
import { message, newCase, outbound } from '../../support/store.ts';
import { AT, type Begin, later, turn, type WholeStore } from './begin.ts';

const HERE: Share = { only: ['sms'] };
const ELSEWHERE: Share = { only: ['whatsapp-web'] };
const BUT_ELSEWHERE: Share = { allBut: ['whatsapp-web'] };
const NOW = later(60_000);
const OLDER = 3;

/** Talks of another channel with a message each, all older than the one of this channel; its id is the last. */
async function talks(store: WholeStore): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n <= OLDER; n += 1) {
    const channel = n < OLDER ? 'whatsapp-web' : 'sms';
    const [added] = await store.addInbound([message(`m${n}`, { channel, address: `+5076${n}` })], later(n));
    ids.push(added?.conversationId ?? '');
  }
  return ids;
}

/** What is due is found past what others see to, however much that is: each kind of work for itself. */
export function shareContract(opened: Begin): void {
  it('lists the turns of a share, and gives no room to older ones of another', async () => {
    const { store } = await opened();
    const ids = await talks(store);
    const turnOf = (n: number) => ({ name: 'turn', conversationId: ids[n] });
    expect(await store.overdue(NOW, 1)).toEqual([turnOf(0)]);
    for (const share of [HERE, BUT_ELSEWHERE]) {
      expect(await store.overdue(NOW, 1, share)).toEqual([turnOf(OLDER)]);
    }
    expect(await store.overdue(NOW, 2, ELSEWHERE)).toEqual([turnOf(0), turnOf(1)]);
    expect(await store.overdue(NOW, 1, { allBut: ['sms', 'whatsapp-web'] })).toEqual([]);
    expect(await store.overdue(NOW, 1, { only: ['x', 'sms'] })).toEqual([turnOf(OLDER)]);
  });

  it('lists the alarms of a share alone', async () => {
    const { store } = await opened();
    const ids = await talks(store);
    for (const [n, id] of ids.entries()) {
      await store.commit({ at: AT, conversation: { ...turn(id, 0, [1]), set: { wakeAt: later(n) } } });
    }
    const alarm = { name: 'turn', conversationId: ids[OLDER] };
    for (const share of [HERE, BUT_ELSEWHERE]) expect(await store.overdue(NOW, 1, share)).toEqual([alarm]);
    expect(await store.overdue(NOW, 9, ELSEWHERE)).toHaveLength(OLDER);
  });

  it('lists the sends of a share alone, also after the clock was set back', async () => {
    const { store } = await opened();
    const ids = await talks(store);
    for (const id of ids) {
      await store.commit({ at: AT, conversation: turn(id, 0, [1]), outbound: [outbound(id, `o-${id}`)] });
    }
    const send = { name: 'deliver', conversationId: ids[OLDER] };
    for (const share of [HERE, BUT_ELSEWHERE]) expect(await store.overdue(NOW, 1, share)).toEqual([send]);
    expect(await store.overdue(NOW, 9, ELSEWHERE)).toHaveLength(OLDER);
    for (const id of ids) await store.claim(id, later(9e9), 30_000);
    for (const share of [HERE, BUT_ELSEWHERE]) expect(await store.overdue(NOW, 1, share)).toEqual([send]);
    expect(await store.overdue(NOW, 9, ELSEWHERE)).toHaveLength(OLDER);
  });

  it('lists sends of each channel, however many of another there are', async () => {
    const { store } = await opened();
    const ids = await talks(store);
    for (const id of ids) {
      await store.commit({ at: AT, conversation: turn(id, 0, [1]), outbound: [outbound(id, `o-${id}`)] });
    }
    const send = { name: 'deliver', conversationId: ids[OLDER] };
    for (const most of [1, 2]) {
      const listed = await store.overdue(NOW, most);
      expect(listed).toHaveLength(most + 1);
      expect(listed).toContainEqual(send);
    }
  });

  it('lists clocks and news, which are of no channel, for who leaves channels out, not for who wants some', async () => {
    const { store } = await opened();
    const filed = newCase({ wakeAt: later(1) });
    const begun = {
      caseId: filed.id,
      kind: 'status',
      notice: { what: 'status', note: null, reason: null },
    } as const;
    const notice = { id: 'n1', begun, known: 0, attempts: [], wakeAt: later(1) };
    await store.commit({ at: AT, cases: [{ case: filed, expectedVersion: 0, events: [] }], notice });
    expect(await store.overdue(NOW, 9, BUT_ELSEWHERE)).toEqual([
      { name: 'clock', caseId: filed.id },
      { name: 'notice', noticeId: 'n1' },
    ]);
    expect(await store.overdue(NOW, 9, HERE)).toEqual([]);
  });
}
