import type { Traffic } from '../queries.ts';
import type { MongoReads } from './context.ts';

/** No more documents than these are looked through. */
const LOOKED_AT = 10_000;

interface Found {
  _id: string;
  at?: number;
  waiting?: number;
  code?: string | null;
}

/** What passed over each channel of late. */
export async function traffic({ db }: MongoReads): Promise<Traffic[]> {
  const latest = [{ $limit: LOOKED_AT }];
  // From the last one stored backwards: an index for this alone would cost every message.
  const backwards = { hint: { $natural: -1 } };
  const [ins, outs, waiting, tries] = await Promise.all([
    db.messages.aggregate<Found>(
      [...latest, { $group: { _id: '$channel', at: { $max: '$received_at' } } }],
      backwards,
    ),
    db.outbound.aggregate<Found>(
      [
        ...latest,
        { $match: { state: 'accepted' } },
        { $group: { _id: '$channel', at: { $max: { $ifNull: ['$started_at', '$created_at'] } } } },
      ],
      backwards,
    ),
    db.outbound.aggregate<Found>([
      { $match: { due_at: { $gte: 0 } } },
      { $limit: LOOKED_AT },
      { $group: { _id: '$channel', waiting: { $sum: 1 } } },
    ]),
    db.outbound.aggregate<Found>(
      [
        ...latest,
        { $match: { started_at: { $gte: 0 }, state: { $ne: 'sending' } } },
        { $sort: { started_at: 1 } },
        { $project: { channel: 1, code: { $cond: [{ $eq: ['$state', 'accepted'] }, null, '$code'] } } },
        { $group: { _id: '$channel', code: { $last: '$code' } } },
      ],
      backwards,
    ),
  ]);
  const found = new Map<string, Traffic>();
  const of = (channel: string): Traffic => {
    const known = found.get(channel) ?? { channel, lastIn: null, lastOut: null, waiting: 0, code: null };
    found.set(channel, known);
    return known;
  };
  for (const { _id, at } of ins) of(_id).lastIn = new Date(at ?? 0);
  for (const { _id, at } of outs) of(_id).lastOut = new Date(at ?? 0);
  for (const row of waiting) of(row._id).waiting = row.waiting ?? 0;
  for (const { _id, code } of tries) of(_id).code = code ?? null;
  return [...found.values()];
}
