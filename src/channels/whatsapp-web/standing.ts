import type { Bookmarks } from '../bookmarks.ts';
import { objectIn, readObject, textIn, timeIn } from '../json.ts';
import type { Standing } from '../standing.ts';

const NAME = 'whatsapp-web session';
const STATES: readonly Standing['state'][] = ['starting', 'pairing', 'paired', 'dropped', 'banned'];

/** How the session stands, for other processes and for people. */
export interface StandingBook {
  /** As it was written last; one that should have been written anew for minutes is `dropped`: nobody holds it. */
  read(): Promise<Standing | null>;
  /** Keeps it, in the order it was called; what cannot be kept is told anew with the next change. */
  write(standing: Standing): Promise<void>;
  /** It stands as it did: says so. */
  again(): Promise<void>;
}

/** A session that lives says so more often than this. */
const SILENT_MS = 240_000;

/** Opens the book. */
export function standingBook({ read, write }: Bookmarks, now: () => Date): StandingBook {
  let written: Promise<void> = Promise.resolve();
  let last: Standing | null = null;
  const keep = (standing: Standing): Promise<void> => {
    last = standing;
    const times = { since: standing.since.getTime(), at: now().getTime() };
    const value = JSON.stringify({ ...standing, ...times });
    written = written.then(() => write(NAME, value)).catch(() => {});
    return written;
  };
  return {
    read: async () => standingIn(await read(NAME), now()),
    write: keep,
    again: async () => {
      if (last) await keep(last);
    },
  };
}

function standingIn(text: string | null, now: Date): Standing | null {
  const kept = text === null ? null : objectIn(readObject(Buffer.from(text)));
  const state = STATES.find(known => known === kept?.['state']);
  const since = timeIn(kept?.['since'], 1);
  const at = timeIn(kept?.['at'], 1);
  if (state === undefined || since === null || at === null) return null;
  const isLive = state !== 'dropped' && state !== 'banned';
  if (isLive && now.getTime() - at.getTime() > SILENT_MS) {
    return { state: 'dropped', since: at, code: 'process_gone', qr: null };
  }
  return { state, since, code: textIn(kept?.['code']), qr: textIn(kept?.['qr']) };
}
