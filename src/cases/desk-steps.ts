import type { Centre } from '../catalogue/catalogue.ts';
import type { Case, CaseChange, Holder, Status } from './case.ts';
import { changeOf, eventOf } from './change.ts';
import { atDeskHour, dueFrom, goOn, pause } from './clock.ts';
import { isOpen, needsReason, nextSteps } from './lifecycle.ts';
import { handOver, reopened } from './steps.ts';

/** What a step comes to: a change to commit, nothing (the same status again), or what is allowed instead. */
export type StepResult = { ok: true; change: CaseChange | null } | { ok: false; allowed: Status[] };

/** A step of an operator or an agency. `note` is read by the citizen; `reason` is one of the coded ones. */
export interface StatusStep {
  status: Status;
  note: string | null;
  reason: string | null;
  by: string;
  at: Date;
}

/**
 * Moves a case to a status its table allows. The note of `awaiting_citizen` is the question. A rejection's event
 * reads `reason: note`.
 */
export function stepStatus(c: Case, step: StatusStep, centre: Centre): StepResult {
  if (c.status === step.status) return { ok: true, change: null };
  const allowed = nextSteps(c);
  if (!allowed.includes(step.status)) return { ok: false, allowed };
  const { at, by, status } = step;
  const event = eventOf('status', { at, by, from: c.status, to: status, note: noteOf(step) });
  return { ok: true, change: changeOf(c, withStatus(c, step, centre), event) };
}

function noteOf({ status, reason, note }: StatusStep): string | null {
  const why = needsReason(status) ? (reason ?? 'other') : reason;
  return [why, note].filter(part => part !== null).join(': ') || null;
}

function withStatus(c: Case, { status, note, at }: StatusStep, centre: Centre): Case {
  if (status === 'reopened') return reopened(c, at, centre);
  if (status === 'awaiting_citizen') return { ...pause(c, at), status, question: note };
  if (isOpen({ status })) return { ...goOn(c, at, centre), status, question: null };
  const ended = { ...pause(c, at), status, question: null };
  if (status !== 'resolved') return { ...ended, closedAt: at, wakeAt: null };
  return { ...ended, resolvedAt: at, wakeAt: atDeskHour(at, centre.solvedNudgeDays, centre) };
}

/** Asks the citizen; the holder's clock stops until they answer. A second question takes the first one's place. */
export function askCitizen(c: Case, asked: { text: string; by: string; at: Date }): StepResult {
  const { text, by, at } = asked;
  const again = c.status === 'awaiting_citizen';
  if (!again && !nextSteps(c).includes('awaiting_citizen')) return { ok: false, allowed: nextSteps(c) };
  const waiting: Case = { ...pause(c, at), status: 'awaiting_citizen', question: text };
  const events = [eventOf('question', { at, by, note: text })];
  if (!again) events.push(eventOf('status', { at, by, from: c.status, to: 'awaiting_citizen' }));
  return { ok: true, change: changeOf(c, waiting, ...events) };
}

/** A case given to a body by somebody of the desk. */
export interface Assignment {
  holder: Holder;
  by: string;
  at: Date;
  note: string | null;
}

/** Gives a case to a body. Its clock starts now, `days` working days; the one from filing does not move. */
export function assignCase(c: Case, assignment: Assignment, centre: Centre, days: number): CaseChange {
  const { holder, at, by, note } = assignment;
  return handOver(c, holder, { at, by, note, holderDueAt: dueFrom(at, days, centre) });
}

/** A word between officials; the citizen does not read it. */
export function noteCase(c: Case, { text, by, at }: { text: string; by: string; at: Date }): CaseChange {
  return changeOf(c, c, eventOf('internal_note', { at, by, note: text }));
}

/** The one reminder of a resolved case goes out; without an answer it closes next. */
export function remindSolved(c: Case, at: Date, centre: Centre): CaseChange {
  const wakeAt = atDeskHour(at, Math.max(1, centre.closeAfterDays - centre.solvedNudgeDays), centre);
  return changeOf(c, { ...c, wakeAt }, eventOf('reminded', { at, by: 'clock' }));
}

/** Nobody answered: closed without a word of the citizen, which is not agreement (`confirmed` stays null). */
export function closeInSilence(c: Case, at: Date): CaseChange {
  const closed: Case = { ...c, status: 'closed', confirmed: null, closedAt: at, wakeAt: null };
  return changeOf(c, closed, eventOf('status', { at, by: 'clock', from: c.status, to: 'closed' }));
}
