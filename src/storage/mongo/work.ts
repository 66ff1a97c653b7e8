import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, SET_BACK_MS } from '../send-rules.ts';
import { EVERYTHING, type Share } from '../share.ts';
import type { MongoReads } from './context.ts';

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

async function unsent({ db }: MongoReads, now: number, limit: number, share: Share): Promise<string[]> {
  const late = { due_at: { $gte: 0, $lte: now }, ...ofShare(share) };
  const future = { due_at: { $gte: 0 }, started_at: { $gt: now + SET_BACK_MS }, ...ofShare(share) };
  const found = await db.outbound.aggregate<{ _id: string }>([
    { $match: { $or: [late, future] } },
    { $group: { _id: '$conversation_id' } },
    { $limit: limit },
  ]);
  return found.map(({ _id }) => _id);
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
