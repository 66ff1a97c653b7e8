import { describe, expect, it } from 'vitest';
import { changeStatus } from '../../src/cases/change-status.ts';
import { createClock } from '../../src/cases/run-clock.ts';
import { newDraft } from '../../src/dialogs/state.ts';
import { MONDAY, openCasesDesk, talkNow } from '../support/cases-desk.ts';

const days = (count: number): Date => new Date(MONDAY.getTime() + count * 86_400_000);
const ana = { name: 'Ana', sees: () => true };

/** A case called solved on Monday; the office asks again after 3 days and closes after 7. */
async function solved(channel: string | null = 'sms') {
  const desk = await openCasesDesk();
  const talk = channel === null ? null : await desk.talk(undefined, channel);
  const c = await desk.file({ conversationId: talk?.id ?? null });
  await changeStatus(desk.deps, ana, c.number, { status: 'resolved', note: null, reason: null });
  const run = createClock(desk.deps);
  const at = async (count: number): Promise<void> => {
    desk.at(days(count));
    await run(c.id);
  };
  return { ...desk, c, talk, at, now: () => desk.caseNow(c.number) };
}

describe('the clock of a resolved case', () => {
  it('does nothing before its time', async () => {
    const { at, now, notices } = await solved();
    await at(2.9);
    expect((await now()).version).toBe(2);
    expect(notices).toHaveLength(1);
  });

  it('is on the list of what is overdue when its time has come', async () => {
    const { store, c } = await solved();
    expect(await store.overdue(days(2), 10)).not.toContainEqual({ name: 'clock', caseId: c.id });
    expect(await store.overdue(days(3.1), 10)).toContainEqual({ name: 'clock', caseId: c.id });
  });

  it('asks once more, however often it is woken', async () => {
    const { at, c, notices, store } = await solved();
    await Promise.all([at(3.1), at(3.1), at(3.1)]);
    expect(notices.map(({ notice }) => notice.what).filter(what => what === 'solved_nudge')).not.toHaveLength(
      0,
    );
    const reminders = (await store.history(c.id)).filter(({ what }) => what === 'reminded');
    expect(reminders).toHaveLength(1);
    expect(await store.deliveries(c.id)).toHaveLength(2);
  });

  it('closes in silence after that: unconfirmed, by the clock, without a word', async () => {
    const { at, now, c, talk, store, told } = await solved();
    await at(3.1);
    await at(7.2);
    expect(await now()).toMatchObject({ status: 'closed', confirmed: null, wakeAt: null });
    expect((await store.history(c.id)).at(-1)).toMatchObject({ what: 'status', to: 'closed', by: 'clock' });
    expect(await told(talk?.id ?? '')).toHaveLength(2);
    expect((await talkNow(store, talk?.id ?? '')).state.awaits).toBeNull();
  });

  it('asks before it closes, even when nobody ran it for months', async () => {
    const { at, now } = await solved();
    await at(90);
    expect((await now()).status).toBe('resolved');
    await at(97);
    expect((await now()).status).toBe('closed');
  });

  it('asks anew when the case was reopened and solved again', async () => {
    const { at, now, c, deps, store } = await solved();
    await at(3.1);
    for (const status of ['reopened', 'resolved'] as const) {
      await changeStatus(deps, ana, c.number, { status, note: null, reason: null });
    }
    await at(8);
    expect((await now()).status).toBe('resolved');
    expect((await store.history(c.id)).filter(({ what }) => what === 'reminded')).toHaveLength(2);
  });

  it('waits a day while the citizen is writing another report', async () => {
    const { at, now, talk, deps, store } = await solved();
    const { version, state } = await talkNow(store, talk?.id ?? '');
    const set = { state: { ...state, draft: newDraft(deps.now()) } };
    const change = { id: talk?.id ?? '', expectedVersion: version, consumed: [], turn: false, set };
    await store.commit({ at: deps.now(), conversation: change });
    await at(3.1);
    expect((await now()).wakeAt?.getTime()).toBeGreaterThan(days(4).getTime());
  });

  it('reminds before it closes though words of the citizen have waited for an answer all the while', async () => {
    const { at, now, talk, deps, store, notices } = await solved();
    const { version, state } = await talkNow(store, talk?.id ?? '');
    const held = { lines: ['hay otro hueco'], files: [] };
    const set = { state: { ...state, awaits: { ask: 'case' as const, choices: [], misses: 0, held } } };
    const change = { id: talk?.id ?? '', expectedVersion: version, consumed: [], turn: false, set };
    await store.commit({ at: deps.now(), conversation: change });
    await at(3.1);
    expect(notices).toHaveLength(1);
    await at(7.2);
    expect(notices.at(-1)).toMatchObject({ notice: { what: 'solved_nudge' }, busy: true });
    expect((await talkNow(store, talk?.id ?? '')).state.awaits?.held).toEqual(held);
    await at(12);
    expect((await now()).status).toBe('closed');
  });

  it('closes a case nobody can be asked about when its days are over', async () => {
    const { at, now, c, store } = await solved(null);
    await at(3.1);
    expect((await now()).status).toBe('resolved');
    await at(7.1);
    expect((await now()).status).toBe('closed');
    expect((await store.history(c.id)).some(({ what }) => what === 'reminded')).toBe(false);
  });

  it('knows nothing of a case that is gone', async () => {
    const { deps } = await solved();
    await expect(createClock(deps)('no-such-case')).resolves.toBeUndefined();
  });
});
