import type { Logger } from 'pino';
import type { Capabilities, ChannelId, Part, Reply } from '../../channels/channel.ts';
import { ConflictError, isMistake } from '../../errors.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Queries } from '../../storage/queries.ts';
import type { Change, Conversation, Loaded, Store } from '../../storage/store.ts';
import { isBeforeSummary, type Uncrossed, uncross } from '../crossing.ts';
import { sayErased } from '../rights/farewell.ts';
import { openState } from '../state.ts';
import type { Facts, Stimulus, Turn } from '../turn.ts';
import { dueNow } from './due.ts';
import { noteFailure } from './failed-turn.ts';
import { type BrakeDeps, createBrake, hasDanger, type Pace, paced } from './flood.ts';
import { type FactsDeps, type Found, factsOf, lookUp, takeNone } from './gather-facts.ts';
import { changeOfTurn, repliesOf } from './turn-change.ts';

/** What taking a turn needs. */
export interface TakeTurnDeps extends FactsDeps {
  store: FactsDeps['store'] & Pick<Store, 'load' | 'commit' | 'open'> & Pick<Queries, 'transcript'>;
  queue: Pick<Queue, 'add'>;
  advance: (conversation: Conversation, stimulus: Stimulus, facts: Facts) => Turn;
  render: (reply: Reply, capabilities: Capabilities) => Part[];
  /** What a channel can carry, on or off; null for one this build does not know. */
  capabilitiesOf: (channel: ChannelId) => Capabilities | null;
  /** Are turns of a channel's talks this process's? Another one takes what it leaves. Absent: all of them are. */
  takes?: (channel: ChannelId) => boolean;
  /** How long a channel waits for the rest of a burst. */
  quietGapMs: (channel: ChannelId) => number;
  messagesPerMinute: BrakeDeps['messagesPerMinute'];
  log: Pick<Logger, 'error' | 'warn'>;
  /** Rises by one each ms, whatever the clock does. */
  elapsedMs: () => number;
  /** Told of every turn, for the figures. */
  count?: (seconds: number, result: 'done' | 'conflict' | 'failed' | 'parked', channel: ChannelId) => void;
  /** Called around load and commit, so that tests can end the process there. */
  failPoint?: (name: string) => void | Promise<void>;
}

/** Others may write to the conversation at the same time; each try reads everything anew. */
const TRIES = 8;
/** As many messages as one turn takes; the rest has the next turns, in order. */
const MOST_MESSAGES = 100;
/** An alarm nearer than this rings by the queue; the sweep finds later ones. */
const NEAR_MS = 60_000;

/**
 * Makes what a `turn` job runs: if something is due in the conversation, one turn, committed whole. Early, late,
 * repeated and racing jobs do no harm. Rejects when the store cannot do its part; then nothing was changed.
 */
export function createTakeTurn(given: TakeTurnDeps): (conversationId: string) => Promise<void> {
  const deps: Deps = { ...given, brake: createBrake(given, MOST_MESSAGES) };
  return async conversationId => {
    for (let tries = 1; ; tries += 1) {
      const began = deps.elapsedMs();
      const round: Round = { isLast: tries === TRIES, channel: null };
      const tell = (result: Result | 'conflict'): void => {
        if (round.channel !== null) deps.count?.((deps.elapsedMs() - began) / 1_000, result, round.channel);
      };
      try {
        const result = await attempt(deps, conversationId, round);
        if (result) tell(result);
        return;
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        tell('conflict');
        if (tries < TRIES) continue;
        deps.log.warn(
          { conversationId, code: error.what },
          'a turn lost every race; the sweep will see to it',
        );
        return;
      }
    }
  };
}

interface Deps extends TakeTurnDeps {
  brake: (loaded: Loaded, capabilities: Capabilities) => Promise<Pace>;
}

type Result = 'done' | 'failed' | 'parked';

/** One try of a job; `channel` is known once its conversation was read. */
interface Round {
  isLast: boolean;
  channel: ChannelId | null;
}

