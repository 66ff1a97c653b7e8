import type { Correction } from '../cases/case.ts';
import type { Sealer } from './data-keys.ts';
import type { StoredCorrection } from './queries.ts';

/** A correction's row; `owner`: whose key seals it. */
export interface CorrectionRow {
  key: number;
  owner: string;
  case_id: string;
  n: number;
  at: number;
  source: string;
  corrector_hash: Uint8Array;
  body_sealed: Uint8Array;
}

/** The sealed part of a correction, the n-th of its case. */
export function sealCorrection(
  sealer: Sealer,
  caseId: string,
  n: number,
  { source, by, ...body }: Correction,
): Buffer {
  return sealer.seal(placeOf(caseId, n), body);
}

function placeOf(caseId: string, n: number): string {
  return `correction.${caseId}.${n}`;
}

/** Opens a correction's row. */
export function toCorrection(row: CorrectionRow, sealer: Sealer): StoredCorrection {
  type Body = Pick<StoredCorrection, 'text' | 'before' | 'after'>;
  const body = sealer.open<Body>(placeOf(row.case_id, row.n), row.body_sealed) as Body;
  return {
    ...{ ...body, key: row.key, at: new Date(row.at), caseId: row.case_id, writer: row.owner },
    source: row.source as StoredCorrection['source'],
    corrector: Buffer.from(row.corrector_hash).toString('hex'),
  };
}
