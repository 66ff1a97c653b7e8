import type { Catalogue, Centre } from '../catalogue/catalogue.ts';
import { addCalendarDays, addWorkingDays, isDeskOpen } from '../catalogue/working-time.ts';
import type { Case, Holder } from './case.ts';
import { isOpen } from './lifecycle.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When a case filed now is due: the service's working days, never beyond the legal limit in calendar days
 * (Ley 38 de 2000, art. 40).
 */
export function dueFrom(at: Date, workingDays: number, centre: Centre): Date {
  const service = addWorkingDays(at, workingDays, centre);
  const legal = addCalendarDays(at, centre.legalDays);
  return new Date(Math.min(service.getTime(), legal.getTime()));
}

/** The working days a case has at a body: those of its service, else the body's own, else the legal limit. */
export function daysOf(catalogue: Catalogue, serviceId: string | null, holder: Holder | null): number {
  const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
  const agency = holder === null ? undefined : catalogue.agencies.get(holder.agencyId);
  return service?.days ?? agency?.days ?? catalogue.centre.legalDays;
}

/**
 * Is it past its day? A mark, not a status. The clock from filing always runs: it is the citizen's, and no question,
 * transfer or edit moves it. The holder's clock stands still while the citizen owes an answer.
 */
export function isOverdue(
  c: Pick<Case, 'status' | 'dueAt' | 'holderDueAt' | 'pausedAt'>,
  now: Date,
): boolean {
  if (!isOpen(c)) return false;
  if (now > c.dueAt) return true;
  return c.pausedAt === null && c.holderDueAt !== null && now > c.holderDueAt;
}

/** Stops the holder's clock: a question to the citizen, or nothing more to do. Stopped already, it stays so. */
export function pause(c: Case, at: Date): Case {
  return c.pausedAt === null ? { ...c, pausedAt: at } : c;
}

/** Lets the holder's clock go on, later by the working days it stood still; none for a pause within one day. */
export function goOn(c: Case, at: Date, centre: Centre): Case {
  if (c.pausedAt === null) return c;
  const days = workingDaysBetween(c.pausedAt, at, centre);
  const holderDueAt = c.holderDueAt && days > 0 ? addWorkingDays(c.holderDueAt, days, centre) : c.holderDueAt;
  return { ...c, pausedAt: null, holderDueAt };
}

/** Working days begun after the day of `from`, up to that of `to`. */
function workingDaysBetween(from: Date, to: Date, centre: Centre): number {
  let days = 0;
  for (let end = addWorkingDays(from, 1, centre); end.getTime() - DAY_MS < to.getTime(); days += 1) {
    end = addWorkingDays(end, 1, centre);
  }
  return days;
}

/** So many days later, moved to an hour at which people answer: the clock writes to nobody at night. */
export function atDeskHour(from: Date, days: number, centre: Centre): Date {
  const wanted = from.getTime() + days * DAY_MS;
  for (let hours = 0; hours < 14 * 24; hours += 1) {
    const time = new Date(wanted + hours * HOUR_MS);
    if (isDeskOpen(centre, time)) return time;
  }
  return new Date(wanted);
}
