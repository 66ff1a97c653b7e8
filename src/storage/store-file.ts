const SQLITE = 'sqlite:';

/** The file of the embedded store that a `STORE_URL` names; null: the store is another one. */
export function storeFile(url: string): string | null {
  return url.startsWith(SQLITE) ? url.slice(SQLITE.length) : null;
}
