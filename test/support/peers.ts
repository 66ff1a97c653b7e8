import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';

/** What brings the programs of other people that the tests hold the desk against. */
export const BRINGS_PEERS = './.setup peers';

const PEERS = path.join(PROJECT_ROOT, 'test', 'peers', 'node_modules');

/** Where a file of a peer lies; null: it was not brought. */
export function peerFile(...names: string[]): string | null {
  const file = path.join(PEERS, ...names);
  return existsSync(file) ? file : null;
}
