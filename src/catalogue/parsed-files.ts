import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** What files hold, kept beside the sources once they were parsed: a start need not parse what has not changed. */
export interface ParsedFiles {
  /** What a text of this name held when it was last kept, or null. */
  find(name: string, text: string): { value: unknown } | null;
  /** Keeps what a text holds, where that can be written and read back unchanged. Never throws. */
  keep(name: string, text: string, value: unknown): void;
}

/** A folder of parsed files, one for each name; it may go at any time. */
export function parsedFilesIn(folder: string): ParsedFiles {
  const fileOf = (name: string): string => path.join(folder, `${encodeURIComponent(name)}.json`);
  return {
    find: (name, text) => {
      try {
        const { of, value } = JSON.parse(readFileSync(fileOf(name), 'utf8')) as {
          of: string;
          value: unknown;
        };
        return of === hashOf(text) ? { value } : null;
      } catch {
        return null;
      }
    },
    keep: (name, text, value) => {
      const kept = { of: hashOf(text), value };
      const written = JSON.stringify(kept);
      if (!isDeepStrictEqual(JSON.parse(written), kept)) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // Whole or not at all, also when two processes start at once.
        const own = `${fileOf(name)}.${process.pid}`;
        writeFileSync(own, written, { mode: 0o600 });
        renameSync(own, fileOf(name));
      } catch {
        // A read-only place, a full disk: the next start parses again.
      }
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
