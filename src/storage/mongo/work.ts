import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, SET_BACK_MS } from '../send-rules.ts';
import type { MongoReads } from './context.ts';

/** What should have been done by now. */
export async function overdue(context: MongoReads, now: number, limit: number): Promise<Job[]> {
  const { conversations, cases, notices } = context.db;
  const due = { wake_at: { $gte: 0, $lte: now } };
  const [turns, alarms, sends, clocks, news] = await Promise.all([
    waitingTurns(context, now, limit),
    conversations.find(due, { _id: 1 }).sort({ wake_at: 1 }).limit(limit).lean(),
    unsent(context, now, limit),
    cases.find(due, { _id: 1 }).sort({ wake_at: 1 }).limit(limit).lean(),
    notices.find(due, { _id: 1 }).sort({ wake_at: 1 }).limit(limit).lean(),
  ]);
  const talks = new Set([...turns, ...alarms.map(({ _id }) => _id)]);
  return [
    ...[...talks].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...sends.map((conversationId): Job => ({ name: 'deliver', conversationId })),
    ...clocks.map(({ _id }): Job => ({ name: 'clock', caseId: _id })),
    ...news.map(({ _id }): Job => ({ name: 'notice', noticeId: _id })),
  ];
}

/** A message from the future means the clock was set back: it waits for nothing. */
async function waitingTurns({ db }: MongoReads, now: number, limit: number): Promise<string[]> {
  const forgotten = { waiting_since: { $gte: 0, $lte: now - FORGOTTEN_MS } };
  const future = { waiting_since: { $gte: 0, $gt: now } };
  const docs = await db.conversations
    .find({ $or: [forgotten, future] }, { _id: 1 })
    .sort({ waiting_since: 1 })
    .limit(limit)
    .lean();
  return docs.map(({ _id }) => _id);
}

async function unsent({ db }: MongoReads, now: number, limit: number): Promise<string[]> {
  const due = { due_at: { $gte: 0, $lte: now } };
  const future = { due_at: { $gte: 0 }, started_at: { $gt: now + SET_BACK_MS } };
  const found = await db.outbound.aggregate<{ _id: string }>([
    { $match: { $or: [due, future] } },
    { $group: { _id: '$conversation_id' } },
    { $limit: limit },
  ]);
  return found.map(({ _id }) => _id);
}
