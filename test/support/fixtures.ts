import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';

/** The payloads of a platform in `test/fixtures/<channel>`, by their file's name: its own shape, written by hand. */
export function fixturesOf(channel: string): Record<string, string> {
  const folder = path.join(PROJECT_ROOT, 'test', 'fixtures', channel);
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  return Object.fromEntries(
    names.map(name => [name.replace(/\.json$/, ''), readFileSync(path.join(folder, name), 'utf8')]),
  );
}
