import { timingSafeEqual } from 'node:crypto';
import type { Queries } from '../storage/queries.ts';
import type { Case } from './case.ts';
import { findNumbers } from './number.ts';

/** Remembers wrong tries, in memory: a restart forgives. */
export interface Attempts {
  /** How long this name must still wait, ms; 0: it may try. */
  waitMs(name: string, free: number, now: Date): number;
  fail(name: string, now: Date): void;
  /** The try of that time was not wrong: all is as if it had not been. */
  undo(name: string, at: Date): void;
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
    for (const name of [ofCase, ofSource]) deps.attempts.undo(name, now);
    throw error;
  });
  // Hashed and compared for an unknown number too, so that time tells nothing.
  const given = Buffer.from(deps.hashPin(number, pin));
  const kept = Buffer.from(c?.pinHash ?? '0'.repeat(given.length));
  const matches = kept.length === given.length && timingSafeEqual(kept, given);
  if (c?.pinHash && matches) {
    // The source keeps its count: one case of one's own is no licence to try others.
    deps.attempts.forget(ofCase);
    deps.attempts.undo(ofSource, now);
    return { case: c };
  }
  return null;
}

/** Behind the word, or six digits that stand alone. */
const PIN = /\bpin\b\D{0,12}(\d{4,6})(?!\d)|(?<![\d.-])(\d{6})(?![\d]|[.-]\d)/iu;

/** The number of a case and its PIN, told in one text; null: not one of each. */
export function pinGiven(text: string, prefix: string): { number: string; pin: string } | null {
  const found = findNumbers(text, prefix).filter(({ valid }) => valid);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  // The digits of the number are no PIN, however they are grouped.
  const nine = [...only.number.replace(/\D/g, '').slice(prefix.length)].join('\\D{0,3}');
  const [, named, alone] = PIN.exec(text.replace(new RegExp(`(?:${prefix}\\D{0,3})?${nine}`), ' ')) ?? [];
  const pin = named ?? alone;
  return pin === undefined ? null : { number: only.number, pin };
}

const NAMED = /(?:[,\s]+(?:y|and))?[,\s]*(?:(?:el|mi|su|the|my)\s+)?\bpin\b\D{0,12}\d{4,6}(?!\d)/giu;

/** A text without the PIN that it names or that stands beside a number: who has the case reads the words, and may not have its key. */
export function withoutPin(text: string, prefix: string): string {
  const bare = text.replace(NAMED, '').trim();
  const alone = pinGiven(bare, prefix)?.pin;
  return alone === undefined ? bare : bare.replace(new RegExp(`(?<!\\d)${alone}(?!\\d)`), '').trim();
}

/** Wrong tries without a wait: few for one case, more for an address that many people may share. */
const FREE = { case: 3, source: 10 };
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A name not seen for so long starts afresh. */
const FORGET_MS = 24 * 3_600_000;

/** More wrong tries make no longer wait. */
const MOST_TRIES = 30;

/** Counts tries of at most `most` names; when there are more, the ones not seen for longest are forgotten. */
export function createAttempts(most = 20_000): Attempts {
  const seen = new Map<string, number[]>();
  const triesOf = (name: string, now: Date): number[] => {
    const tries = seen.get(name) ?? [];
    return now.getTime() - (tries.at(-1) ?? 0) < FORGET_MS ? tries : [];
  };
  return {
    waitMs: (name, free, now) => {
      const tries = triesOf(name, now);
      if (tries.length < free) return 0;
      const span = Math.min(FIRST_WAIT_MS * 2 ** (tries.length - free), LONGEST_WAIT_MS);
      return Math.min(Math.max(0, (tries.at(-1) ?? 0) + span - now.getTime()), span);
    },
    fail: (name, now) => {
      const tries = [...triesOf(name, now), now.getTime()].slice(-MOST_TRIES);
      seen.delete(name);
      seen.set(name, tries);
      const oldest = seen.size > most ? seen.keys().next().value : undefined;
      if (oldest !== undefined) seen.delete(oldest);
    },
    undo: (name, at) => {
      const tries = seen.get(name) ?? [];
      const found = tries.lastIndexOf(at.getTime());
      if (found >= 0) seen.set(name, tries.toSpliced(found, 1));
    },
    forget: name => void seen.delete(name),
  };
}
