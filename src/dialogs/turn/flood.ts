import type { Capabilities, ChannelId } from '../../channels/channel.ts';
import type { Queue } from '../../queue/queue.ts';
import type {
  Change,
  Conversation,
  ConversationSet,
  Loaded,
  Store,
  StoredMessage,
} from '../../storage/store.ts';
import type { ConversationState } from '../conversation.ts';
import { replyOf, writtenIn } from '../scene.ts';
import { readState } from '../state.ts';
import type { FactsDeps } from './gather-facts.ts';
import { outboundOf, type Rendering } from './turn-change.ts';

/** What holding a flooding talk back needs. */
export interface BrakeDeps extends Pick<FactsDeps, 'classifier' | 'texts' | 'now'> {
  store: Pick<Store, 'commit'>;
  queue: Pick<Queue, 'add'>;
  render: Rendering['render'];
  /** More messages than this from one address in a minute are not read at once. */
  messagesPerMinute: (channel: ChannelId) => number;
}

/** `held`: its turn comes later; `urgent`: at once, there is danger in it; `free`: as ever. */
export type Pace = 'free' | 'held' | 'urgent';

const MINUTE_MS = 60_000;

/**
 * How long what waits in a talk is left waiting, because more came within a minute than is read at once: until the
 * minute is over, or as many wait as one turn takes. Null when it is no flood.
 */
export function floodIn(
  { conversation, messages }: Loaded,
  { perMinute, most, now }: { perMinute: number; most: number; now: Date },
): { waitMs: number } | null {
  const [oldest, newest] = [messages[0], messages.at(-1)];
  if (!oldest || !newest) return null;
  const read = readState(conversation.state)?.recent ?? [];
  if (lastMinute([...read, ...timesOf(messages)]).length <= perMinute) return null;
  const waited = now.getTime() - oldest.receivedAt.getTime();
  // A message from the future says that the clock was set back: it is due.
  const isDue = messages.length >= most || waited < 0;
  return { waitMs: isDue ? 0 : Math.max(0, MINUTE_MS - waited) };
}

/** The state once these messages are read: when the last ones came, and whether the flood is over. */
export function paced(
  state: ConversationState,
  messages: readonly StoredMessage[],
  perMinute: number,
): ConversationState {
  if (messages.length === 0) return state;
  const recent = lastMinute([...state.recent, ...timesOf(messages)]).slice(-(perMinute + 1));
  return { ...state, recent, flooded: state.flooded && recent.length > perMinute };
}

function timesOf(messages: readonly StoredMessage[]): number[] {
  return messages.map(({ receivedAt }) => receivedAt.getTime());
}

function lastMinute(times: readonly number[]): number[] {
  const newest = times.at(-1) ?? 0;
  return times.filter(at => at > newest - MINUTE_MS && at <= newest);
}

/** How far a flooding talk was looked at for danger, and when its turn is to come. */
interface Held {
  seq: number;
  until: number;
}

/** So many floods are remembered at a time; what is forgotten is only looked at once more. */
const MOST_HELD = 1_000;

/** Makes what holds a flooding talk back: tells the citizen once, shows it to people, and looks out for danger. */
export function createBrake(
  deps: BrakeDeps,
  most: number,
): (loaded: Loaded, capabilities: Capabilities) => Promise<Pace> {
  const talks = new Map<string, Held>();
  return async (loaded, capabilities) => {
    const { conversation, messages } = loaded;
    const now = deps.now();
    const flood = floodIn(loaded, { perMinute: deps.messagesPerMinute(conversation.channel), most, now });
    const known = talks.get(conversation.id);
    if (flood === null || flood.waitMs === 0) {
      talks.delete(conversation.id);
      return 'free';
    }
    if (hasDanger(deps, conversation, afterSeq(messages, known?.seq ?? 0))) return 'urgent';
    const until = now.getTime() + flood.waitMs;
    if (talks.size >= MOST_HELD) talks.clear();
    talks.set(conversation.id, { seq: messages.at(-1)?.seq ?? 0, until });
    await tellOnce(deps, conversation, capabilities);
    if (known?.until !== until) {
      await deps.queue.add({ name: 'turn', conversationId: conversation.id }, flood.waitMs);
    }
    return 'held';
  };
}

function afterSeq(messages: readonly StoredMessage[], seq: number): StoredMessage[] {
  return messages.filter(message => message.seq > seq);
}

/** Do words tell of a danger, however faintly? */
export function hasDanger(
  { classifier }: Pick<BrakeDeps, 'classifier'>,
  { state }: Conversation,
  messages: readonly StoredMessage[],
): boolean {
  const text = writtenIn(messages).join('\n');
  if (text === '') return false;
  try {
    return classifier.understand(text, { language: readState(state)?.language ?? 'es' }).emergency !== null;
  } catch {
    // What cannot be read fails in its turn, which counts it.
    return true;
  }
}

async function tellOnce(
  deps: BrakeDeps,
  conversation: Conversation,
  capabilities: Capabilities,
): Promise<void> {
  const state = readState(conversation.state);
  // A state nobody can read is replaced by the turn, which says so.
  if (state === null || state.flooded) return;
  const change = toldOf(deps, conversation, state, capabilities);
  await deps.store.commit(change);
  if (change.outbound?.some(outbound => outbound.state === 'pending')) {
    await deps.queue.add({ name: 'deliver', conversationId: conversation.id });
  }
}

function toldOf(
  { texts, render, now }: BrakeDeps,
  conversation: Conversation,
  state: ConversationState,
  capabilities: Capabilities,
): Change {
  const { id, version, turns, mode, optedOut, review } = conversation;
  const at = now();
  const isServed = mode === 'bot';
  const shown: ConversationSet = isServed && !review ? { review: true, reason: 'flood', since: at } : {};
  const replies = isServed && !optedOut ? [replyOf(texts.say(state.language, 'flood'))] : [];
  const set = { ...shown, state: { ...state, flooded: true } };
  return {
    at,
    conversation: { id, expectedVersion: version, consumed: [], turn: true, set },
    outbound: outboundOf(conversation, turns + 1, replies, [], { render, capabilities }),
  };
}
