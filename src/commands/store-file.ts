import type { Settings } from '../config.ts';

const SQLITE = 'sqlite:';

/** The file of the embedded store; null: the store is another one. */
export function storeFile({ storeUrl }: Pick<Settings, 'storeUrl'>): string | null {
  return storeUrl.startsWith(SQLITE) ? storeUrl.slice(SQLITE.length) : null;
}
