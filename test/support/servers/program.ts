import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../../src/config.ts';

/** Where what `install` brings lies. */
export const SERVERS = path.join(PROJECT_ROOT, '.cache', 'servers');

/** A program of the system, or one that was brought; null: neither is here. */
export function findProgram(name: string, brought: string): string | null {
  const own = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  if (own !== '') return own;
  const file = path.join(SERVERS, brought);
  return existsSync(file) ? file : null;
}
