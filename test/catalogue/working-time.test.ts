import { beforeAll, describe, expect, it } from 'vitest';
import type { Centre } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import {
  addCalendarDays,
  addWorkingDays,
  isDeskOpen,
  localDate,
  quietUntil,
} from '../../src/catalogue/working-time.ts';

let centre: Centre;

beforeAll(async () => {
  ({ centre } = await loadCatalogue('config'));
});

/** A local time of Panama. */
const local = (time: string): Date => new Date(`${time}:00.000-05:00`);
const dueDay = (from: string, days: number): string => localDate(addWorkingDays(local(from), days, centre));

describe('working days', () => {
  it.each([
    ['begin the day after', '2026-03-02T09:00', 1, '2026-03-03'],
    ['pass over a weekend', '2026-03-06T09:00', 1, '2026-03-09'],
    ['begin on Monday for what came on Saturday', '2026-03-07T09:00', 5, '2026-03-13'],
    ['pass over Carnival', '2026-02-13T16:00', 1, '2026-02-18'],
    ['pass over Carnival of a leap year', '2028-02-25T16:00', 2, '2028-03-02'],
    ['pass over Good Friday', '2026-04-02T09:00', 1, '2026-04-06'],
    ['pass over the November holidays', '2026-11-02T09:00', 3, '2026-11-11'],
    ['pass over the end of the year', '2026-12-24T09:00', 5, '2027-01-04'],
    ['pass over the Monday for a holiday on a Sunday', '2028-01-07T09:00', 1, '2028-01-11'],
    ['count two weeks', '2026-06-01T09:00', 10, '2026-06-15'],
    ['count none as the day itself', '2026-06-01T09:00', 0, '2026-06-01'],
  ])('%s', (_, from, days, expected) => {
    expect(dueDay(from, days)).toBe(expected);
  });

  it('go by the local day, not by that of UTC', () => {
    expect(addWorkingDays(new Date('2026-03-03T04:59:00Z'), 1, centre).toISOString()).toBe(
      '2026-03-04T04:59:59.999Z',
    );
    expect(addWorkingDays(new Date('2026-03-03T05:00:00Z'), 1, centre).toISOString()).toBe(
      '2026-03-05T04:59:59.999Z',
    );
  });

  it('end with the last moment of the local day', () => {
    expect(addWorkingDays(local('2026-06-01T09:00'), 1, centre)).toEqual(
      new Date(local('2026-06-03T00:00').getTime() - 1),
    );
  });

  it('leave calendar days to the law', () => {
    expect(localDate(addCalendarDays(local('2026-12-15T23:30'), centre.legalDays))).toBe('2027-01-14');
  });
});

describe('the desk', () => {
  it.each([
    ['2026-06-01T05:59', false],
    ['2026-06-01T06:00', true],
    ['2026-06-01T19:59', true],
    ['2026-06-01T20:00', false],
    ['2026-06-06T09:00', true],
    ['2026-06-06T12:00', false],
    ['2026-06-07T10:00', false],
    ['2026-11-03T10:00', false],
    ['2027-02-09T10:00', false],
  ])('at %s is open: %s', (time, open) => {
    expect(isDeskOpen(centre, local(time))).toBe(open);
  });

  it('may be open to midnight', () => {
    const day = { open: '00:00', close: '24:00' };
    const always = { ...centre, hours: [day, day, day, day, day, day, day], holidays: [] };
    expect(isDeskOpen(always, local('2026-06-07T23:59'))).toBe(true);
    expect(isDeskOpen(always, local('2026-06-07T00:00'))).toBe(true);
  });
});

describe('the holidays of Panama', () => {
  /** Easter Sunday by the rule of Gauss in its Gregorian form. */
  function easter(year: number): Date {
    const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const m = Math.floor((a + 11 * h + 22 * l) / 451);
    return new Date(Date.UTC(year, 2, 22 + h + l - 7 * m));
  }
  const daysBefore = (day: Date, days: number): string =>
    new Date(day.getTime() - days * 86_400_000).toISOString().slice(0, 10);

  it.each([2026, 2027, 2028])('follow Easter in %i', year => {
    expect(centre.holidays).toEqual(
      expect.arrayContaining([48, 47, 2].map(days => daysBefore(easter(year), days))),
    );
  });

  it.each([2026, 2027, 2028])('have the fixed days of %i', year => {
    const fixed = [
      '01-01',
      '01-09',
      '05-01',
      '11-03',
      '11-04',
      '11-05',
      '11-10',
      '11-28',
      '12-08',
      '12-20',
      '12-25',
    ];
    expect(centre.holidays).toEqual(expect.arrayContaining(fixed.map(day => `${year}-${day}`)));
  });

  it('are rested on the Monday after when they fall on a Sunday', () => {
    const sundays = centre.holidays.filter(day => new Date(`${day}T12:00:00Z`).getUTCDay() === 0);
    expect(sundays).not.toEqual([]);
    for (const day of sundays) {
      expect(centre.holidays).toContain(daysBefore(new Date(`${day}T12:00:00Z`), -1));
    }
  });
});

describe('quiet hours', () => {
  const night = { from: '21:00', to: '07:00' };
  const noon = { from: '12:00', to: '13:30' };

  it.each([
    ['hold in the evening, until the next morning', night, '2026-03-02T21:00', '2026-03-03T07:00'],
    ['hold after midnight, until that morning', night, '2026-03-03T00:30', '2026-03-03T07:00'],
    ['are over when they end', night, '2026-03-03T07:00', null],
    ['do not hold by day', night, '2026-03-02T20:59', null],
    ['may lie within a day', noon, '2026-03-02T12:10', '2026-03-02T13:30'],
    ['may be none', null, '2026-03-02T23:00', null],
  ])('%s', (_, hours, now, until) => {
    expect(quietUntil(hours, local(now))).toEqual(until && local(until));
  });
});
