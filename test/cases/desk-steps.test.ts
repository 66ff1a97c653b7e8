import { describe, expect, it } from 'vitest';
import type { Case, CaseChange, Status } from '../../src/cases/case.ts';
import {
  askCitizen,
  assignCase,
  closeInSilence,
  noteCase,
  remindSolved,
  type StepResult,
  stepStatus,
} from '../../src/cases/desk-steps.ts';
import { addWorkingDays } from '../../src/catalogue/working-time.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { newCase } from '../support/store.ts';

const { centre } = smallCatalogue();
const AT = new Date('2026-10-26T15:00:00Z');
const by = 'IDAAN turno';

const changeIn = (result: StepResult): CaseChange => {
  if (!result.ok || !result.change) throw new Error('no change');
  return result.change;
};
const step = (c: Case, status: Status, more: { note?: string; reason?: string } = {}): StepResult =>
  stepStatus(c, { status, note: null, reason: null, by, at: AT, ...more }, centre);
const held = (more: Partial<Case> = {}): Case =>
  newCase({ version: 4, holderDueAt: addWorkingDays(AT, 5, centre), ...more });

describe('stepStatus', () => {
  it('moves the case and writes who, from, to and the note', () => {
    const change = changeIn(step(held(), 'in_progress', { note: 'Cuadrilla asignada' }));
    expect(change).toMatchObject({ expectedVersion: 4, case: { status: 'in_progress' } });
    expect(change.events).toEqual([
      { at: AT, what: 'status', from: 'assigned', to: 'in_progress', by, note: 'Cuadrilla asignada' },
    ]);
  });

  it('does nothing for the same status again', () => {
    expect(step(held(), 'assigned')).toEqual({ ok: true, change: null });
  });

  it('refuses a step that is not on the table and names those that are', () => {
    expect(step(held({ status: 'closed' }), 'in_progress')).toEqual({ ok: false, allowed: ['reopened'] });
  });

  it('refuses to call a case assigned that has no holder', () => {
    expect(step(held({ status: 'received', holder: null }), 'assigned')).toMatchObject({ ok: false });
  });

  it('wakes a resolved case to ask again, at an hour people answer', () => {
    const { case: c } = changeIn(step(held({ status: 'in_progress' }), 'resolved'));
    expect(c).toMatchObject({ resolvedAt: AT, wakeAt: new Date('2026-10-29T15:00:00Z'), pausedAt: AT });
  });

  it('keeps a reopened case’s days: what was left when it was called solved', () => {
    const solved = changeIn(step(held({ status: 'in_progress' }), 'resolved')).case;
    const at = new Date('2026-10-28T15:00:00Z');
    const result = stepStatus(solved, { status: 'reopened', note: null, reason: null, by, at }, centre);
    const { case: again } = changeIn(result);
    expect(again).toMatchObject({ reopened: 1, resolvedAt: null, wakeAt: null, pausedAt: null });
    expect(again.holderDueAt).toEqual(addWorkingDays(AT, 7, centre));
  });

  it('writes why a case is rejected, before the note', () => {
    const rejected = (more: object): string | null | undefined =>
      changeIn(step(held(), 'rejected', more)).events[0]?.note;
    expect(rejected({ reason: 'duplicate', note: 'Es el mismo hueco' })).toBe('duplicate: Es el mismo hueco');
    expect(rejected({ reason: 'duplicate' })).toBe('duplicate');
    expect(rejected({ note: 'Sin datos' })).toBe('other: Sin datos');
  });

  it('takes the note of awaiting_citizen as the question', () => {
    const { case: c } = changeIn(step(held(), 'awaiting_citizen', { note: '¿Cuál casa?' }));
    expect(c).toMatchObject({ question: '¿Cuál casa?', pausedAt: AT });
  });

  it('drops the question when the agency goes on without an answer', () => {
    const asked = held({ status: 'awaiting_citizen', question: '¿Cuál casa?', pausedAt: AT });
    expect(changeIn(step(asked, 'in_progress')).case).toMatchObject({ question: null, pausedAt: null });
  });
});

describe('askCitizen', () => {
  const ask = (c: Case): StepResult => askCitizen(c, { text: '¿Cuál casa?', by, at: AT });

  it('stops the holder’s clock and says what is asked', () => {
    const change = changeIn(ask(held()));
    expect(change.case).toMatchObject({ status: 'awaiting_citizen', question: '¿Cuál casa?', pausedAt: AT });
    expect(change.events.map(({ what, note }) => [what, note])).toEqual([
      ['question', '¿Cuál casa?'],
      ['status', null],
    ]);
  });

  it('asks again without a new pause', () => {
    const before = new Date('2026-10-20T15:00:00Z');
    const change = changeIn(ask(held({ status: 'awaiting_citizen', question: 'a', pausedAt: before })));
    expect(change.case).toMatchObject({ question: '¿Cuál casa?', pausedAt: before });
    expect(change.events).toHaveLength(1);
  });

  it('asks nothing about a case that has ended', () => {
    expect(ask(held({ status: 'closed' }))).toEqual({ ok: false, allowed: ['reopened'] });
  });
});

describe('assignCase', () => {
  const holder = { agencyId: 'mun_otros', districtCode: '0601' };
  const assign = (c: Case): CaseChange => assignCase(c, { holder, by, at: AT, note: null }, centre, 5);

  it('starts the new holder’s clock and never the one from filing', () => {
    const c = held({ status: 'in_progress' });
    const change = assign(c);
    expect(change.case).toMatchObject({ holder, holderSince: AT, status: 'in_progress', dueAt: c.dueAt });
    expect(change.case.holderDueAt).toEqual(addWorkingDays(AT, 5, centre));
    expect(change.events).toMatchObject([{ what: 'transferred', from: 'idaan', to: 'mun_otros/0601', by }]);
  });

  it('makes a received case assigned', () => {
    const change = assign(held({ status: 'received', holder: null }));
    expect(change.events.map(({ what, to }) => [what, to])).toEqual([
      ['assigned', 'mun_otros/0601'],
      ['status', 'assigned'],
    ]);
  });

  it('gives the new holder no days for a pause before its time', () => {
    const asked = held({ status: 'awaiting_citizen', pausedAt: new Date('2026-10-01T15:00:00Z') });
    expect(assign(asked).case.pausedAt).toEqual(AT);
  });
});

describe('what the clock does', () => {
  const solved = held({ status: 'resolved', resolvedAt: AT, wakeAt: AT });

  it('reminds once and wakes again to close', () => {
    const change = remindSolved(solved, AT, centre);
    expect(change.events).toMatchObject([{ what: 'reminded', by: 'clock' }]);
    expect(change.case).toMatchObject({ status: 'resolved', wakeAt: new Date('2026-10-30T15:00:00Z') });
  });

  it('closes in silence, which is no agreement', () => {
    const change = closeInSilence(solved, AT);
    expect(change.case).toMatchObject({ status: 'closed', confirmed: null, closedAt: AT, wakeAt: null });
    expect(change.events).toMatchObject([{ what: 'status', from: 'resolved', to: 'closed', by: 'clock' }]);
  });
});

describe('noteCase', () => {
  it('leaves the case as it is', () => {
    const c = held();
    const change = noteCase(c, { text: 'llamar al capataz', by, at: AT });
    expect(change.case).toEqual(c);
    expect(change.events).toMatchObject([{ what: 'internal_note', note: 'llamar al capataz' }]);
  });
});
