import type { Case } from '../cases/case.ts';

/** The cursor after a page of cases: its last one's time and id. */
export function writeCursor({ openedAt, id }: Pick<Case, 'openedAt' | 'id'>): string {
  return Buffer.from(`${openedAt.getTime()}.${id}`).toString('base64url');
}

/** The time and id a page of cases begins before; of what is no cursor, those nothing comes before. */
export function readCursor(cursor: string): [number, string] {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('.', 2);
  return [Number(at) || 0, id];
}
