import { ConflictError } from '../../errors.ts';
import { messageId, outboundBody } from '../sealed-rows.ts';
import type { Change, Committed, ConversationChange, NewOutbound } from '../store.ts';
import { columnsOf } from '../talk-rows.ts';
import { changeCase } from './commit-case.ts';
import { changeTalk, insert, type MongoWrites, sealerFor, sealerOf, within } from './context.ts';
import { addCorrection } from './corrections.ts';
import type { OutboundDoc, TalkDoc } from './documents.ts';
import { erase } from './erase.ts';
import { changeNotice } from './notices.ts';
import { unpark } from './parked.ts';
import { changeProof } from './people.ts';
import { together } from './together.ts';

/** Applies a change, all of it. Throws `ConflictError` when the world moved. */
export async function commit(context: MongoWrites, change: Change): Promise<Committed> {
  // What a turn usually is: it reads its conversation first, and nothing of what it writes.
  const { conversation, talks, notice, proof, erase } = change;
  const isPlain = conversation && !conversation.unparked && !talks && !notice && !proof && !erase;
  return isPlain ? together(context, inner => apply(inner, change)) : apply(context, change);
}

async function apply(context: MongoWrites, change: Change): Promise<Committed> {
  const at = change.at.getTime();
  const { conversation, talks = [], cases = [], outbound = [] } = change;
  const places = new Map<string, Place>();
  const ids = outbound.map(({ conversationId }) => conversationId);
  const moved = conversation ? await changeConversation(context, conversation, { ids, places, at }) : null;
  for (const talk of talks) await changeConversation(context, talk, { ids, places, at });
  for (const caseChange of cases) {
    await changeCase(context, caseChange);
    if (caseChange.correction) await addCorrection(context, caseChange.case, caseChange.correction, at);
  }
  if (change.notice) await changeNotice(context, change.notice, at);
  const seqs = await addOutbound(context, outbound, places, at);
  const codes = change.proof ? await changeProof(context, change.proof, at) : [];
  await addOutbound(context, codes, new Map(), at);
  if (change.erase) await erase(context, change.erase, at);
  const [code] = codes;
  return { version: moved, seqs, ...(code ? { codeTo: code.conversationId } : {}) };
}

/** What a change touches, so that two of one process pass one after the other. */
export function thingsOf({
  conversation,
  talks = [],
  cases = [],
  notice,
  outbound = [],
  erase,
}: Change): string[] {
  const ids = [
    ...[...(conversation ? [conversation] : []), ...talks].map(({ id }) => id),
    ...cases.map(change => change.case.id),
    ...outbound.map(({ conversationId }) => conversationId),
    ...(notice ? [notice.id] : []),
    ...(erase ? [erase.conversationId, ...erase.caseIds] : []),
  ];
  return [...new Set(ids)];
}

/** The new version. The numbers for what it is sent in the same commit, its share of `ids`, are taken with it. */
async function changeConversation(
  context: MongoWrites,
  change: ConversationChange,
  { ids, places, at }: { ids: string[]; places: Map<string, Place>; at: number },
): Promise<number> {
  const { id, expectedVersion, consumed, turn, unparked } = change;
  const { conversations } = context.db;
  const fields = { version: 1, turns: 1, waiting_from: 1, channel: 1, account: 1, seq: 1 } as const;
  const filter = { _id: id, version: expectedVersion, erased_at: null };
  const before = await conversations.findOne(filter, fields, within(context)).lean();
  if (!before) throw new ConflictError('conversation');
  const sealer = await sealerFor(context, id);
  const turns = before.turns + Number(turn);
  const again = unparked ? await unpark(context, { id, unparked }, at) : {};
  const place = { ...before, ...again, turns };
  const waiting = consumed.length > 0 ? await consume(context, change, place, at) : again;
  const { channel, account, seq: from } = before;
  places.set(id, { channel, account, seq: from });
  const seq = from + ids.filter(other => other === id).length;
  const set = {
    ...columnsOf(change.set, () => sealer),
    ...waiting,
    version: expectedVersion + 1,
    turns,
    seq,
  };
  await changeTalk(context, filter, set);
  return expectedVersion + 1;
}

