import type { Vault } from '../../vault.ts';
import { createDataKeys, type DataKeys } from '../data-keys.ts';
import { all, one, type SqliteContext, type SqliteReads } from './context.ts';

/** The table of wrapped data keys. */
export function dataKeysOf(vault: Vault, sql: SqliteReads['sql']): DataKeys {
  return createDataKeys(vault, {
    get: owner => {
      const row = one<{ wrapped: Uint8Array }>(sql('select wrapped from data_keys where owner = ?'), owner);
      return row ? Buffer.from(row.wrapped) : null;
    },
    put: (owner, wrapped) => void sql('insert into data_keys values (?, ?)').run(owner, wrapped),
  });
}

/** Keys wrapped again between two looks at other work. */
const AT_ONCE = 500;

/** Wraps every data key under the keyring's present key, some at a time; how many there were. */
export async function rewrapKeys(context: SqliteContext): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const owners = await context.group.run(() => rewrapSome(context, after));
    count += owners.length;
    if (owners.length < AT_ONCE) break;
    after = owners.at(-1) ?? '';
  }
  context.wipe();
  return count;
}

function rewrapSome({ sql, vault }: SqliteContext, after: string): string[] {
  const query = 'select owner, wrapped from data_keys where owner > ? order by owner limit ?';
  const rows = all<{ owner: string; wrapped: Uint8Array }>(sql(query), after, AT_ONCE);
  for (const { owner, wrapped } of rows) {
    sql('update data_keys set wrapped = ? where owner = ?').run(vault.rewrap(Buffer.from(wrapped)), owner);
  }
  return rows.map(({ owner }) => owner);
}
