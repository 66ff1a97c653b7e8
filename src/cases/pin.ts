import { timingSafeEqual } from 'node:crypto';
import type { Queries } from '../storage/queries.ts';
import type { Case } from './case.ts';

/** Remembers wrong tries, in memory: a restart forgives. */
export interface Attempts {
  /** How long this name must still wait, ms; 0: it may try. */
  waitMs(name: string, free: number, now: Date): number;
  fail(name: string, now: Date): void;
  /** One try less: it was not wrong. */
  undo(name: string): void;
  forget(name: string): void;
}

/** What `lookByPin` needs. */
export interface PinDeps {
  store: Pick<Queries, 'caseByNumber'>;
  /** The keyed hash kept of a PIN for a case's number. */
  hashPin: (number: string, pin: string) => string;
  attempts: Attempts;
  now: () => Date;
}

/** The case; or how long to wait; or null, the one answer for a wrong PIN, an unknown number and a case without PIN. */
export type PinResult = { case: Case } | { waitMs: number } | null;

/**
 * Shows a case to who knows its number and PIN. Wrong tries are counted per number, known or not, and per source
 * (the caller's address): each further one makes both wait longer, and a wait is not shortened by the right PIN.
 */
export async function lookByPin(
  deps: PinDeps,
  number: string,
  pin: string,
  source: string,
): Promise<PinResult> {
  const now = deps.now();
  const [ofCase, ofSource] = [`case ${number}`, `source ${source}`];
  const waitMs = Math.max(
    deps.attempts.waitMs(ofCase, FREE.case, now),
    deps.attempts.waitMs(ofSource, FREE.source, now),
  );
  if (waitMs > 0) return { waitMs };
  // Counted before anything is waited for: of many tries at once each counts for the others.
  for (const name of [ofCase, ofSource]) deps.attempts.fail(name, now);
  const c = await deps.store.caseByNumber(number).catch(error => {
    for (const name of [ofCase, ofSource]) deps.attempts.undo(name);
    throw error;
  });
  // Hashed and compared for an unknown number too, so that time tells nothing.
  const given = Buffer.from(deps.hashPin(number, pin));
  const kept = Buffer.from(c?.pinHash ?? '0'.repeat(given.length));
  const matches = kept.length === given.length && timingSafeEqual(kept, given);
  if (c?.pinHash && matches) {
    // The source keeps its count: one case of one's own is no licence to try others.
    deps.attempts.forget(ofCase);
    deps.attempts.undo(ofSource);
    return { case: c };
  }
  return null;
}

/** Wrong tries without a wait: few for one case, more for an address that many people may share. */
const FREE = { case: 3, source: 10 };
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A name not seen for so long starts afresh. */
const FORGET_MS = 24 * 3_600_000;

/** Counts tries of at most `most` names; when there are more, the ones not seen for longest are forgotten. */
export function createAttempts(most = 20_000): Attempts {
  const seen = new Map<string, { failures: number; at: number }>();
  const of = (name: string, now: Date) => {
    const entry = seen.get(name);
    return entry && now.getTime() - entry.at < FORGET_MS ? entry : { failures: 0, at: 0 };
  };
  return {
    waitMs: (name, free, now) => {
      const { failures, at } = of(name, now);
      if (failures < free) return 0;
      const span = Math.min(FIRST_WAIT_MS * 2 ** (failures - free), LONGEST_WAIT_MS);
      return Math.min(Math.max(0, at + span - now.getTime()), span);
    },
    fail: (name, now) => {
      const failures = of(name, now).failures + 1;
      seen.delete(name);
      seen.set(name, { failures, at: now.getTime() });
      const oldest = seen.size > most ? seen.keys().next().value : undefined;
      if (oldest !== undefined) seen.delete(oldest);
    },
    undo: name => {
      const entry = seen.get(name);
      if (entry) seen.set(name, { ...entry, failures: Math.max(0, entry.failures - 1) });
    },
    forget: name => void seen.delete(name),
  };
}
