import type { Logger } from 'pino';
import { SendError } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { type Json, objectIn, textIn } from '../json.ts';
import { keysIn, type SigningKeys } from './token.ts';

/** What keeping the service's keys needs. */
export interface KeysDeps {
  /** Where the document lies that names the key document. */
  metadataUrl: string;
  channel: string;
  now: () => Date;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'warn'>;
}

/** The keys by which the service signs, kept fresh. */
export interface ServiceKeys {
  /** Those known now; none before they were got. */
  known(): SigningKeys;
  /** Gets them, and from then on again twice a day. Rejects with `SendError` when they cannot be had. */
  open(): Promise<void>;
  /**
   * A call names a key that is not known: true while it may become known, for they are being got; false when they are so
   * fresh that it is none of theirs.
   */
  mayAppear(): boolean;
  close(): void;
}

const EVERY_MS = 12 * 3_600_000;
const AFTER_FAILURE_MS = 10 * 60_000;
/** Whoever names keys at random must not make us ask without end. */
const FRESH_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;

/** Makes them; asks nobody yet. */
export function createKeys(deps: KeysDeps): ServiceKeys {
  const state = { keys: new Map() as SigningKeys, at: Number.NEGATIVE_INFINITY, closed: false };
  let cancel = (): void => {};
  let getting: Promise<void> | null = null;

  async function get(): Promise<void> {
    state.keys = await fetchKeys(deps.metadataUrl);
    state.at = deps.now().getTime();
  }

  function getOnce(): Promise<void> {
    getting ??= get().finally(() => {
      getting = null;
    });
    return getting;
  }

  function again(ms: number): void {
    cancel();
    if (!state.closed) cancel = deps.timer(ms, refresh);
  }

  function refresh(): void {
    getOnce().then(
      () => again(EVERY_MS),
      error => {
        const code = error instanceof SendError ? error.failure.code : 'failed';
        deps.log.warn({ channel: deps.channel, code }, 'the keys of the service could not be got');
        again(AFTER_FAILURE_MS);
      },
    );
  }

  return {
    known: () => state.keys,
    open: async () => {
      await getOnce();
      again(EVERY_MS);
    },
    mayAppear: () => {
      if (Math.abs(deps.now().getTime() - state.at) < FRESH_MS) return false;
      refresh();
      return true;
    },
    close: () => {
      state.closed = true;
      cancel();
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<SigningKeys> {
  const metadata = await fetchJson(metadataUrl);
  const address = URL.parse(textIn(metadata['jwks_uri']) ?? '');
  if (address?.origin !== new URL(metadataUrl).origin) throw failure('foreign_keys');
  const keys = keysIn(await fetchJson(address.href));
  if (keys.size === 0) throw failure('no_keys');
  return keys;
}

async function fetchJson(url: string): Promise<Json> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    error => {
      throw new SendError(failureOfConnection(error));
    },
  );
  if (!response.ok) throw failure(`http_${response.status}`);
  const document = objectIn(await response.json().catch(() => null));
  if (document === null) throw failure('unreadable_answer');
  return document;
}

function failure(code: string): SendError {
  return new SendError({ code, retryable: true });
}
