import { createHash } from 'node:crypto';
import type { Capabilities, ChannelId, Part, Reply } from '../channels/channel.ts';
import type { Awaits, ConversationState } from '../dialogs/conversation.ts';
import type { Conversation, ConversationChange, NewOutbound } from '../storage/store.ts';
import type { Case, CaseChange } from './case.ts';

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

/** The part of a commit that tells the citizen. */
export interface Told {
  outbound: NewOutbound[];
  conversation?: ConversationChange;
  /** Somebody must wake `deliver`. */
  sends: boolean;
}

const NOTHING: Told = { outbound: [], sends: false };

/**
 * Words what a change means to its citizen, for the commit that makes the change. What the notice asks becomes what the
 * conversation awaits, unless it is busy with something else; what it awaited of this case before is over.
 */
export function notify(
  deps: NotifyDeps,
  change: CaseChange,
  notice: Notice | null,
  conversation: Conversation | null,
): Told {
  if (conversation === null) return NOTHING;
  const capabilities = conversation.optedOut ? null : deps.capabilitiesOf(conversation.channel);
  if (notice === null || capabilities === null)
    return { ...NOTHING, ...awaiting(conversation, change, null) };
  const { state } = conversation;
  const busy = isBusy(conversation);
  const { reply, awaits } = deps.caseNotice(notice, change.case, { language: state.language, busy });
  const said: Reply = busy ? { ...reply, asks: 'none', choices: [] } : reply;
  const outbound = outboundOf(deps.render(said, capabilities), said, {
    conversation,
    capabilities,
    change,
  });
  return { outbound, sends: !capabilities.pull, ...awaiting(conversation, change, busy ? null : awaits) };
}

/** Is a report being taken down, or do words of the citizen wait for an answer? Then nothing else may be asked. */
export function isBusy({ state }: Pick<Conversation, 'state'>): boolean {
  return state.draft !== null || holdsWords(state.awaits);
}

function holdsWords(awaits: Awaits | null): boolean {
  return awaits !== null && (awaits.held !== undefined || holdsWords(awaits.before ?? null));
}

function awaiting(
  conversation: Conversation,
  { case: c }: CaseChange,
  next: Awaits | null,
): Pick<Told, 'conversation'> {
  const { id, version, state } = conversation;
  const kept = isOver(state.awaits, c) ? null : state.awaits;
  const awaits = next ? asked(conversation, next) : kept;
  if (awaits === state.awaits) return {};
  const set = { state: { ...state, awaits } };
  return { conversation: { id, expectedVersion: version, consumed: [], turn: false, set } };
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
  to: { conversation: Conversation; capabilities: Capabilities; change: CaseChange },
): NewOutbound[] {
  const { id, number } = to.change.case;
  return parts.map((part, i) => ({
    id: outboundId(id, String(to.change.expectedVersion), String(i)),
    conversationId: to.conversation.id,
    turn: null,
    from: 'bot',
    part,
    asks: i === parts.length - 1 ? asks : 'none',
    class: kind,
    caseId: id,
    caseNumber: number,
    state: to.capabilities.pull ? 'accepted' : 'pending',
  }));
}

/** The id of a message to be sent: the same words of the same event always get the same one. */
export function outboundId(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
