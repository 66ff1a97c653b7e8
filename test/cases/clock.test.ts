import { describe, expect, it } from 'vitest';
import { atDeskHour, dueFrom, goOn, isOverdue, pause } from '../../src/cases/clock.ts';
import { addWorkingDays, isDeskOpen } from '../../src/catalogue/working-time.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { newCase } from '../support/store.ts';

const { centre } = smallCatalogue();
/** A local time in Panama. */
const local = (text: string): Date => new Date(`${text}:00-05:00`);
const day = (date: Date): string => new Date(date.getTime() - 5 * 3_600_000).toISOString().slice(0, 10);

// In the small catalogue 2026-11-03 (a Tuesday) and 2026-12-25 (a Friday) are holidays.
describe('the clock from filing', () => {
  it.each([
    ['over a weekend', '2026-10-23T10:00', 2, '2026-10-27'],
    ['over a holiday', '2026-10-30T10:00', 2, '2026-11-04'],
    ['from a Saturday', '2026-10-24T10:00', 1, '2026-10-26'],
    ['from the last minute of a day', '2026-10-26T23:59', 1, '2026-10-27'],
  ])('counts working days %s', (_what, from, days, due) => {
    expect(day(dueFrom(local(from), days, centre))).toBe(due);
  });

  it('never goes beyond the legal limit in calendar days', () => {
    expect(day(dueFrom(local('2026-10-01T10:00'), 90, centre))).toBe('2026-10-31');
  });

  it('marks a case overdue after its last day, not on it', () => {
    const c = newCase({ dueAt: dueFrom(local('2026-10-26T10:00'), 1, centre), holderDueAt: null });
    expect(isOverdue(c, local('2026-10-27T23:59'))).toBe(false);
    expect(isOverdue(c, local('2026-10-28T00:00'))).toBe(true);
  });

  it('stops mattering once the case has ended', () => {
    const c = newCase({ dueAt: local('2026-10-01T10:00'), holderDueAt: null });
    for (const status of ['resolved', 'closed', 'rejected', 'withdrawn'] as const) {
      expect(isOverdue({ ...c, status }, local('2026-12-01T10:00'))).toBe(false);
    }
  });

  it('runs on while the citizen is asked', () => {
    const c = pause(newCase({ dueAt: local('2026-10-27T10:00') }), local('2026-10-26T10:00'));
    expect(isOverdue(c, local('2026-10-28T10:00'))).toBe(true);
  });
});

describe('the clock of a holder', () => {
  const held = newCase({
    dueAt: local('2026-12-31T10:00'),
    holderDueAt: addWorkingDays(local('2026-10-26T10:00'), 3, centre),
  });

  it('makes a case overdue before the clock from filing does', () => {
    expect(isOverdue(held, local('2026-10-29T10:00'))).toBe(false);
    expect(isOverdue(held, local('2026-10-30T10:00'))).toBe(true);
  });

  it('stands still while the citizen owes an answer', () => {
    expect(isOverdue(pause(held, local('2026-10-27T10:00')), local('2026-11-20T10:00'))).toBe(false);
  });

  it.each([
    ['nothing within a day', '2026-10-27T09:00', '2026-10-27T17:00', '2026-10-29'],
    ['a day overnight', '2026-10-27T23:00', '2026-10-28T01:00', '2026-10-30'],
    ['working days only', '2026-10-23T17:00', '2026-10-26T09:00', '2026-10-30'],
    ['nothing for a weekend', '2026-10-23T17:00', '2026-10-25T09:00', '2026-10-29'],
    ['no holiday', '2026-11-02T09:00', '2026-11-04T09:00', '2026-10-30'],
    ['nothing when the clock was set back', '2026-10-27T09:00', '2026-10-20T09:00', '2026-10-29'],
  ])('gains %s', (_what, from, to, due) => {
    const again = goOn(pause(held, local(from)), local(to), centre);
    expect(day(again.holderDueAt ?? new Date(0))).toBe(due);
    expect(again.pausedAt).toBeNull();
    expect(again.dueAt).toEqual(held.dueAt);
  });

  it('is not paused twice, so that a second question gains nothing', () => {
    const paused = pause(held, local('2026-10-27T09:00'));
    expect(pause(paused, local('2026-10-28T09:00'))).toEqual(paused);
  });

  it('goes on unchanged when it never stood', () => {
    expect(goOn(held, local('2026-12-01T09:00'), centre)).toEqual(held);
  });
});

describe('the hour the clock writes at', () => {
  it.each([
    ['the same hour', '2026-10-26T10:30', 1, '2026-10-27T10:30'],
    ['the morning after a night', '2026-10-26T03:15', 1, '2026-10-27T07:15'],
    ['the day after a Sunday', '2026-10-25T10:00', 7, '2026-11-02T07:00'],
    ['the day after a holiday', '2026-11-02T10:00', 1, '2026-11-04T07:00'],
  ])('is %s', (_what, from, days, wanted) => {
    const at = atDeskHour(local(from), days, centre);
    expect(at).toEqual(local(wanted));
    expect(isDeskOpen(centre, at)).toBe(true);
  });

  it('is the time itself in an office that never opens', () => {
    const closed = { ...centre, hours: Array(7).fill(null) };
    expect(atDeskHour(local('2026-10-26T03:00'), 2, closed)).toEqual(local('2026-10-28T03:00'));
  });
});