async function attempt(deps: Deps, id: string, round: Round): Promise<Result | null> {
  await deps.failPoint?.('turn:before-load');
  const whole = await deps.store.load(id, MOST_MESSAGES);
  await deps.failPoint?.('turn:after-load');
  const capabilities = whole && deps.capabilitiesOf(whole.conversation.channel);
  if (!whole || !capabilities || deps.takes?.(whole.conversation.channel) === false) return null;
  round.channel = whole.conversation.channel;
  const pace = await deps.brake(whole, capabilities);
  if (pace === 'held') return null;
  const part = await uncross(deps.store, whole);
  const { loaded } = part;
  const beforeSummary = await isBeforeSummary(deps.store, loaded);
  const gapMs = pace === 'urgent' ? 0 : deps.quietGapMs(loaded.conversation.channel);
  const due = dueNow(loaded, gapMs, deps.now(), MOST_MESSAGES);
  if (due === null) return null;
  if ('waitMs' in due) return again(deps, id, due.waitMs);
  const { conversation, messages } = loaded;
  let found = await lookUp(deps, conversation, messages);
  // Who is in danger does not wait for a photo: they are told that it can be sent again.
  if ('laterMs' in found && hasDanger(deps, conversation, messages))
    found = await lookUp({ ...deps, takeMedia: takeNone }, conversation, messages);
  if ('laterMs' in found) return again(deps, id, found.laterMs);
  return take(deps, part, due.stimulus, { found, beforeSummary, capabilities, isLast: round.isLast });
}

async function again(deps: TakeTurnDeps, conversationId: string, delayMs: number): Promise<null> {
  await deps.queue.add({ name: 'turn', conversationId }, delayMs);
  return null;
}

interface Around {
  found: Found;
  beforeSummary: boolean;
  capabilities: Capabilities;
  /** The last try of this job. */
  isLast: boolean;
}

async function take(
  deps: TakeTurnDeps,
  part: Uncrossed,
  stimulus: Stimulus,
  around: Around,
): Promise<Result> {
  const { conversation } = part.loaded;
  const fail = (error: unknown) =>
    noteFailure(deps, conversation, stimulus, { error, capabilities: around.capabilities });
  let decided: Decided;
  try {
    decided = decide(deps, part, stimulus, around);
  } catch (error) {
    return fail(error);
  }
  const { change, replies } = decided;
  try {
    await commit(deps, change);
  } catch (error) {
    if (isOwnFault(error, around.isLast)) return fail(error);
    throw error;
  }
  await afterwards(deps, part, change);
  const { render, now } = deps;
  const rendering = { render, capabilities: around.capabilities, at: now() };
  if (change.erase && replies.length > 0) await sayErased(deps, conversation, replies, rendering);
  return 'done';
}

/** A turn as it is committed, and what it says. */
interface Decided {
  change: Change;
  replies: Reply[];
}

/** What no store could take, and what collides though nobody was faster, would come back for ever. */
function isOwnFault(error: unknown, isLast: boolean): boolean {
  if (!(error instanceof ConflictError)) return isMistake(error);
  return isLast || error.what === 'opening' || error.what === 'outbound' || error.what === 'idempotency';
}

/** Reads, decides and words. Whatever it throws would be thrown again: it is the turn that fails, not a disk. */
function decide(
  deps: TakeTurnDeps,
  { loaded: { conversation, messages }, early, more }: Uncrossed,
  stimulus: Stimulus,
  { found, beforeSummary, capabilities }: Around,
): Decided {
  const { state, fresh } = openState(conversation.state);
  const talk = { ...conversation, state };
  const channel = { id: conversation.channel, capabilities };
  const around = { ...found, fresh, early, answerWaits: more, beforeSummary };
  const facts = factsOf(deps, talk, messages, around, channel);
  const perMinute = deps.messagesPerMinute(conversation.channel);
  const decided = deps.advance(talk, stimulus, facts);
  const turn = { ...decided, state: paced(decided.state, messages, perMinute) };
  const rendering = { render: deps.render, capabilities, at: facts.now, cases: found.cases };
  return { change: changeOfTurn(talk, stimulus, turn, rendering), replies: repliesOf(talk, turn) };
}

async function commit(deps: TakeTurnDeps, change: Change): Promise<void> {
  await deps.failPoint?.('turn:before-commit');
  const { codeTo } = await deps.store.commit(change);
  await deps.failPoint?.('turn:after-commit');
  if (codeTo !== undefined) await deps.queue.add({ name: 'deliver', conversationId: codeTo });
}

/** Wakes whoever goes on from here. The store knows all of it: a crash before only makes it later. */
async function afterwards(
  deps: TakeTurnDeps,
  { loaded: { conversation, messages }, more }: Uncrossed,
  change: Change,
): Promise<void> {
  const { id: conversationId } = conversation;
  if (change.outbound?.some(({ state }) => state === 'pending')) {
    await deps.queue.add({ name: 'deliver', conversationId });
  }
  if (more || messages.length >= MOST_MESSAGES) await again(deps, conversationId, 0);
  const wakeAt = change.conversation?.set.wakeAt ?? null;
  const inMs = wakeAt === null ? NEAR_MS : wakeAt.getTime() - change.at.getTime();
  if (inMs < NEAR_MS) await again(deps, conversationId, Math.max(0, inMs));
}
