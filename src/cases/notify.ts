import { hash } from 'node:crypto';
import type { Capabilities, ChannelId, Part, Reply } from '../channels/channel.ts';
import type { Awaits, ConversationState } from '../dialogs/conversation.ts';
import type { Conversation, ConversationChange, NewOutbound } from '../storage/store.ts';
import type { Case } from './case.ts';

/** What happened to a case that its citizen is to read. */
export type Notice =
  /** Opened for them by somebody else; says the number. */
  | { what: 'opened' }
  /** A status was reached; `resolved` asks whether it is solved, `awaiting_citizen` the question. */
  | { what: 'status'; note: string | null; reason: string | null }
  /** Given to a body, for the first time or by transfer; the case names it. */
  | { what: 'assigned' }
  | { what: 'question'; text: string }
  /** A resolved case nobody answered for: asks once more. */
  | { what: 'solved_nudge' };

/** How a notice must be worded. */
export interface NoticeContext {
  language: ConversationState['language'];
  /** The citizen is in the middle of something: their next words are not an answer to this, so nothing is asked. */
  busy: boolean;
}

/** Words a notice about a case as it now is, and says what the citizen's next words then answer. Pure. */
export type CaseNotice = (
  notice: Notice,
  c: Case,
  context: NoticeContext,
) => { reply: Reply; awaits: Awaits | null };

/** What turns a notice into rows. */
export interface NotifyDeps {
  caseNotice: CaseNotice;
  render: (reply: Reply, capabilities: Capabilities) => Part[];
  /** Null when the channel is switched off: then nobody can be told on it. */
  capabilitiesOf: (channel: ChannelId) => Capabilities | null;
}

/** The talk news goes to. */
export interface Destination {
  conversation: Conversation;
  capabilities: Capabilities;
  noticeId: string;
  /** The place of this road in the list for its kind. */
  step: number;
  /** False: a template outside the window costs more than this news may. */
  mayCost: boolean;
}

/** The part of a commit that tells the citizen. */
export interface Told {
  outbound: NewOutbound[];
  /** What the talk awaits from now on, when that changes. */
  conversation: ConversationChange | null;
}

/**
 * Words what a change means to its citizen. What the notice asks becomes what the talk awaits, unless it is busy with
 * something else; what it awaited of this case before is over.
 */
export function notify(
  { caseNotice, render }: Pick<NotifyDeps, 'caseNotice' | 'render'>,
  c: Case,
  notice: Notice,
  to: Destination,
): Told {
  const { conversation, capabilities, mayCost } = to;
  const busy = isBusy(conversation);
  const { reply, awaits } = caseNotice(notice, c, { language: conversation.state.language, busy });
  const asked: Reply = busy ? { ...reply, asks: 'none', choices: [] } : reply;
  const { template, ...words } = asked;
  const said = mayCost ? asked : words;
  return {
    outbound: outboundOf(render(said, capabilities), said, c, to),
    conversation: awaiting(conversation, c, busy ? null : awaits),
  };
}

/** The change by which a talk no longer awaits what a case does not ask any more; null: it awaits nothing of the kind. */
export function noLongerAwaiting(conversation: Conversation, c: Case): ConversationChange | null {
  return awaiting(conversation, c, null);
}

/** Is a report being taken down, or do words of the citizen wait for an answer? Then nothing else may be asked. */
export function isBusy({ state }: Pick<Conversation, 'state'>): boolean {
  return state.draft !== null || holdsWords(state.awaits);
}

function holdsWords(awaits: Awaits | null): boolean {
  return awaits !== null && (awaits.held !== undefined || holdsWords(awaits.before ?? null));
}

/** The change by which a talk no longer awaits what never arrived there; null: it awaits nothing of this case. */
export function neverAsked(
  { id, version, state }: Conversation,
  { number }: Case,
): ConversationChange | null {
  const { awaits } = state;
  if (awaits === null || awaits.caseNumber !== number || holdsWords(awaits)) return null;
  if (awaits.ask !== 'answer' && awaits.ask !== 'solved') return null;
  const set = { state: { ...state, awaits: awaits.before ?? null } };
  return { id, expectedVersion: version, consumed: [], turn: false, set };
}

function awaiting(conversation: Conversation, c: Case, next: Awaits | null): ConversationChange | null {
  const { id, version, state } = conversation;
  const kept = isOver(state.awaits, c) ? null : state.awaits;
  const awaits = next ? asked(conversation, next) : kept;
  if (awaits === state.awaits) return null;
  const set = { state: { ...state, awaits } };
  return { id, expectedVersion: version, consumed: [], turn: false, set };
}

/** A question with the place in the talk it stands after; asked once more, it can be answered since the first time. */
function asked({ seq, state: { awaits: before } }: Conversation, next: Awaits): Awaits {
  const isAgain = before?.ask === next.ask && before.caseNumber === next.caseNumber;
  const after = isAgain ? before.after : seq;
  return after === undefined ? next : { ...next, after };
}

/** Does it await what this case no longer asks? */
export function isOver(awaits: Awaits | null, { number, status }: Case): boolean {
  if (awaits === null || awaits.caseNumber !== number) return false;
  if (awaits.ask === 'answer') return status !== 'awaiting_citizen';
  return awaits.ask === 'solved' && status !== 'resolved';
}

function outboundOf(
  parts: Part[],
  { asks, class: kind }: Reply,
  { id, number }: Case,
  { conversation, capabilities, noticeId, step }: Destination,
): NewOutbound[] {
  return parts.map((part, i) => ({
    id: outboundId(noticeId, String(step), String(i)),
    conversationId: conversation.id,
    turn: null,
    from: 'bot',
    part,
    asks: i === parts.length - 1 ? asks : 'none',
    class: kind,
    caseId: id,
    caseNumber: number,
    noticeId,
    state: capabilities.pull ? 'accepted' : 'pending',
  }));
}

/** The id of a message to be sent: the same words of the same event always get the same one. */
export function outboundId(...parts: string[]): string {
  return hash('sha256', parts.join('\n'));
}
