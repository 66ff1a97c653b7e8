import { ConflictError } from '../errors.ts';
import type { Store } from '../storage/store.ts';

/** Others may write to the conversation at the same time, but not for ever. */
const TRIES = 5;

/** Notes that a platform refuses our messages for this recipient: nothing more is sent until they opt in again. */
export async function markOptedOut(
  store: Pick<Store, 'load' | 'commit'>,
  conversationId: string,
  at: Date,
): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    const loaded = await store.load(conversationId, 1);
    if (!loaded || loaded.conversation.optedOut) return;
    const { version } = loaded.conversation;
    const set = { optedOut: true };
    try {
      const change = { id: conversationId, expectedVersion: version, consumed: [], turn: false, set };
      await store.commit({ at, conversation: change });
      return;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}
