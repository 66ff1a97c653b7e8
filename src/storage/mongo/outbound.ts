import { hashOf } from '../hashes.ts';
import { asHeard, isHeard, outweighs } from '../receipt-rules.ts';
import { toOutbound } from '../sealed-rows.ts';
import {
  type Claiming,
  isPaced,
  isUnwanted,
  leased,
  letsPass,
  paceWait,
  URGENT,
  waitOf,
} from '../send-rules.ts';
import type { Claim, Outcome, Rate } from '../store.ts';
import { type MongoReads, type MongoWrites, named, sealerOf, talkDoc, within } from './context.ts';
import type { OutboundDoc, TalkDoc } from './documents.ts';
import { wakeNotice } from './notices.ts';

/** Leases the unfinished outbound of a conversation whose turn it is to the caller. */
export async function claim(
  context: MongoWrites,
  conversationId: string,
  { now, leaseMs, pace }: Claiming,
): Promise<Claim> {
  const talk = await talkDoc(context, conversationId);
  const [first, next] = talk ? await openOf(context, talk, now) : [];
  const sealer = first && (await sealerOf(context, conversationId));
  if (!talk || !first || !sealer) return null;
  const paced = pace && isPaced(first) ? pace : null;
  const wait = waitOf(first, now) ?? (paced && (await waitOfTalk(context, conversationId, paced, now)));
  if (wait) return { wait };
  const taken = leased(first, now);
  const set = {
    state: 'sending',
    attempt: taken.attempt,
    started_at: taken.started_at,
    due_at: now + leaseMs,
  };
  await context.db.outbound.updateOne({ _id: first._id }, { $set: set }, within(context));
  const { channel, account } = talk;
  const address = sealer.open<string>('address', talk.address_sealed) ?? '';
  const route = sealer.open<string>('route', talk.route_sealed);
  const to = { id: conversationId, channel, account, address, route };
  return { outbound: toOutbound(named(taken), sealer, to), more: next !== undefined };
}

async function waitOfTalk(
  context: MongoWrites,
  conversation_id: string,
  pace: Rate,
  now: number,
): Promise<Date | null> {
  const [last] = await context.db.outbound
    .find({ conversation_id, started_at: { $gt: now - pace.perMs } }, { started_at: 1 }, within(context))
    .sort({ started_at: -1 })
    .skip(pace.most - 1)
    .limit(1)
    .lean<Pick<OutboundDoc, 'started_at'>[]>();
  return paceWait(pace, last?.started_at ?? null, now);
}

/** The unfinished outbound whose turn it is, when it is wanted, and another one. */
async function openOf(
  context: MongoWrites,
  { _id: id, opted_out }: TalkDoc,
  now: number,
): Promise<OutboundDoc[]> {
  for (;;) {
    const open = await nextOpen(context, id);
    const [first] = open;
    if (!first) return open;
    if (isHeard(first) && !waitOf(first, now)) await end(context, first, settledBy(first));
    else if (isUnwanted(first, opted_out))
      await end(context, first, { state: 'rejected', code: 'opted_out', due_at: null });
    else return open;
  }
}

async function end(context: MongoWrites, doc: OutboundDoc, set: Partial<OutboundDoc>): Promise<void> {
  await context.db.outbound.updateOne({ _id: doc._id }, { $set: set }, within(context));
  if (set.state === 'rejected') await wakeNotice(context, doc);
}

/** What a receipt of this attempt made of it. */
function settledBy(row: OutboundDoc): Partial<OutboundDoc> {
  return { ...asHeard(row), due_at: null, accepts: row.accepts + 1 };
}

async function nextOpen(context: MongoWrites, conversation_id: string): Promise<OutboundDoc[]> {
  const open = { conversation_id, due_at: { $gte: 0 } };
  const earliest = await earliestOf(context, open, 2);
  const [first, second] = earliest;
  if (!first || !second || !letsPass(first)) return earliest;
  const [urgent] = await earliestOf(context, { ...open, class: URGENT }, 1);
  return urgent ? [urgent, first] : earliest;
}

function earliestOf(context: MongoWrites, open: object, most: number): Promise<OutboundDoc[]> {
  return context.db.outbound
    .find(open, { receipts: 0 }, within(context))
    .sort({ seq: 1 })
    .limit(most)
    .lean<OutboundDoc[]>();
}

/**
 * Writes down what a send came to; false when the attempt is no longer the present one, or when a second call is to be
 * made of what a receipt spoke of. One that a receipt spoke of before is what the receipt said.
 */
export async function record(
  context: MongoWrites,
  id: string,
  attempt: number,
  outcome: Outcome,
): Promise<boolean> {
  const { outbound } = context.db;
  const row = await outbound
    .findOne({ _id: id, attempt }, { body_sealed: 0, receipts: 0 }, within(context))
    .lean<OutboundDoc>();
  const set = row && become(context, row, outcome);
  if (!row || !set) return false;
  await end(context, row, set);
  return true;
}

/** What an outcome changes in an outbound; null: it is none of this attempt's. */
function become(context: MongoReads, row: OutboundDoc, outcome: Outcome): Partial<OutboundDoc> | null {
  const maybe = 'maybeDuplicate' in outcome && outcome.maybeDuplicate === true;
  const maybe_duplicate = Math.max(row.maybe_duplicate, Number(maybe));
  if (row.state !== 'sending') return null;
  if (outcome.state === 'accepted') return { ...accepted(context, row, outcome), maybe_duplicate };
  if (outcome.state === 'sending') {
    return isHeard(row) ? null : { started_at: outcome.startedAt.getTime(), maybe_duplicate };
  }
  if (isHeard(row) && outweighs(row, outcome.state)) return settledBy(row);
  const due_at = 'retryAt' in outcome ? outcome.retryAt.getTime() : null;
  return { due_at, maybe_duplicate, code: outcome.code, state: outcome.state };
}

function accepted(
  context: MongoReads,
  row: OutboundDoc,
  { providerId, code }: Extract<Outcome, { state: 'accepted' }>,
): Partial<OutboundDoc> {
  const spokenOf = row.receipt_attempt === row.attempt;
  const failed = spokenOf && row.receipt === 'failed';
  const hash = providerId === null ? null : hashOf(context, 'sent', row.channel, row.account, providerId);
  return {
    ...{ due_at: null, accepts: row.accepts + 1, provider_hash: hash ?? row.provider_hash },
    ...{ state: failed ? 'rejected' : 'accepted', code: failed ? row.code : (code ?? null) },
    ...{ receipt: spokenOf ? row.receipt : 'accepted', receipt_attempt: row.attempt },
  };
}

/** Are there numbers for danger of a conversation that are not sent? */
export async function isUrgent({ db }: MongoReads, conversation_id: string): Promise<boolean> {
  return (await db.outbound.exists({ conversation_id, due_at: { $gte: 0 }, class: URGENT })) !== null;
}

/** Is this platform id that of a message recorded as accepted? */
export async function isSent(
  context: MongoReads,
  channel: string,
  account: string,
  providerId: string,
): Promise<boolean> {
  const provider_hash = hashOf(context, 'sent', channel, account, providerId);
  return (await context.db.outbound.exists({ provider_hash })) !== null;
}
