import type { Centre } from './catalogue.ts';

/** Panama is five hours behind UTC all year; there is no summer time. */
const OFFSET_MS = 5 * 3_600_000;
const DAY_MS = 86_400_000;

/** The local date of a time, `2026-03-02`. */
export function localDate(time: Date): string {
  return new Date(time.getTime() - OFFSET_MS).toISOString().slice(0, 10);
}

/** The local weekday, 0 (Sunday) – 6, and the minute of the day. */
function localClock(time: Date): { weekday: number; minute: number } {
  const local = new Date(time.getTime() - OFFSET_MS);
  return { weekday: local.getUTCDay(), minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/** Do people answer at this time? */
export function isDeskOpen(centre: Centre, now: Date): boolean {
  const { weekday, minute } = localClock(now);
  const hours = centre.hours[weekday];
  if (!hours || centre.holidays.includes(localDate(now))) return false;
  return minute >= minuteOf(hours.open) && minute < minuteOf(hours.close);
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** The last moment of the n-th working day after `from` (Ley 38 de 2000, art. 67: the first day is the next). */
export function addWorkingDays(from: Date, days: number, centre: Centre): Date {
  let day = startOfDay(from);
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorkingDay(day, centre)) left -= 1;
  }
  return new Date(day.getTime() + DAY_MS - 1);
}

/** The last moment of the n-th calendar day after `from`. */
export function addCalendarDays(from: Date, days: number): Date {
  return new Date(startOfDay(from).getTime() + (days + 1) * DAY_MS - 1);
}

function startOfDay(time: Date): Date {
  return new Date(Date.parse(`${localDate(time)}T00:00:00Z`) + OFFSET_MS);
}

function isWorkingDay(day: Date, centre: Centre): boolean {
  const { weekday } = localClock(day);
  return weekday !== 0 && weekday !== 6 && !centre.holidays.includes(localDate(day));
}

/** When the quiet hours that now hold are over; null: none hold. They may reach over midnight. */
export function quietUntil(hours: { from: string; to: string } | null, now: Date): Date | null {
  if (hours === null) return null;
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
  const { minute } = localClock(now);
  const holds = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!holds) return null;
  const today = startOfDay(now).getTime() + to * 60_000;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}
