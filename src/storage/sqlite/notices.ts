import type { Notice } from '../../cases/notify.ts';
import type { NewsKind } from '../../catalogue/catalogue.ts';
import { ConflictError } from '../../errors.ts';
import type { Attempt, NoticeChange } from '../changes.ts';
import { type Ending, isSureFailure, type LedgerRow, toLine } from '../notice-rules.ts';
import type { LedgerLine, StoredNotice } from '../queries.ts';
import { all, keyOf, one, orConflict, type SqliteContext, type SqliteReads, sealerOf } from './context.ts';

/** Begins a piece of news or carries it on; its number. Throws `ConflictError`. Runs inside a group. */
export function changeNotice(context: SqliteContext, change: NoticeChange, at: number): number {
  const { begun, attempts, known } = change;
  const key = begun ? begin(context, change, at) : keyOfNotice(context, change.id);
  if (key === null) throw new ConflictError('notice');
  const count = one<{ n: number }>(context.sql('select count(*) as n from attempts where notice = ?'), key);
  if (count?.n !== known) throw new ConflictError('notice');
  const insert = context.sql(
    `insert into attempts (notice, n, at, step, road, conversation, reason, what, code)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [i, { step, road, conversationId, reason, what, code }] of attempts.entries()) {
    const conversation = conversationId === null ? null : keyOf(context, conversationId);
    insert.run(key, known + i + 1, at, step, road, conversation, reason, what, code);
  }
  const wakeAt = change.wakeAt?.getTime() ?? null;
  context.sql('update notices set wake_at = ? where key = ?').run(wakeAt, key);
  return key;
}

function begin(context: SqliteContext, { id, begun }: NoticeChange, at: number): number | null {
  if (!begun) return null;
  const { caseId, kind, notice } = begun;
  const body = sealerOf(context, caseId).seal(`notice.${id}`, notice);
  const insert = context.sql(
    'insert into notices (id, case_id, kind, at, body_sealed) values (?, ?, ?, ?, ?) returning key',
  );
  let key: number | null = null;
  orConflict(
    () => {
      key = one<{ key: number }>(insert, id, caseId, kind, at, body)?.key ?? null;
    },
    { 'notices.id': 'notice' },
  );
  return key;
}

/** The number of a piece of news; null: there is none of this id. */
export function keyOfNotice({ sql }: Pick<SqliteReads, 'sql'>, id: string): number | null {
  return one<{ key: number }>(sql('select key from notices where id = ?'), id)?.key ?? null;
}

/** Words of a piece of news failed: somebody must look at it, by then. Runs inside a group. */
export function wakeNotice({ sql }: Pick<SqliteContext, 'sql'>, outboundId: string, at = 0): void {
  const wake = 'update notices set wake_at = ? where key = (select notice from outbound where id = ?)';
  sql(wake).run(at, outboundId);
}

interface NoticeRow {
  key: number;
  id: string;
  case_id: string;
  kind: NewsKind;
  wake_at: number | null;
  body_sealed: Uint8Array;
  old: number;
}

/** A piece of news with what was tried. */
export function storedNotice(context: SqliteReads, id: string): StoredNotice | null {
  const query = `select *, exists (select 1 from notices n where n.case_id = notices.case_id and n.key > notices.key) as old
    from notices where id = ?`;
  const row = one<NoticeRow>(context.sql(query), id);
  const sealer = row && context.keys.of(row.case_id);
  const notice = sealer?.open<Notice>(`notice.${id}`, row?.body_sealed ?? null);
  if (!row || !notice) return null;
  return {
    ...{ id, caseId: row.case_id, kind: row.kind, notice, isOld: row.old === 1 },
    wakeAt: row.wake_at === null ? null : new Date(row.wake_at),
    attempts: attemptsOf(context, row.key),
    failure: failureOf(context, row.key),
  };
}

function attemptsOf(context: SqliteReads, notice: number): Attempt[] {
  const query = `select a.step, a.road, c.id as conversationId, a.reason, a.what, a.code from attempts a
    left join conversations c on c.key = a.conversation where a.notice = ? order by a.n`;
  return all<Attempt>(context.sql(query), notice);
}

/** How the last part of the words ended: what came before it in parts says less. */
function failureOf(context: SqliteReads, notice: number): string | null {
  const query = `select state, code, maybe_duplicate as maybe from outbound where notice = ? order by key desc limit 1`;
  const row = one<Ending>(context.sql(query), notice);
  return row && isSureFailure(row) ? (row.code ?? 'failed') : null;
}

/** Every road looked at for news of a case; of a road that was taken, the last part of the words says what came of it. */
export function ledger(context: SqliteReads, caseId: string): LedgerLine[] {
  const query = `select n.id as noticeId, n.kind, a.at, a.road, a.reason, a.what, a.code,
      o.state, o.receipt, o.code as sentCode, o.attempt as tries, o.maybe_duplicate as maybe
    from notices n join attempts a on a.notice = n.key
    left join outbound o on a.what = 'taken' and o.key =
      (select max(p.key) from outbound p where p.notice = n.key and p.conversation = a.conversation)
    where n.case_id = ? order by n.key, a.n`;
  return all<LedgerRow>(context.sql(query), caseId).map(toLine);
}
