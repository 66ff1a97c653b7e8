import { isOver } from '../cases/notify.ts';
import { findNumbers } from '../cases/number.ts';
import type { Queries } from '../storage/queries.ts';
import type { Loaded } from '../storage/store.ts';
import type { Awaits } from './conversation.ts';
import { added } from './filed/case-steps.ts';
import { tellsSomething } from './filed/tells-something.ts';
import { isAnotherMatter } from './likeness.ts';
import { questionAgain } from './questions.ts';
import { type Move, type Scene, type Topic, withState } from './scene.ts';
import { readState } from './state.ts';
import { chosen } from './words/chosen.ts';
import { isYes } from './words/yes-no.ts';

/** What waits in a talk, once what crossed with a notice is told apart. */
export interface Uncrossed {
  /** With the messages that belong together: all, or only those written before the notice. */
  loaded: Loaded;
  /** The number of the case whose notice these messages were written before. */
  early: string | null;
  /** Others were written after it and have the next turn. */
  more: boolean;
}

/** A notice is looked for among so many lines; beyond them it is taken to stand where it was decided. */
const MOST_BETWEEN = 50;

/** Tells the messages that were written before a notice asked something from its answers. */
export async function uncross(store: Pick<Queries, 'transcript'>, loaded: Loaded): Promise<Uncrossed> {
  const { conversation, messages } = loaded;
  const awaits = readState(conversation.state)?.awaits ?? null;
  const all = { loaded, early: null, more: false };
  if (messages.length === 0 || awaits?.after === undefined || awaits.caseNumber === undefined) return all;
  const asked = await askedAt(store, conversation.id, awaits, awaits.after);
  const before = messages.filter(({ seq }) => seq < asked);
  if (before.length === 0) return all;
  const more = before.length < messages.length;
  return { loaded: { conversation, messages: before }, early: awaits.caseNumber, more };
}

/** Where the notice stands: messages may have come between its decision and its commit. */
async function askedAt(
  store: Pick<Queries, 'transcript'>,
  conversationId: string,
  { ask, caseNumber }: Awaits,
  after: number,
): Promise<number> {
  const lines = await store.transcript(conversationId, after, MOST_BETWEEN);
  const notice = lines.find(
    line => line.asks === ask && (caseNumber === undefined || line.caseNumber === caseNumber),
  );
  return notice?.seq ?? after + 1;
}

/** Were all of these messages written before the summary that is to be agreed to stood in the talk? */
export async function isBeforeSummary(
  store: Pick<Queries, 'transcript'>,
  { conversation, messages }: Loaded,
): Promise<boolean> {
  const awaits = readState(conversation.state)?.awaits ?? null;
  const last = messages.at(-1);
  if (last === undefined || awaits?.ask !== 'confirm' || awaits.after === undefined) return false;
  return last.seq < (await askedAt(store, conversation.id, awaits, awaits.after));
}

/** A bare yes, or the number that means it, to a summary nobody can have read: it answered what was asked before, and sends nothing. */
export const unread: Topic = scene => {
  const { facts, burst, state } = scene;
  if (!facts.beforeSummary || state.awaits === null) return null;
  if (chosen(state.awaits.choices, burst)?.value !== 'yes' && !isYes(burst.text)) return null;
  const again = questionAgain(scene, scene);
  return again === null ? null : { state, replies: [again] };
};

/** A summary that is said now is known by where the talk stood: what was written before it agrees to nothing. */
export function markSummary({ conversation }: Scene, { state, replies }: Move): Move['state'] {
  const { awaits } = state;
  if (awaits?.ask !== 'confirm' || !replies.some(({ asks }) => asks === 'confirm')) return state;
  return { ...state, awaits: { ...awaits, after: conversation.seq } };
}

/** Words and files written before a notice was there to be answered: more of the case it is about. */
export const early: Topic = scene => {
  const { facts } = scene;
  const c = facts.cases.find(({ number }) => number === facts.early);
  if (!c || !tellsSomething(scene) || isAboutAnother(scene, c.number) || isAnotherMatter(scene, c))
    return null;
  return added(scene, c);
};

function isAboutAnother({ facts, burst, catalogue }: Scene, number: string): boolean {
  const named = findNumbers(burst.text, catalogue.centre.prefix)[0]?.number ?? number;
  return named !== number || (facts.quoted ?? number) !== number;
}

/** The scene of words that can answer nothing of what is asked now. */
export function unasked(scene: Scene): Scene {
  return scene.facts.early === null ? scene : withState(scene, { awaits: null });
}

/** What is asked is still asked after words that were no answer to it. */
export function askedStill({ facts, state: { awaits } }: Scene, move: Move): Move {
  if (facts.early === null || awaits === null || move.erase) return move;
  if (move.cases?.some(change => isOver(awaits, change.case))) return move;
  const next = move.state.awaits;
  if (next === null) return { ...move, state: { ...move.state, awaits } };
  // What waits was written after the notice: a "sí" to it agrees to nothing that is asked only now.
  if (facts.answerWaits)
    return { ...move, quiet: true, state: { ...move.state, awaits: { ...awaits, before: next } } };
  if (awaits.ask !== 'answer' || next.before) return move;
  return { ...move, state: { ...move.state, awaits: { ...next, before: awaits } } };
}
