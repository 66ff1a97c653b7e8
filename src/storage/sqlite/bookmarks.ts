import { one, type SqliteContext } from './context.ts';

/** What was kept under a name; null: nothing. */
export function bookmark({ sql }: Pick<SqliteContext, 'sql'>, name: string): string | null {
  return one<{ value: string }>(sql('select value from bookmarks where name = ?'), name)?.value ?? null;
}

/** Keeps a value under a name, in the place of the one before. Runs inside a group. */
export function setBookmark({ sql }: Pick<SqliteContext, 'sql'>, name: string, value: string): void {
  const keep = `insert into bookmarks (name, value) values (?, ?)
    on conflict (name) do update set value = excluded.value`;
  sql(keep).run(name, value);
}