type Waiting = Pick<TalkDoc, 'waiting_from' | 'waiting_since'>;

/** Marks what a turn consumes; the earliest message that still waits then. */
async function consume(
  context: MongoWrites,
  { id, consumed, parked }: ConversationChange,
  { turns, waiting_from, seq }: Pick<TalkDoc, 'turns' | 'waiting_from' | 'seq'>,
  at: number,
): Promise<Waiting> {
  const { messages } = context.db;
  const these = { _id: { $in: consumed.map(n => messageId(id, n)) }, turn: null };
  const aside = parked === undefined ? { parked: 0 } : { parked: 1, parked_at: at, parked_reason: parked };
  const mark = { $set: { turn: turns, ...aside } };
  const { matchedCount } = await messages.updateMany(these, mark, within(context));
  if (matchedCount !== consumed.length) throw new ConflictError('message');
  // Nothing came after them, nor between: what waits needs no search.
  if (seq + 1 - (waiting_from ?? 0) === consumed.length) return { waiting_from: null, waiting_since: null };
  const rest = { conversation_id: id, turn: null, seq: { $gte: waiting_from ?? 0 } };
  const next = await messages
    .findOne(rest, { seq: 1, received_at: 1 }, within(context))
    .sort({ seq: 1 })
    .lean();
  return { waiting_from: next?.seq ?? null, waiting_since: next?.received_at ?? null };
}

async function addOutbound(
  context: MongoWrites,
  outbound: NewOutbound[],
  places: Map<string, Place>,
  at: number,
): Promise<number[]> {
  if (outbound.length === 0) return [];
  await takePlaces(context, outbound, places);
  const docs: OutboundDoc[] = [];
  for (const one of outbound) {
    const place = places.get(one.conversationId);
    const sealer = place && (await sealerOf(context, one.conversationId));
    if (!place || !sealer) throw new ConflictError('conversation');
    place.seq += 1;
    const body_sealed = sealer.seal(`outbound.${place.seq}`, outboundBody(one));
    docs.push({ ...toDoc(one, at), ...place, body_sealed });
  }
  await insert(context, 'outbound', docs);
  return docs.map(({ seq }) => seq);
}

type Place = Pick<OutboundDoc, 'channel' | 'account' | 'seq'>;

/** Moves the counter of each other conversation by what it gets, and notes where it stood before. */
async function takePlaces(
  context: MongoWrites,
  outbound: NewOutbound[],
  places: Map<string, Place>,
): Promise<void> {
  for (const id of new Set(outbound.map(({ conversationId }) => conversationId))) {
    if (places.has(id)) continue;
    const count = outbound.filter(({ conversationId }) => conversationId === id).length;
    const found = await context.db.conversations
      .findOneAndUpdate(
        { _id: id, erased_at: null },
        { $inc: { seq: count } },
        { ...within(context), projection: { channel: 1, account: 1, seq: 1 }, returnDocument: 'before' },
      )
      .lean();
    if (!found) throw new ConflictError('conversation');
    const { channel, account, seq } = found;
    places.set(id, { channel, account, seq });
  }
}

function toDoc(outbound: NewOutbound, at: number): Omit<OutboundDoc, keyof Place | 'body_sealed'> {
  const { id, conversationId, turn, from, class: kind, asks, caseId, state, noticeId = null } = outbound;
  const isDone = state === 'accepted';
  return {
    ...{ _id: id, conversation_id: conversationId, turn, author: from, class: kind, asks, case_id: caseId },
    ...{ created_at: at, state, attempt: 0, started_at: null, accepts: Number(isDone) },
    // Due since ever: a clock that is set back must not hold back what was never tried.
    due_at: isDone ? null : 0,
    ...{ maybe_duplicate: 0, provider_hash: null, code: null, receipt: null, receipt_attempt: null },
    ...{ notice_id: noticeId, receipts: [] },
  };
}
