import type { MediaSource } from '../channel.ts';
import { fileFailure } from '../fetch-file.ts';
import type { Mailbox } from './mailbox.ts';
import { filePlaceOf, TOO_MANY } from './read-mail.ts';

/** What fetching files needs. */
export interface FilesDeps {
  open: () => Promise<Mailbox>;
  timer: (ms: number, run: () => void) => () => void;
}

/** Files of mails, one after another over a connection of their own, which is closed when none is wanted any more. */
export interface Files {
  /** Rejects with `SendError`. */
  fetch(source: MediaSource): Promise<Buffer>;
  close(): void;
}

/** No file a citizen may send is larger. */
const MOST_BYTES = 25 * 1024 * 1024;
/** Before whoever waits for it loses patience, so that the next one finds a fresh connection. */
const CALL_MS = 9_000;
const KEPT_MS = 20_000;

/** Makes the fetcher; no connection is open before a file is wanted. */
export function createFiles(deps: FilesDeps): Files {
  let box: Promise<Mailbox> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let cancel = (): void => {};

  function close(): void {
    cancel();
    box?.then(open => open.close()).catch(() => {});
    box = null;
  }

  async function fetch(source: MediaSource): Promise<Buffer> {
    cancel();
    const place = filePlaceOf(source);
    if (place === null)
      throw fileFailure('id' in source && source.id === TOO_MANY ? TOO_MANY : 'foreign_host');
    const overdue = deps.timer(CALL_MS, close);
    try {
      box ??= deps.open();
      const open = await box;
      // Numbers of another time may mean another mail.
      if (open.validity !== place.validity) throw fileFailure('moved');
      const bytes = await open.file(place.uid, place.part, MOST_BYTES);
      if (bytes === null) throw fileFailure('gone');
      return bytes;
    } catch (error) {
      if (isFinal(error)) throw error;
      close();
      throw fileFailure('no_answer');
    } finally {
      overdue();
      cancel = deps.timer(KEPT_MS, close);
    }
  }

  return {
    fetch: source => {
      const mine = last.then(() => fetch(source));
      last = mine.catch(() => {});
      return mine;
    },
    close,
  };
}

function isFinal(error: unknown): boolean {
  return (error as { failure?: { retryable?: boolean } } | null)?.failure?.retryable === false;
}
