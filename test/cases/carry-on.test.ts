import { describe, expect, it } from 'vitest';
import { createCarryOn } from '../../src/cases/carry-on.ts';
import type { Status } from '../../src/cases/case.ts';
import { changeStatus } from '../../src/cases/change-status.ts';
import type { NoticePlan } from '../../src/catalogue/catalogue.ts';
import { MONDAY, openCasesDesk, talkNow } from '../support/cases-desk.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const boss = { name: 'Ana', sees: () => true };
const HOUR = 3_600_000;
/** Ten at night on that Monday. */
const NIGHT = new Date(MONDAY.getTime() + 12 * HOUR);

/** A case opened by SMS, whose citizen has proven a web chat too. */
async function telling(plan: Partial<NoticePlan> = {}) {
  const catalogue = smallCatalogue();
  const kind = { roads: ['conversation', 'web'], cost: 'paid', atNight: false } as const;
  const news = { opened: kind, assigned: kind, status: kind, solved: kind, question: kind, reminder: kind };
  const notices = { ...catalogue.notices, news, ...plan };
  const desk = await openCasesDesk({ catalogue: { ...catalogue, notices } });
  const { store } = desk;
  const own = await desk.talk();
  const to = { channel: 'web', account: '', address: 'session' };
  const asked = { conversationId: own.id, to, codeHash: 'h', until: new Date('2100-01-01'), words: [] };
  await store.commit({ at: MONDAY, proof: { what: 'asked', ...asked } });
  const web = (await store.conversationOf(to))?.id ?? '';
  await store.commit({ at: MONDAY, proof: { what: 'proven', conversationId: web, codeHash: 'h' } });
  const c = await desk.file({ conversationId: own.id });
  const carryOn = createCarryOn(desk.deps);
  const reached = (status: Status) =>
    changeStatus(desk.deps, boss, c.number, { status, note: null, reason: null });
  const ledger = async () =>
    (await store.ledger(c.id)).map(({ road, reason, outcome, code }) => [road, reason, outcome, code]);
  const noticeId = async () => (await store.ledger(c.id)).at(-1)?.noticeId ?? '';
  const fails = async (code: string) => {
    const claim = await store.claim(own.id, MONDAY, 1_000);
    if (claim === null || 'wait' in claim) throw new Error('nothing to send');
    await store.record(claim.outbound.id, claim.outbound.attempt, { state: 'rejected', code });
  };
  return { ...desk, own: own.id, web, c, carryOn, reached, ledger, noticeId, fails };
}

describe('news whose road failed', () => {
  it('takes the next one, once, however often somebody looks', async () => {
    const { reached, fails, carryOn, noticeId, ledger, told, web, own } = await telling();
    await reached('in_progress');
    const id = await noticeId();
    await carryOn(id);
    expect(await told(web)).toEqual([]);
    await fails('30005');
    await Promise.all([carryOn(id), carryOn(id), carryOn(id)]);
    expect(await told(web)).toHaveLength(1);
    expect(await told(own)).toHaveLength(1);
    expect(await ledger()).toEqual([
      ['sms', 'first', 'failed', '30005'],
      ['web', '30005', 'accepted', null],
    ]);
  });

  it('asks where it arrived, and no longer where it did not', async () => {
    const { store, reached, fails, carryOn, noticeId, web, own, c } = await telling();
    await reached('resolved');
    await fails('30005');
    await carryOn(await noticeId());
    expect((await talkNow(store, web)).state.awaits).toMatchObject({ ask: 'solved', caseNumber: c.number });
    expect((await talkNow(store, own)).state.awaits).toBeNull();
  });

  it('goes no further when it may have arrived', async () => {
    const { reached, fails, carryOn, noticeId, ledger, told, web } = await telling();
    await reached('in_progress');
    await fails('unknown_outcome');
    await carryOn(await noticeId());
    expect(await told(web)).toEqual([]);
    expect(await ledger()).toEqual([['sms', 'first', 'unknown', 'unknown_outcome']]);
  });

  it('is not told any more when there is newer news', async () => {
    const { reached, fails, carryOn, noticeId, ledger, told, web } = await telling();
    await reached('in_progress');
    const old = await noticeId();
    await fails('30005');
    await reached('resolved');
    await carryOn(old);
    expect(await told(web)).toEqual([]);
    expect((await ledger()).at(1)).toEqual(['sms', '30005', 'skipped', 'newer_news']);
  });

  it('ends when no road is left, and nobody looks again', async () => {
    const { store, reached, fails, carryOn, noticeId, ledger } = await telling({ news: onlyHere() });
    await reached('in_progress');
    await fails('30005');
    await carryOn(await noticeId());
    expect(await ledger()).toEqual([['sms', 'first', 'failed', '30005']]);
    expect((await store.overdue(new Date('2100-01-01'), 10)).filter(({ name }) => name === 'notice')).toEqual(
      [],
    );
  });
});

function onlyHere(): NoticePlan['news'] {
  const kind = { roads: ['conversation'], cost: 'paid', atNight: false } as const;
  return { opened: kind, assigned: kind, status: kind, solved: kind, question: kind, reminder: kind };
}

describe('news at night', () => {
  const plan = { quietHours: { from: '21:00', to: '07:00' } };

  it('waits for the morning, and is told then as the case stands then', async () => {
    const { at, store, reached, carryOn, noticeId, ledger, told, own, jobs } = await telling(plan);
    at(NIGHT);
    await reached('in_progress');
    expect(await told(own)).toEqual([]);
    const id = await noticeId();
    await carryOn(id);
    expect(await told(own)).toEqual([]);
    const morning = new Date(NIGHT.getTime() + 9 * HOUR);
    expect(await store.overdue(new Date(morning.getTime() - 1), 10)).not.toContainEqual({
      name: 'notice',
      noticeId: id,
    });
    expect(await store.overdue(morning, 10)).toContainEqual({ name: 'notice', noticeId: id });
    at(morning);
    jobs.length = 0;
    await carryOn(id);
    expect(await told(own)).toHaveLength(1);
    expect(jobs).toEqual([{ name: 'deliver', conversationId: own }]);
    expect(await ledger()).toEqual([
      ['sms', 'first', 'postponed', 'quiet_hours'],
      ['sms', 'quiet_hours', 'sending', null],
    ]);
  });

  it('that was overtaken in the night is told once, in its last form', async () => {
    const { at, reached, carryOn, noticeId, told, own, ledger } = await telling(plan);
    at(NIGHT);
    await reached('in_progress');
    const old = await noticeId();
    await reached('resolved');
    at(new Date(NIGHT.getTime() + 9 * HOUR));
    await carryOn(old);
    await carryOn(await noticeId());
    expect(await told(own)).toHaveLength(1);
    expect((await ledger()).map(([, , outcome, code]) => [outcome, code])).toContainEqual([
      'skipped',
      'newer_news',
    ]);
  });
});

describe('news for who wants no messages where they wrote', () => {
  it('takes the other road at once, and says why', async () => {
    const { store, reached, ledger, told, own, web } = await telling();
    const { version } = await talkNow(store, own);
    const set = { optedOut: true };
    await store.commit({
      at: MONDAY,
      conversation: { id: own, expectedVersion: version, consumed: [], turn: false, set },
    });
    await reached('in_progress');
    expect([(await told(own)).length, (await told(web)).length]).toEqual([0, 1]);
    expect(await ledger()).toEqual([
      ['sms', 'first', 'skipped', 'opted_out'],
      ['web', 'opted_out', 'accepted', null],
    ]);
  });
});
