import type { Settings } from '../config.ts';
import { ConfigError } from '../errors.ts';

const SQLITE = 'sqlite:';

/** The file of the embedded store. Throws `ConfigError` when the store is another one. */
export function storeFile({ storeUrl }: Pick<Settings, 'storeUrl'>): string {
  if (storeUrl.startsWith(SQLITE)) return storeUrl.slice(SQLITE.length);
  const reason = 'this command works on the embedded store (sqlite:); use the tools of that database';
  throw new ConfigError([{ where: 'STORE_URL', reason }]);
}
