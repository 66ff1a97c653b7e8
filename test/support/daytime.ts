/** Ten in the morning in Panama, which has no summer time. */
const MORNING_UTC = 15;
const HOUR_MS = 3_600_000;

/** How far a clock must be set ahead, so that at least so many hours go by and nobody is asleep: news waits at night. */
export function hoursToADay(now: Date, hours: number): number {
  const earliest = now.getTime() + hours * HOUR_MS;
  const day = new Date(earliest);
  day.setUTCHours(MORNING_UTC, 0, 0, 0);
  const morning = day.getTime() < earliest ? day.getTime() + 24 * HOUR_MS : day.getTime();
  return morning - now.getTime();
}
