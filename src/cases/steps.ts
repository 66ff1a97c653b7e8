import type { Centre } from '../catalogue/catalogue.ts';
import type { Attachment, Case, CaseChange, CaseEvent, Holder, Place, Privacy, Status } from './case.ts';
import { changeOf, eventOf, holderText, sameHolder } from './change.ts';
import { dueFrom, goOn } from './clock.ts';
import { allowedSteps, isOpen, isProposal } from './lifecycle.ts';

/** Everything a new case is made of. */
export interface Opening
  extends Pick<
    Case,
    | 'id'
    | 'number'
    | 'kind'
    | 'serviceId'
    | 'holder'
    | 'reasons'
    | 'place'
    | 'description'
    | 'privacy'
    | 'reporter'
    | 'conversationId'
    | 'opening'
    | 'attachments'
    | 'pinHash'
  > {
  /** Of the breakdown it tells of together with others. */
  incident?: string | null;
  /** Working days of its service. */
  days: number;
  at: Date;
  by: string;
}

/** A new case: `assigned` in the same step when its holder is known, else `received`. */
export function openCase({ days, at, by, ...given }: Opening, centre: Centre): CaseChange {
  const dueAt = dueFrom(at, days, centre);
  const held = given.holder !== null;
  const opened: Case = {
    ...given,
    ...UNTOUCHED,
    incident: given.incident ?? null,
    status: held ? 'assigned' : 'received',
    openedAt: at,
    dueAt,
    holderSince: held ? at : null,
    holderDueAt: held ? dueAt : null,
  };
  const events = [eventOf('opened', { at, by, to: 'received' })];
  if (held) {
    events.push(eventOf('assigned', { at, by, to: holderText(given.holder) }));
    events.push(eventOf('status', { at, by, from: 'received', to: 'assigned' }));
  }
  return { case: opened, expectedVersion: 0, events };
}

const UNTOUCHED = {
  version: 0,
  pausedAt: null,
  resolvedAt: null,
  closedAt: null,
  question: null,
  rating: null,
  ratingCause: null,
  confirmed: null,
  reopened: 0,
  wakeAt: null,
};

/** What a citizen adds to a case. */
export interface Words {
  text: string | null;
  /** Who they are and how to reach them, kept with the reporter where the case has one. */
  contact?: string | null;
  attachments: Attachment[];
  at: Date;
}

/** The citizen's own words and files join the case. */
export function addToCase(c: Case, words: Words & { by: string }): CaseChange {
  const { at, by, text } = words;
  return changeOf(c, withWords(c, words), eventOf('added', { at, by, note: text }));
}

/** Who its citizen is and how to reach them, told after it was filed: kept with the reporter, and not among its words. */
export function addContact(c: Case, { text, at }: { text: string; at: Date }): CaseChange {
  return changeOf(c, { ...c, reporter: withContact(c, text) }, eventOf('added', { at, by: 'citizen' }));
}

function withContact({ reporter }: Case, text: string): Case['reporter'] {
  const told = [reporter?.contact, text].filter(part => part != null && part !== '').join('; ');
  return reporter && { ...reporter, contact: told.slice(-MOST_CONTACT) };
}

/** Beyond it the oldest goes: who gives another telephone is to be reached there. */
const MOST_CONTACT = 500;

function withWords(c: Case, { text, attachments, contact }: Omit<Words, 'at'>): Case {
  return {
    ...c,
    reporter: contact ? withContact(c, contact) : c.reporter,
    description: text === null ? c.description : [...c.description, text],
    attachments: [...c.attachments, ...attachments],
  };
}

/** The citizen answered: the holder's clock goes on. An answer nobody waits for any more is added all the same. */
export function answerQuestion(c: Case, answer: Words, centre: Centre): CaseChange {
  const { at, text } = answer;
  const answered = eventOf('answer', { at, by: 'citizen', note: text });
  if (c.status !== 'awaiting_citizen') return changeOf(c, withWords(c, answer), answered);
  const status = afterAnswer(c);
  const after = { ...withWords(goOn(c, at, centre), answer), status, question: null };
  return changeOf(c, after, answered, citizenStep(c.status, status, at));
}

function afterAnswer({ kind, holder }: Case): Status {
  if (!isProposal(kind)) return 'in_progress';
  return holder === null ? 'received' : 'assigned';
}

function citizenStep(
  from: Status,
  to: Status,
  at: Date,
  note: string | null = null,
  by = 'citizen',
): CaseEvent {
  return eventOf('status', { at, by, from, to, note });
}

/**
 * The citizen says it is solved: closed and confirmed, from any status. After a silent close only the mark changes;
 * a proposal, which nothing solves, keeps its status.
 */
export function confirmSolved(c: Case, { at, by }: { at: Date; by: string }): CaseChange {
  const road = roadToClosed(c);
  if (road.length === 0 && c.status !== 'closed') return changeOf(c, c, eventOf('answer', { at, by }));
  const closed: Case = {
    ...c,
    status: 'closed',
    confirmed: true,
    resolvedAt: c.resolvedAt ?? at,
    closedAt: c.closedAt ?? at,
    pausedAt: c.pausedAt ?? at,
    question: null,
    wakeAt: null,
  };
  if (road.length === 0) return changeOf(c, closed, eventOf('answer', { at, by }));
  return changeOf(c, closed, ...road.map(([from, to]) => citizenStep(from, to, at, null, by)));
}

