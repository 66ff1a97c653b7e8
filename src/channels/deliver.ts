import type { Logger } from 'pino';
import { SendError, type SendFailure, WINDOW_CLOSED } from '../errors.ts';
import type { Queue } from '../queue/queue.ts';
import type { Queries } from '../storage/queries.ts';
import type { Claim, Outbound, Outcome, Store } from '../storage/store.ts';
import { type Accounts, createAccounts, type Sender } from './accounts.ts';
import type { CallShare } from './call-share.ts';
import type { Channel, ChannelId, Form, Sent } from './channel.ts';
import { type DeliverTimes, TIMES } from './deliver-times.ts';
import { fileToSend } from './file-to-send.ts';
import { insist } from './insist.ts';
import { markOptedOut } from './opt-out.ts';
import { isAnswer, isDone, UNSETTLED } from './outcomes.ts';
import type { Pace } from './pace.ts';
import { callAge, isGivenUp, mayArriveLate, retryDelayMs } from './retry.ts';
import { withTimeout } from './timeout.ts';
import { AS_TEMPLATE, formOf } from './window.ts';

/** What `deliver` needs. */
export interface DeliverDeps {
  store: Pick<Store, 'claim' | 'record' | 'isSent' | 'isUrgent' | 'load' | 'commit'> & Pick<Queries, 'media'>;
  queue: Pick<Queue, 'add' | 'addHere'>;
  /** The open channels. */
  channels: ReadonlyMap<ChannelId, Channel>;
  /** May this process send on a channel? Another one does what it leaves. Absent: on all of them. */
  takes?: (channel: ChannelId) => boolean;
  now: () => Date;
  /** Rises by one each ms, whatever the clock does, and also while the process is stopped. */
  elapsedMs: () => number;
  random: (bytes: number) => Buffer;
  log: Pick<Logger, 'warn'>;
  times?: Partial<DeliverTimes>;
  /** This process's part of what accounts may be called, where others send from them too. */
  share?: CallShare;
  /** Told of every outcome, for the figures. */
  count?: (channel: ChannelId, state: Outcome['state']) => void;
  /** Called around every write and send, so that tests can end the process there. */
  failPoint?: (name: string) => void | Promise<void>;
}

/**
 * Makes the function that sends all a conversation has to send, in order, one platform call each, and asks to be
 * woken again when something must wait. The only place that retries; it reads nothing but `SendFailure`.
 */
export function createDeliver(deps: DeliverDeps): (conversationId: string) => Promise<void> {
  const times = { ...TIMES, ...deps.times };
  const accounts = createAccounts({
    elapsedMs: deps.elapsedMs,
    limit: times.perAccount,
    pauseMs: times.pauseMs,
    wake: (conversationId, delayMs) => void deps.queue.addHere({ name: 'deliver', conversationId }, delayMs),
    ...(deps.share ? { part: deps.share.part } : {}),
  });
  deps.share?.measuredBy(accounts.fits);
  const desk: Desk = { ...deps, times, accounts, callBefore: Number.POSITIVE_INFINITY };
  return async conversationId => {
    while (await deliverNext(desk, conversationId));
  };
}

interface Desk extends DeliverDeps {
  times: DeliverTimes;
  accounts: Accounts;
  /** A call that begins later, by `elapsedMs`, could meet the same call of who took the message over. */
  callBefore: number;
}

/** True: there may be more. */
async function deliverNext(desk: Desk, conversationId: string): Promise<boolean> {
  const sender = desk.accounts.senderOf(conversationId) ?? (await findSender(desk, conversationId));
  if (sender === null || desk.takes?.(sender.channel) === false) return false;
  const paces = desk.channels.get(sender.channel)?.capabilities.paces;
  const leave = await desk.accounts.enter(sender, paces, desk.store.isUrgent);
  if (leave === null) return false;
  const work = { claimed: null as Claimed | null, outcome: null as Attempted | null };
  const callBefore = desk.elapsedMs() + desk.times.leaseMs - desk.times.callMs;
  try {
    work.claimed = await claimNext(desk, conversationId, paces?.recipient);
    if (work.claimed) work.outcome = await attempt({ ...desk, callBefore }, work.claimed.outbound);
  } finally {
    // Whatever was tried may have been a call.
    leave({ wasCalled: work.claimed !== null, ok: work.outcome && isAnswer(work.outcome) });
  }
  if (!work.claimed || !work.outcome) return false;
  await record(desk, work.claimed.outbound, work.outcome);
  // What was not done must be waited for, and what came meanwhile wakes us again by itself.
  return work.claimed.more || !isDone(work.outcome);
}

type Claimed = Extract<Claim, { outbound: unknown }>;
/** `optOut`: the platform refuses all our messages for this recipient. */
type Attempted = Outcome & { optOut?: boolean | undefined };

