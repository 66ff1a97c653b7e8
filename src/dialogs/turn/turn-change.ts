import type { Case } from '../../cases/case.ts';
import { outboundId } from '../../cases/notify.ts';
import type { Capabilities, Part, Reply } from '../../channels/channel.ts';
import type { ProofChange } from '../../storage/changes.ts';
import type {
  Change,
  Conversation,
  ConversationSet,
  NewOutbound,
  StoredMessage,
} from '../../storage/store.ts';
import type { ProofMove, Stimulus, Turn } from '../turn.ts';

/** What turns a reply into rows. */
export interface Rendering {
  render: (reply: Reply, capabilities: Capabilities) => Part[];
  capabilities: Capabilities;
}

/** What may still be written to who wants no more messages: that we stop, and where help is when life is in danger. */
const TO_OPTED_OUT: readonly Reply['class'][] = ['optOut', 'emergency'];

/** One turn as one atomic change: messages consumed, new state, cases, replies within the channel's limits. */
export function changeOfTurn(
  conversation: Conversation,
  stimulus: Stimulus,
  turn: Turn,
  { at, cases, ...rendering }: Rendering & { at: Date; cases: Case[] },
): Change {
  const set = setOf(conversation, stimulus, turn, at);
  const replies = repliesOf(conversation, turn);
  const known = [...turn.cases.map(change => change.case), ...cases];
  return {
    at,
    conversation: {
      ...{ id: conversation.id, expectedVersion: conversation.version, turn: true, set },
      consumed: 'messages' in stimulus ? seqsOf(stimulus.messages) : [],
    },
    cases: turn.cases,
    // What is written to a talk that is erased goes with it: it is said after it.
    outbound: turn.erase ? [] : outboundOf(conversation, conversation.turns + 1, replies, known, rendering),
    ...(turn.erase ? { erase: turn.erase } : {}),
    ...(turn.proof ? { proof: proofOf(conversation, turn.proof, rendering) } : {}),
  };
}

/** What of a turn's replies may be written to the citizen. */
export function repliesOf(conversation: Conversation, { replies, set }: Turn): Reply[] {
  const optedOut = set.optedOut ?? conversation.optedOut;
  return replies.filter(reply => !optedOut || TO_OPTED_OUT.includes(reply.class));
}

/** The code is written within the limits of the channel it goes to. */
function proofOf({ id, turns }: Conversation, proof: ProofMove, { render }: Rendering): ProofChange {
  if (proof.what === 'left') return { what: 'left', conversationId: id };
  if (proof.what !== 'asked') return { ...proof, conversationId: id };
  const { reply, capabilities, ...asked } = proof;
  const words = outboundOf({ id: `${id}.code` }, turns + 1, [reply], [], { render, capabilities });
  return {
    ...{ ...asked, conversationId: id },
    words: words.map(({ conversationId, ...word }) => ({ ...word, turn: null })),
  };
}

/** The sequence numbers of messages. */
export function seqsOf(messages: readonly StoredMessage[]): number[] {
  return messages.map(({ seq }) => seq);
}

/** An alarm never rings again at once, whatever a turn asks for. */
const LEAST_ALARM_MS = 60_000;

function setOf(
  { failures }: Conversation,
  stimulus: Stimulus,
  { set, state }: Turn,
  at: Date,
): ConversationSet {
  const changed = { ...(failures > 0 ? { failures: 0 } : {}), ...set, state };
  if (!('wake' in stimulus)) return changed;
  const { wakeAt } = set;
  const soonest = at.getTime() + LEAST_ALARM_MS;
  return { ...changed, wakeAt: wakeAt ? new Date(Math.max(wakeAt.getTime(), soonest)) : null };
}

/** Replies as rows, one for each platform call; the last part of a reply says what it asks. */
export function outboundOf(
  { id: conversationId }: Pick<Conversation, 'id'>,
  turn: number | null,
  replies: Reply[],
  cases: Pick<Case, 'id' | 'number'>[],
  { render, capabilities }: Rendering,
): NewOutbound[] {
  const parts = replies.flatMap(reply =>
    render(reply, capabilities).map((part, i, all) => ({ reply, part, isLast: i === all.length - 1 })),
  );
  return parts.map(({ reply, part, isLast }, i) => ({
    ...{ id: outboundId(conversationId, String(turn), String(i)), conversationId, turn, from: 'bot', part },
    ...{ asks: isLast ? reply.asks : 'none', class: reply.class, caseNumber: reply.caseNumber ?? null },
    caseId: cases.find(({ number }) => number === reply.caseNumber)?.id ?? null,
    state: capabilities.pull ? 'accepted' : 'pending',
  }));
}
