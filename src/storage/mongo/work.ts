import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, isTalkDue, SET_BACK_MS } from '../send-rules.ts';
import { EVERYTHING, roomForEach, type Share } from '../share.ts';
import type { MongoReads } from './context.ts';
import type { OutboundDoc } from './documents.ts';

/** What should have been done by now. */
export async function overdue(
  context: MongoReads,
  now: number,
  limit: number,
  share: Share = EVERYTHING,
): Promise<Job[]> {
  const [turns, alarms, sends, others] = await Promise.all([
    waitingTurns(context, now, limit, share),
    alarmed(context, now, limit, share),
    unsent(context, now, limit, share),
    'only' in share ? [] : ofNoChannel(context, now, limit),
  ]);
  return [
    ...[...new Set([...turns, ...alarms])].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...sends.map((conversationId): Job => ({ name: 'deliver', conversationId })),
    ...others,
  ];
}

/** What a talk or a send of this share is told by: nothing where none is left out. */
function ofShare(share: Share): { channel?: object } {
  if ('only' in share) return { channel: { $in: share.only } };
  return share.allBut.length > 0 ? { channel: { $nin: share.allBut } } : {};
}

const due = (now: number) => ({ wake_at: { $gte: 0, $lte: now } });

/** A message from the future means the clock was set back: it waits for nothing. */
async function waitingTurns({ db }: MongoReads, now: number, limit: number, share: Share): Promise<string[]> {
  const forgotten = { waiting_since: { $gte: 0, $lte: now - FORGOTTEN_MS }, ...ofShare(share) };
  const future = { waiting_since: { $gte: 0, $gt: now }, ...ofShare(share) };
  const docs = await db.conversations
    .find({ $or: [forgotten, future] }, { _id: 1 })
    .sort({ waiting_since: 1 })
    .limit(limit)
    .lean();
  return docs.map(({ _id }) => _id);
}

async function alarmed({ db }: MongoReads, now: number, limit: number, share: Share): Promise<string[]> {
  const docs = await db.conversations
    .find({ ...due(now), ...ofShare(share) }, { _id: 1 })
    .sort({ wake_at: 1 })
    .limit(limit)
    .lean();
  return docs.map(({ _id }) => _id);
}

/** A talk that has something unfinished that waits for nothing itself. */
interface Sending {
  _id: string;
  channel: string;
}

/** Talks looked at together. */
const AT_ONCE = 500;

async function unsent(context: MongoReads, now: number, limit: number, share: Share): Promise<string[]> {
  const late = { due_at: { $gte: 0, $lte: now }, ...ofShare(share) };
  const future = { due_at: { $gte: 0 }, started_at: { $gt: now + SET_BACK_MS }, ...ofShare(share) };
  const perhaps = await context.db.outbound.aggregate<Sending>([
    { $match: { $or: [late, future] } },
    { $group: { _id: '$conversation_id', channel: { $first: '$channel' } } },
  ]);
  const room = roomForEach(limit);
  const found: string[] = [];
  for (let from = 0; from < perhaps.length; from += AT_ONCE) {
    const some = perhaps.slice(from, from + AT_ONCE).filter(({ channel }) => room.isLeft(channel));
    if (some.length === 0) continue;
    const due = await dueOf(context, some, now);
    found.push(...due.filter(({ channel }) => room.take(channel)).map(({ _id }) => _id));
  }
  return found;
}

type Unfinished = Pick<
  OutboundDoc,
  'conversation_id' | 'state' | 'class' | 'attempt' | 'started_at' | 'due_at'
>;
const UNFINISHED = { conversation_id: 1, state: 1, class: 1, attempt: 1, started_at: 1, due_at: 1 } as const;

/** Those of these talks whose turn to send has come. */
async function dueOf({ db }: MongoReads, talks: Sending[], now: number): Promise<Sending[]> {
  const ids = talks.map(({ _id }) => _id);
  const [rows, out] = await Promise.all([
    db.outbound
      .find({ conversation_id: { $in: ids }, due_at: { $gte: 0 } }, UNFINISHED)
      .sort({ conversation_id: 1, seq: 1 })
      .lean<Unfinished[]>(),
    db.conversations.find({ _id: { $in: ids }, opted_out: 1 }, { _id: 1 }).lean(),
  ]);
  const open = Map.groupBy(rows, row => row.conversation_id);
  const optedOut = new Set(out.map(({ _id }) => _id));
  return talks.filter(({ _id: id }) => isTalkDue(open.get(id) ?? [], Number(optedOut.has(id)), now));
}

async function ofNoChannel(
  { db: { cases, notices } }: MongoReads,
  now: number,
  limit: number,
): Promise<Job[]> {
  const [clocks, news] = await Promise.all([
    cases.find(due(now), { _id: 1 }).sort({ wake_at: 1 }).limit(limit).lean(),
    notices.find(due(now), { _id: 1 }).sort({ wake_at: 1 }).limit(limit).lean(),
  ]);
  return [
    ...clocks.map(({ _id }): Job => ({ name: 'clock', caseId: _id })),
    ...news.map(({ _id }): Job => ({ name: 'notice', noticeId: _id })),
  ];
}
