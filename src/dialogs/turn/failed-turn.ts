import type { Logger } from 'pino';
import type { Capabilities, Part, Reply } from '../../channels/channel.ts';
import { errorFields } from '../../errors.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Change, Conversation, ConversationSet, Store } from '../../storage/store.ts';
import type { Texts } from '../../texts.ts';
import { readState } from '../state.ts';
import type { Stimulus } from '../turn.ts';
import { outboundOf, seqsOf } from './turn-change.ts';

/** What noting a failure needs. */
export interface FailureDeps {
  store: Pick<Store, 'commit'>;
  queue: Pick<Queue, 'add'>;
  texts: Texts;
  render: (reply: Reply, capabilities: Capabilities) => Part[];
  log: Pick<Logger, 'error'>;
  now: () => Date;
}

/** A turn that failed so often will fail again: what it was about is put aside for a person. */
const MOST_FAILURES = 5;
const FIRST_PAUSE_MS = 500;

/**
 * Counts a turn that threw, in a commit of its own, and has it tried again; at the fifth time puts the messages aside,
 * asks for a person and says so to the citizen. Rejects with `ConflictError` when somebody was faster.
 */
export async function noteFailure(
  deps: FailureDeps,
  conversation: Conversation,
  stimulus: Stimulus,
  { error, capabilities }: { error: unknown; capabilities: Capabilities },
): Promise<'failed' | 'parked'> {
  const { id, version } = conversation;
  const failures = conversation.failures + 1;
  deps.log.error({ conversationId: id, failures, ...errorFields(error) }, 'a turn failed');
  if (failures < MOST_FAILURES) {
    const change = { id, expectedVersion: version, consumed: [], turn: false, set: { failures } };
    await deps.store.commit({ at: deps.now(), conversation: change });
    await deps.queue.add({ name: 'turn', conversationId: id }, FIRST_PAUSE_MS * 2 ** (failures - 1));
    return 'failed';
  }
  const change = parked(deps, conversation, stimulus, { capabilities, reason: codeOf(error) });
  await deps.store.commit(change);
  if (change.outbound?.some(({ state }) => state === 'pending')) {
    await deps.queue.add({ name: 'deliver', conversationId: id });
  }
  return 'parked';
}

function parked(
  deps: FailureDeps,
  conversation: Conversation,
  stimulus: Stimulus,
  { capabilities, reason }: { capabilities: Capabilities; reason: string },
): Change {
  const { id, version, turns } = conversation;
  const at = deps.now();
  const base = { id, expectedVersion: version, turn: true };
  if ('wake' in stimulus) {
    const set = { failures: 0, wakeAt: null, ...(conversation.mode === 'bot' ? lookAt(at) : {}) };
    return { at, conversation: { ...base, consumed: [], set } };
  }
  // A person has the talk already, or was promised: the bot stays silent.
  const served = conversation.mode === 'bot';
  const set: ConversationSet = { failures: 0, ...(served ? wanted(at) : {}) };
  const replies = served && !conversation.optedOut ? apology(deps, conversation) : [];
  return {
    at,
    conversation: { ...base, consumed: seqsOf(stimulus.messages), parked: reason, set },
    outbound: outboundOf(conversation, turns + 1, replies, [], { render: deps.render, capabilities }),
  };
}

/** The error's own code or name, if it is one: a message could hold somebody's words. */
function codeOf(error: unknown): string {
  const { error: name, code = name } = errorFields(error);
  return /^[\w.-]{1,40}$/.test(code) ? code : 'failed_turn';
}

function wanted(since: Date): ConversationSet {
  return { mode: 'waiting', reason: 'failed_turn', since };
}

function lookAt(since: Date): ConversationSet {
  return { review: true, reason: 'failed_turn', since };
}

function apology({ texts }: FailureDeps, { state }: Conversation): Reply[] {
  const language = readState(state)?.language ?? 'es';
  return [{ ...texts.say(language, 'handoff.failed_turn'), asks: 'none', class: 'reply' }];
}
