import type { Outbound } from '../storage/store.ts';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;
/** Fewer failures than these are no day of failures: the clock was set ahead. */
const LEAST_TRIES = 6;

/**
 * How long a failed message waits: about as long as it has waited already, so that waits double from a second to
 * an hour, a quarter more or less by chance so that those who failed together do not return together. After few tries it
 * is seconds, whatever the clock says.
 */
export function retryDelayMs(
  { createdAt, attempt }: Pick<Outbound, 'createdAt' | 'attempt'>,
  now: Date,
  random: (bytes: number) => Buffer,
): number {
  const age = Math.min(now.getTime() - createdAt.getTime(), SHORTEST_MS * 2 ** attempt);
  const chance = random(4).readUInt32BE() / 2 ** 32;
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, age)) * (0.75 + chance / 2));
}

/** Was a message tried for a day, so that it is not tried again? */
export function isGivenUp(
  { createdAt, attempt }: Pick<Outbound, 'createdAt' | 'attempt'>,
  now: Date,
): boolean {
  return attempt >= LEAST_TRIES && now.getTime() - createdAt.getTime() >= GIVE_UP_MS;
}

/**
 * How long ago a call began, ms. Infinity when that is further ahead than anybody is held back for: the clock was set back
 * since, and nobody knows.
 */
export function callAge(
  { startedAt, createdAt }: Pick<Outbound, 'startedAt' | 'createdAt'>,
  now: Date,
  holdMs: number,
): number {
  const age = now.getTime() - (startedAt ?? createdAt).getTime();
  return age < -holdMs ? Number.POSITIVE_INFINITY : age;
}

/** A call cut off so short a time ago may still be taken by the platform, after it showed nothing. */
export function mayArriveLate(
  outbound: Pick<Outbound, 'startedAt' | 'createdAt'>,
  now: Date,
  { callMs, holdMs }: { callMs: number; holdMs: number },
): boolean {
  const age = callAge(outbound, now, holdMs);
  return age < callMs || age === Number.POSITIVE_INFINITY;
}
