import { type BacklogRow, MOST_COUNTED, toBacklog } from '../backlog.ts';
import type { Backlog } from '../queries.ts';
import type { MongoReads } from './context.ts';

type Row = Pick<BacklogRow, 'n' | 'at'> & { _id: { channel: string; what: BacklogRow['what'] } };

/** What is to be done on each channel. */
export async function backlog({ db }: MongoReads): Promise<Backlog[]> {
  const found = await Promise.all([
    db.conversations.aggregate<Row>([
      { $match: { waiting_since: { $gte: 0 } } },
      ...[{ $sort: { waiting_since: 1 as const } }, { $limit: MOST_COUNTED }],
      counted({ channel: '$channel', what: 'waiting' }, '$waiting_since'),
    ]),
    db.outbound.aggregate<Row>([
      ...[{ $match: { due_at: { $gte: 0 } } }, { $limit: MOST_COUNTED }],
      counted({ channel: '$channel', what: '$state' }, '$created_at'),
    ]),
    db.messages.aggregate<Row>([
      ...[{ $match: { parked: 1 } }, { $limit: MOST_COUNTED }],
      counted({ channel: '$channel', what: 'parked' }, '$parked_at'),
    ]),
  ]);
  return toBacklog(found.flat().map(({ _id, n, at }) => ({ ..._id, n, at })));
}

function counted(_id: Record<'channel' | 'what', string>, oldest: string) {
  return { $group: { _id, n: { $sum: 1 }, at: { $min: oldest } } };
}
