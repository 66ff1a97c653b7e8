import type { Outbound } from '../storage/store.ts';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;

/**
 * How long a failed message waits: about as long as it has waited already, so that waits double from a second to
 * an hour, a quarter more or less by chance so that those who failed together do not return together.
 */
export function retryDelayMs(
  { createdAt }: Pick<Outbound, 'createdAt'>,
  now: Date,
  random: (bytes: number) => Buffer,
): number {
  const age = now.getTime() - createdAt.getTime();
  const chance = random(4).readUInt32BE() / 2 ** 32;
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, age)) * (0.75 + chance / 2));
}

/** Is a message too old, after a day, to be tried again? */
export function isGivenUp({ createdAt }: Pick<Outbound, 'createdAt'>, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= GIVE_UP_MS;
}
