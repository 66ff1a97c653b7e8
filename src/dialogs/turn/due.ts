import type { Loaded, StoredMessage } from '../../storage/store.ts';
import type { Stimulus } from '../turn.ts';
import { isUnfinished } from '../words/unfinished.ts';

/** What a conversation wants now: a turn, nothing, or to be asked again. */
export type Due = { stimulus: Stimulus } | { waitMs: number } | null;

/** A citizen who never stops writing is answered after so many quiet gaps all the same. */
const MOST_GAPS = 5;
/** Who has only begun to tell is writing the rest: `mire`, `es que`. */
const UNFINISHED_GAPS = 4;

/**
 * Tells what is due: the waiting messages as one burst, once the citizen has been quiet for the channel's gap; else
 * the conversation's own alarm. `limit` messages are as many as one turn takes: more are not waited for.
 */
export function dueNow({ conversation, messages }: Loaded, gapMs: number, now: Date, limit: number): Due {
  if (messages.length > 0) {
    const waitMs = messages.length >= limit ? 0 : quietIn(messages, gapMs, now);
    return waitMs > 0 ? { waitMs } : { stimulus: { messages } };
  }
  const { wakeAt } = conversation;
  return wakeAt !== null && wakeAt <= now ? { stimulus: { wake: true } } : null;
}

/** A tap or a signal is complete in itself. A message from the future says that the clock was set back: it is due. */
function quietIn(messages: readonly StoredMessage[], gapMs: number, now: Date): number {
  const [oldest, newest] = [messages[0], messages.at(-1)];
  if (!oldest || !newest || newest.choice !== null || newest.signal !== null) return 0;
  const age = now.getTime() - newest.receivedAt.getTime();
  if (age < 0) return 0;
  const waited = now.getTime() - oldest.receivedAt.getTime();
  const quietMs = isUnfinished(newest.text ?? '') ? gapMs * UNFINISHED_GAPS : gapMs;
  return Math.max(0, Math.min(quietMs - age, gapMs * MOST_GAPS - waited));
}