async function findSender({ store }: Desk, conversationId: string): Promise<Sender | null> {
  const conversation = (await store.load(conversationId, 0))?.conversation;
  if (!conversation) return null;
  const { channel, account } = conversation;
  return { conversationId, channel, account };
}

/** The next thing to send, ours for a while; null: nothing, or not yet. */
async function claimNext(
  desk: Desk,
  conversationId: string,
  pace: Pace | undefined,
): Promise<Claimed | null> {
  await desk.failPoint?.('deliver:before-claim');
  // Only where others may have called the same citizen a moment ago the store has to be asked.
  const others = desk.share && pace ? [pace] : [];
  const claim = await desk.store.claim(conversationId, desk.now(), desk.times.leaseMs, ...others);
  await desk.failPoint?.('deliver:after-claim');
  if (claim === null) return null;
  if ('outbound' in claim) return claim;
  const delayMs = Math.max(1, claim.wait.getTime() - desk.now().getTime());
  await desk.queue.add({ name: 'deliver', conversationId }, delayMs);
  return null;
}

async function record(desk: Desk, outbound: Outbound, { optOut, ...outcome }: Attempted): Promise<void> {
  await desk.failPoint?.('deliver:before-record');
  const isOurs = await insist(desk, () => desk.store.record(outbound.id, outbound.attempt, outcome));
  await desk.failPoint?.('deliver:after-record');
  // What is lost here the platform says again to the next message; what it said of this one it will not.
  if (optOut) await insist(desk, () => markOptedOut(desk.store, outbound.conversationId, desk.now()));
  // Another took it over, or a receipt decided already: what became of it is told there.
  if (!isOurs) return;
  desk.count?.(outbound.channel, outcome.state);
  if (outcome.state === 'accepted' || outcome.state === 'sending') return;
  const { channel, id: outboundId } = outbound;
  desk.log.warn({ channel, outboundId, state: outcome.state, code: outcome.code }, 'not sent');
}

/** The code of a message that may have arrived, or not, and is not sent again. */
const UNKNOWN_OUTCOME = 'unknown_outcome';

async function attempt(desk: Desk, outbound: Outbound): Promise<Attempted> {
  const channel = desk.channels.get(outbound.channel);
  if (!channel?.send) {
    // A call that may have been taken stays to be read back when the channel is on again.
    const failure = { code: 'channel_off', retryable: true, unknown: outbound.state === 'unknown' };
    return failed(desk, { outbound, form: 'free' }, failure, outbound.maybeDuplicate);
  }
  if (outbound.state !== 'unknown') return sendNow(desk, channel, outbound);
  const found = await readBack(desk, channel, outbound);
  if (found === 'absent')
    return sendAgain(desk, channel, outbound, mayArriveLate(outbound, desk.now(), desk.times));
  if (found === 'later') return hold(desk, outbound);
  if (found !== 'unclear') return accepted(found, outbound.maybeDuplicate);
  if (outbound.class === 'code') return { state: 'rejected', code: UNKNOWN_OUTCOME };
  return sendAgain(desk, channel, outbound, true);
}

async function sendNow(desk: Desk, channel: Channel, outbound: Outbound): Promise<Attempted> {
  const form = await formNow(desk, channel, outbound);
  if (form === null) return { state: 'rejected', code: WINDOW_CLOSED };
  return send(desk, channel, { outbound, form }, outbound.maybeDuplicate);
}

/** When the citizen wrote last is looked up only where it matters. */
async function formNow(desk: Desk, { capabilities }: Channel, outbound: Outbound): Promise<Form | null> {
  if (capabilities.replyWindowMs === null) return 'free';
  const talk = (await desk.store.load(outbound.conversationId, 0))?.conversation;
  return formOf(capabilities, outbound, talk?.lastInboundAt ?? null, desk.now());
}

/** A crash amid the second call must find that there were two, and when the last one began. */
async function sendAgain(
  desk: Desk,
  channel: Channel,
  outbound: Outbound,
  mayRepeat: boolean,
): Promise<Attempted> {
  const form = await formNow(desk, channel, outbound);
  if (form === null) return { state: 'rejected', code: WINDOW_CLOSED };
  // Each template costs, and the citizen can read of the case elsewhere.
  if (form === 'template' && mayRepeat) return { state: 'rejected', code: UNKNOWN_OUTCOME };
  const startedAt = desk.now();
  const maybeDuplicate = outbound.maybeDuplicate || mayRepeat;
  const again = { state: 'sending', startedAt, maybeDuplicate } as const;
  const isOurs = await desk.store.record(outbound.id, outbound.attempt, again);
  if (!isOurs) return hold(desk, outbound);
  return send(desk, channel, { outbound: { ...outbound, startedAt }, form }, maybeDuplicate);
}

