import type { Case, Correction } from '../../cases/case.ts';
import { hashOf } from '../hashes.ts';
import type { Queries } from '../queries.ts';
import { sealCorrection, toCorrection } from '../sealed-corrections.ts';
import { insert, type MongoReads, type MongoWrites, sealerFor, storedSealers, within } from './context.ts';

/** Keeps what there is to learn from a change of a case, under the key of who wrote the words. */
export async function addCorrection(
  context: MongoWrites,
  { id, conversationId }: Pick<Case, 'id' | 'conversationId'>,
  correction: Correction,
  at: number,
): Promise<void> {
  const { corrections, sequences } = context.db;
  const { source, by } = correction;
  const owner = conversationId ?? id;
  const n = (await corrections.countDocuments({ case_id: id }, within(context))) + 1;
  const sealer = await sealerFor(context, owner);
  const next = await sequences
    .findOneAndUpdate(
      { _id: 'corrections' },
      { $inc: { last: 1 } },
      { ...within(context), upsert: true, returnDocument: 'after' },
    )
    .lean();
  const row = {
    ...{ _id: next.last, owner, case_id: id, n, at, source },
    corrector_hash: hashOf(context, 'corrector', source, by),
    body_sealed: sealCorrection(sealer, id, n, correction),
  };
  await insert(context, 'corrections', [row]);
}

/** The read of what there is to learn. */
export function correctionQueries(context: MongoReads): Pick<Queries, 'corrections'> {
  return {
    corrections: async (after, limit) => {
      const { corrections } = context.db;
      const docs = await corrections
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      const sealers = await storedSealers(
        context,
        docs.map(({ owner }) => owner),
      );
      return {
        corrections: docs.flatMap(({ _id: key, ...row }) => {
          const sealer = sealers.get(row.owner);
          return sealer ? [toCorrection({ ...row, key }, sealer)] : [];
        }),
        last: docs.at(-1)?._id ?? null,
      };
    },
  };
}
