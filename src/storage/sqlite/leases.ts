import { nextLease } from '../lease-rules.ts';
import type { Lease } from '../store.ts';
import { one, type SqliteContext } from './context.ts';

type Sql = Pick<SqliteContext, 'sql'>;

/** A lease as it stands; null: nobody ever had it. */
export function lease({ sql }: Sql, name: string): Lease | null {
  return one<Lease>(sql('select holder, token, beat from leases where name = ?'), name);
}

/** The lease after this holder went on or took over, null when it is not as it was seen. Runs inside a group. */
export function takeLease(
  context: Sql,
  name: string,
  seen: Lease | null,
  holder: string | null,
): Lease | null {
  const next = nextLease(lease(context, name), seen, holder);
  if (!next) return null;
  const keep = 'insert or replace into leases (name, holder, token, beat) values (?, ?, ?, ?)';
  context.sql(keep).run(name, next.holder, next.token, next.beat);
  return next;
}