/** `later`: ask again soon; `unclear`: it will not be known. */
async function readBack(
  desk: Desk,
  channel: Channel,
  outbound: Outbound,
): Promise<Sent | 'absent' | 'later' | 'unclear'> {
  const age = callAge(outbound, desk.now(), desk.times.holdMs);
  const undecided = age < desk.times.holdMs ? 'later' : 'unclear';
  if (!channel.find) return channel.capabilities.receipts ? undecided : 'unclear';
  await desk.failPoint?.('deliver:before-find');
  try {
    const found = await withTimeout(find(desk, channel, outbound), desk.times.callMs);
    return found ?? (age < desk.times.settleMs ? 'later' : 'absent');
  } catch {
    return undecided;
  }
}

async function find(desk: Desk, channel: Channel, outbound: Outbound): Promise<Sent | null> {
  const startedAt = outbound.startedAt ?? outbound.createdAt;
  const isOthers = (id: string) => desk.store.isSent(outbound.channel, outbound.account, id);
  return (await channel.find?.(outbound, startedAt, isOthers)) ?? null;
}

function hold(desk: Desk, outbound: Outbound): Outcome {
  const now = desk.now().getTime();
  const until = (outbound.startedAt ?? outbound.createdAt).getTime() + desk.times.holdMs;
  const retryAt = new Date(Math.min(now + desk.times.settleMs, Math.max(until, now + 1)));
  return { state: 'unknown', code: UNSETTLED, retryAt };
}

/** This process was stopped, or slept, since it claimed the message: another may have sent it by now. No call is made. */
function tooLate(desk: Desk, outbound: Outbound): Outcome {
  const isOpen = outbound.state === 'unknown';
  return isOpen ? hold(desk, outbound) : { state: 'pending', code: UNSETTLED, retryAt: desk.now() };
}

/** A message with the form it leaves in. */
interface Leaving {
  outbound: Outbound;
  form: Form;
}

async function send(
  desk: Desk,
  channel: Channel,
  leaving: Leaving,
  maybeDuplicate: boolean,
): Promise<Attempted> {
  const file = await fileToSend(desk.store, channel.capabilities, leaving.outbound);
  if (file && 'failure' in file) return failed(desk, leaving, file.failure, maybeDuplicate);
  await desk.failPoint?.('deliver:before-send');
  if (desk.elapsedMs() > desk.callBefore) return tooLate(desk, leaving.outbound);
  const result = await callSend(desk, channel, leaving, file);
  await desk.failPoint?.('deliver:after-send');
  if ('failure' in result) return failed(desk, leaving, result.failure, maybeDuplicate);
  const outcome = accepted(result, maybeDuplicate);
  return leaving.form === 'template' ? { ...outcome, code: AS_TEMPLATE } : outcome;
}

async function callSend(
  desk: Desk,
  channel: Channel,
  { outbound, form }: Leaving,
  file: Buffer | null,
): Promise<Sent | { failure: SendFailure }> {
  const { id, account, address, route, part, asks, caseNumber, class: kind } = outbound;
  try {
    const words = { id, account, address, route, part, asks, caseNumber, class: kind, form };
    const call = channel.send?.({ ...words, ...(file ? { file } : {}) });
    return (await withTimeout(call ?? Promise.reject(new Error('no send')), desk.times.callMs)) as Sent;
  } catch (error) {
    return { failure: error instanceof SendError ? error.failure : UNEXPLAINED };
  }
}

/** A time-out, or an error the channel did not foresee: the call may have been made. */
const UNEXPLAINED: SendFailure = { code: 'timeout', retryable: true, unknown: true };

function accepted({ providerId }: Sent, maybeDuplicate: boolean): Extract<Outcome, { state: 'accepted' }> {
  return { state: 'accepted', providerId, ...flag(maybeDuplicate) };
}

function failed(
  desk: Desk,
  { outbound, form }: Leaving,
  failure: SendFailure,
  maybeDuplicate: boolean,
): Attempted {
  const { code, retryable, unknown, optOut, retryAfterMs } = failure;
  // The next try leaves in another form, if there is one.
  const closed = code === WINDOW_CLOSED && form === 'free';
  const again = retryable || unknown === true || closed;
  const mayRetry = again && !optOut && !isGivenUp(outbound, desk.now());
  // A call that may have been taken is no failure that anybody knows of.
  if (!mayRetry) return { state: 'rejected', code: unknown ? UNKNOWN_OUTCOME : code, optOut };
  const delayMs = retryAfterMs ?? retryDelayMs(outbound, desk.now(), desk.random);
  const retryAt = new Date(desk.now().getTime() + Math.max(delayMs, unknown ? desk.times.settleMs : 1));
  return { state: unknown ? 'unknown' : 'pending', code, retryAt, ...flag(maybeDuplicate) };
}

function flag(maybeDuplicate: boolean): { maybeDuplicate?: boolean } {
  return maybeDuplicate ? { maybeDuplicate } : {};
}
