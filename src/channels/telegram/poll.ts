import type { Logger } from 'pino';
import { SendError, type SendFailure } from '../../errors.ts';
import type { InboundMessage, Receive } from '../channel.ts';
import { numberIn, objectsIn } from '../json.ts';
import { pause } from '../pause.ts';
import type { CallApi } from './client.ts';
import { type Reader, readUpdate, UPDATE_KINDS } from './updates.ts';

/** What asking for messages needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface PollDeps {
  reader: Reader;
  call: CallApi;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'warn'>;
  /** Told of what is durable. */
  taken: (messages: readonly InboundMessage[]) => void;
}

/** How long the platform may keep an empty answer back. */
const LONG_S = 25;
const CALL_MS = 40_000;
const MOST = 100;
const EMPTY_MS = 250;
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;
const NOT_STORED = { code: 'not_stored' };

/**
 * Asks the platform for messages again and again. It forgets them only when a later call names a higher number, which
 * is made once they are durable: what was read before a crash is read again, and is known already.
 */
export function startPolling(
  deps: PollDeps,
  receive: Receive,
  isOurs: () => boolean = () => true,
): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const waiting = { timer: deps.timer, signal };

  async function run(): Promise<void> {
    let next = 0;
    let waitMs = SHORTEST_MS;
    while (!signal.aborted) {
      try {
        // Whoever has lost the session reads nothing until it is told to end, or has it again.
        if (!isOurs()) {
          await pause(waiting, SHORTEST_MS);
          continue;
        }
        const seen = await look(deps, receive, next, signal);
        // A server that answers at once though it has nothing must not be asked without end.
        if (seen === next) await pause(waiting, EMPTY_MS);
        next = seen;
        waitMs = SHORTEST_MS;
      } catch (error) {
        if (signal.aborted) return;
        const failure: Partial<SendFailure> = error instanceof SendError ? error.failure : NOT_STORED;
        deps.log.warn({ channel: deps.reader.channel, code: failure.code }, 'messages could not be read');
        await pause(waiting, failure.retryAfterMs ?? waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_MS);
      }
    }
  }

  const running = run();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** The number of the first update that is not ours yet. */
async function look(deps: PollDeps, receive: Receive, offset: number, signal: AbortSignal): Promise<number> {
  const updates: unknown = await deps.call(
    'getUpdates',
    { offset, limit: MOST, timeout: LONG_S, allowed_updates: UPDATE_KINDS },
    { ms: CALL_MS, signal },
  );
  // Else what is no list would be asked for again at once.
  if (!Array.isArray(updates)) throw new SendError({ code: 'unreadable_answer', retryable: true });
  const messages = objectsIn(updates).flatMap(update => readUpdate(deps.reader, update));
  if (messages.length > 0) await receive(messages, []);
  deps.taken(messages);
  const numbers = objectsIn(updates).map(update => numberIn(update['update_id']) ?? -1);
  return Math.max(offset, ...numbers.map(number => number + 1));
}
