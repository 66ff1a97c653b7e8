import type { Case, Correction } from '../../cases/case.ts';
import { hashOf } from '../hashes.ts';
import type { Queries } from '../queries.ts';
import { type CorrectionRow, sealCorrection, toCorrection } from '../sealed-corrections.ts';
import { all, one, type SqliteContext, type SqliteReads, sealerOf } from './context.ts';

/** Keeps what there is to learn from a change of a case, under the key of who wrote the words. Runs inside a group. */
export function addCorrection(
  context: SqliteContext,
  { id, conversationId }: Pick<Case, 'id' | 'conversationId'>,
  correction: Correction,
  at: number,
): void {
  const { source, by } = correction;
  const owner = conversationId ?? id;
  const before = one<{ n: number }>(
    context.sql('select count(*) as n from corrections where case_id = ?'),
    id,
  );
  const n = (before?.n ?? 0) + 1;
  context
    .sql(
      `insert into corrections (owner, case_id, n, at, source, corrector_hash, body_sealed)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[owner, id, n, at, source, hashOf(context, 'corrector', source, by)],
      sealCorrection(sealerOf(context, owner), id, n, correction),
    );
}

/** The read of what there is to learn. */
export function correctionQueries(context: SqliteReads): Pick<Queries, 'corrections'> {
  return {
    corrections: async (after, limit) => {
      const query = 'select * from corrections where key > ? order by key limit ?';
      const rows = all<CorrectionRow>(context.sql(query), after, limit);
      return {
        corrections: rows.flatMap(row => {
          const sealer = context.keys.of(row.owner);
          return sealer ? [toCorrection(row, sealer)] : [];
        }),
        last: rows.at(-1)?.key ?? null,
      };
    },
  };
}
