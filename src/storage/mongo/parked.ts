import { ConflictError } from '../../errors.ts';
import type { ParkedMessage, ParkedTalk } from '../queries.ts';
import { toMessage } from '../sealed-rows.ts';
import type { Unparking } from '../store.ts';
import { findTalk, type MongoReads, type MongoWrites, within } from './context.ts';
import type { MessageDoc, TalkDoc } from './documents.ts';

const WAITS_AGAIN = { turn: null, parked: 0, parked_at: null, parked_reason: null };

/** Does with messages put aside what a person decided; the earliest message that waits then. Throws `ConflictError`. */
export async function unpark(
  context: MongoWrites,
  { id, unparked }: { id: string; unparked: Unparking },
  at: number,
): Promise<Partial<Pick<TalkDoc, 'waiting_from' | 'waiting_since'>>> {
  const { messages } = context.db;
  const these = { conversation_id: id, parked: 1, seq: { $in: unparked.seqs } };
  const set =
    unparked.to === 'retry'
      ? WAITS_AGAIN
      : { parked: 2, dropped_at: at, dropped_by: unparked.by, dropped_reason: unparked.reason };
  const { matchedCount } = await messages.updateMany(these, { $set: set }, within(context));
  if (matchedCount !== unparked.seqs.length) throw new ConflictError('message');
  if (unparked.to === 'drop') return {};
  const first = await messages
    .findOne({ conversation_id: id, turn: null }, { seq: 1, received_at: 1 }, within(context))
    .sort({ seq: 1 })
    .lean();
  return { waiting_from: first?.seq ?? null, waiting_since: first?.received_at ?? null };
}

/** Talks with messages put aside. */
export async function parkedTalks({ db }: MongoReads, limit: number): Promise<ParkedTalk[]> {
  interface Row extends Omit<ParkedTalk, 'conversationId' | 'since'> {
    _id: string;
    since: number;
  }
  const found = await db.messages.aggregate<Row>([
    ...[{ $match: { parked: 1 } }, { $sort: { conversation_id: 1 as const, seq: 1 as const } }],
    {
      $group: {
        ...{ _id: '$conversation_id', channel: { $last: '$channel' }, since: { $min: '$parked_at' } },
        ...{ messages: { $sum: 1 }, reason: { $last: '$parked_reason' } },
      },
    },
    ...[{ $sort: { since: 1 as const } }, { $limit: limit }],
  ]);
  return found.map(({ _id, since, ...row }) => ({ conversationId: _id, ...row, since: new Date(since) }));
}

/** The messages of a talk that were put aside. */
export async function parkedMessages(
  context: MongoReads,
  id: string,
  limit: number,
): Promise<ParkedMessage[]> {
  const found = await findTalk(context, id);
  if (!found) return [];
  const docs = await context.db.messages
    .find({ conversation_id: id, parked: 1 })
    .sort({ seq: 1 })
    .limit(limit)
    .lean<MessageDoc[]>();
  return docs.map(doc => ({
    message: toMessage(doc, found.sealer, id),
    ...{ parkedAt: new Date(doc.parked_at ?? 0), reason: doc.parked_reason ?? '' },
  }));
}
