import type { Case, Correction } from '../../cases/case.ts';
import type { Queries, StoredCorrection } from '../queries.ts';
import { all, hashOf, one, type SqliteContext, type SqliteReads, sealerOf } from './context.ts';

/** Keeps what there is to learn from a change of a case, under the key of who wrote the words. Runs inside a group. */
export function addCorrection(
  context: SqliteContext,
  { id, conversationId }: Pick<Case, 'id' | 'conversationId'>,
  { source, by, ...body }: Correction,
  at: number,
): void {
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
      sealerOf(context, owner).seal(placeOf(id, n), body),
    );
}

/** Where a correction is sealed to. */
function placeOf(caseId: string, n: number): string {
  return `correction.${caseId}.${n}`;
}

interface CorrectionRow {
  key: number;
  owner: string;
  case_id: string;
  n: number;
  at: number;
  source: string;
  corrector_hash: Uint8Array;
  body_sealed: Uint8Array;
}

/** The read of what there is to learn. */
export function correctionQueries(context: SqliteReads): Pick<Queries, 'corrections'> {
  return {
    corrections: async (after, limit) => {
      const query = 'select * from corrections where key > ? order by key limit ?';
      const rows = all<CorrectionRow>(context.sql(query), after, limit);
      return {
        corrections: rows.flatMap(row => toCorrection(context, row)),
        last: rows.at(-1)?.key ?? null,
      };
    },
  };
}

function toCorrection(context: SqliteReads, row: CorrectionRow): StoredCorrection[] {
  const sealer = context.keys.of(row.owner);
  if (!sealer) return [];
  type Body = Pick<StoredCorrection, 'text' | 'before' | 'after'>;
  const body = sealer.open<Body>(placeOf(row.case_id, row.n), row.body_sealed) as Body;
  return [
    {
      ...{ ...body, key: row.key, at: new Date(row.at), caseId: row.case_id, writer: row.owner },
      source: row.source as StoredCorrection['source'],
      corrector: Buffer.from(row.corrector_hash).toString('hex'),
    },
  ];
}
