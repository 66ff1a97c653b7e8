import type { CaseEvent, Kind, Status } from '../../cases/case.ts';
import { chain } from '../history.ts';
import { type EventRow, toEvent } from '../sealed-cases.ts';
import { all, type SqliteReads } from './context.ts';
import type { Tally } from './tally.ts';

type AllowedSteps = (kind: Kind, status: Status) => readonly Status[];

interface HeadRow {
  key: number;
  id: string;
  kind: Kind;
  status: Status;
  history_count: number;
  history_head: string;
}

const CHAIN = 'history chains are whole';
const STEPS = 'cases move along their tables, each step an event';

/** Checks each case's history: its chain of keyed hashes, and its steps against the tables. */
export function checkCases(reads: SqliteReads, tally: Tally, allowedSteps: AllowedSteps): void {
  tally.count(CHAIN, 0);
  tally.count(STEPS, 0);
  const cases = reads.sql(
    'select key, id, kind, status, history_count, history_head from cases order by key',
  );
  const events = reads.sql('select * from case_events where case_key = ? order by n');
  for (const entry of cases.iterate()) {
    const head = entry as unknown as HeadRow;
    const rows = all<EventRow>(events, head.key);
    tally.check(CHAIN, head.id, isWhole(reads, head, rows));
    tally.check(STEPS, head.id, isLawful(head, historyOf(reads, head, rows), allowedSteps));
  }
}

function isWhole({ vault }: SqliteReads, head: HeadRow, rows: EventRow[]): boolean {
  let mac = '';
  for (const [i, row] of rows.entries()) {
    const { n, at, what, body_sealed: body } = row;
    mac = chain(vault, mac, { caseId: head.id, n, at, what, body });
    if (n !== i + 1 || row.mac !== mac) return false;
  }
  return rows.length === head.history_count && mac === head.history_head;
}

/** Null when it cannot be opened. */
function historyOf({ keys }: SqliteReads, { id }: HeadRow, rows: EventRow[]): CaseEvent[] | null {
  try {
    const sealer = keys.of(id);
    return sealer && rows.map(row => toEvent(row, sealer));
  } catch {
    return null;
  }
}

function isLawful(head: HeadRow, history: CaseEvent[] | null, allowedSteps: AllowedSteps): boolean {
  if (history === null) return false;
  let status: string | null = null;
  for (const { what, from, to } of history) {
    if (what === 'opened') {
      if (status !== null || to === null) return false;
      status = to;
    } else if (what === 'status') {
      if (status === null || from !== status) return false;
      if (!allowedSteps(head.kind, status as Status).includes(to as Status)) return false;
      status = to;
    }
  }
  return status === head.status;
}