/** The steps of its table that lead to `closed`, so that its history obeys the table. */
function roadToClosed(c: Case): [Status, Status][] {
  const road: [Status, Status][] = [];
  let status = c.status;
  while (status !== 'closed') {
    const allowed = allowedSteps(c.kind, status);
    const next = (['closed', 'resolved', 'in_progress', 'reopened'] as const).find(to =>
      allowed.includes(to),
    );
    if (!next) return [];
    road.push([status, next]);
    status = next;
  }
  return road;
}

/**
 * The citizen says it is not solved: `reopened`, one level higher, the cause among their words. What was never
 * ended, or cannot be reopened (a decided proposal), only takes the words.
 */
export function reopenCase(
  c: Case,
  { cause, at }: { cause: string | null; at: Date },
  centre: Centre,
): CaseChange {
  const words = withWords(c, { text: cause, attachments: [] });
  if (!allowedSteps(c.kind, c.status).includes('reopened') || isOpen(c)) {
    return changeOf(c, words, eventOf('added', { at, by: 'citizen', note: cause }));
  }
  return changeOf(c, reopened(words, at, centre), citizenStep(c.status, 'reopened', at, cause));
}

/**
 * A case brought back to work. The holder's clock goes on with the working days it had left when it was ended; the
 * clock from filing never stopped.
 */
export function reopened(c: Case, at: Date, centre: Centre): Case {
  return {
    ...goOn(c, at, centre),
    status: 'reopened',
    reopened: c.reopened + 1,
    resolvedAt: null,
    closedAt: null,
    confirmed: null,
    wakeAt: null,
  };
}

/** The citizen's marks, 1–5. */
export function rateCase(c: Case, rated: { rating: number; cause: string | null; at: Date }): CaseChange {
  const { rating, cause, at } = rated;
  const marked = { ...c, rating, ratingCause: cause };
  const from = c.rating === null ? null : String(c.rating);
  return changeOf(c, marked, eventOf('rated', { at, by: 'citizen', from, to: String(rating), note: cause }));
}

/** The citizen takes back a case that is still open; one that has ended stays as it is, with a line in its history. */
export function withdrawCase(c: Case, { at }: { at: Date }): CaseChange {
  if (!allowedSteps(c.kind, c.status).includes('withdrawn')) {
    return changeOf(c, c, eventOf('added', { at, by: 'citizen' }));
  }
  const withdrawn: Case = {
    ...c,
    status: 'withdrawn',
    closedAt: at,
    pausedAt: c.pausedAt ?? at,
    question: null,
    wakeAt: null,
  };
  return changeOf(c, withdrawn, citizenStep(c.status, 'withdrawn', at));
}

/**
 * The citizen corrects where it is; the number and the clock from filing stay. `holder` is who is competent there,
 * null when that cannot be told: then the present one keeps it.
 */
export function correctPlace(
  c: Case,
  corrected: { place: Place; holder: Holder | null; at: Date },
): CaseChange {
  const { place, holder, at } = corrected;
  const by = 'citizen';
  const event = eventOf('corrected', { at, by, from: c.place?.text ?? null, to: place.text });
  const moved = { ...c, place };
  if (!holder || sameHolder(c.holder, holder) || !isOpen(c)) return changeOf(c, moved, event);
  const given = handOver(moved, holder, { at, by, note: null, holderDueAt: c.holderDueAt ?? c.dueAt });
  return { ...given, expectedVersion: c.version, events: [event, ...given.events] };
}

/** The citizen says who may see who they are, from now on; what was seen before nobody can take back. */
export function correctPrivacy(
  c: Case,
  { privacy, at }: { privacy: Exclude<Privacy, 'anonymous'>; at: Date },
): CaseChange {
  return changeOf(c, { ...c, privacy }, eventOf('corrected', { at, by: 'citizen', to: privacy }));
}

/** The citizen says which body it is for; the clock goes on. */
export function correctHolder(c: Case, { holder, at }: { holder: Holder; at: Date }): CaseChange {
  return handOver(c, holder, { at, by: 'citizen', note: null, holderDueAt: c.holderDueAt ?? c.dueAt });
}

/** What a transfer carries besides the new holder. */
export interface HandOver {
  at: Date;
  by: string;
  note: string | null;
  holderDueAt: Date;
}

/** Gives a case to a body: `assigned` when nobody had it, `transferred` else, its status kept. */
export function handOver(c: Case, holder: Holder, { at, by, note, holderDueAt }: HandOver): CaseChange {
  const status: Status = c.status === 'received' ? 'assigned' : c.status;
  const held: Case = { ...c, status, holder, holderSince: at, holderDueAt, pausedAt: c.pausedAt && at };
  const what = c.holder ? 'transferred' : 'assigned';
  const events = [eventOf(what, { at, by, from: holderText(c.holder), to: holderText(holder), note })];
  if (status !== c.status) events.push(eventOf('status', { at, by, from: c.status, to: status }));
  return changeOf(c, held, ...events);
}
