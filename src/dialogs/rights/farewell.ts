import type { Reply } from '../../channels/channel.ts';
import type { Conversation } from '../../storage/store.ts';
import { newState } from '../state.ts';
import type { TakeTurnDeps } from '../turn/take-turn.ts';
import { outboundOf, type Rendering } from '../turn/turn-change.ts';

/** By then who asked for it has read it. */
const STAYS_MS = 24 * 3_600_000;

/**
 * Says that a talk was erased. What is written to an erased talk goes with it, so it is said in a new one at the same address,
 * which holds nothing else and is erased in its turn a day later, unless they write again. A crash before it leaves the
 * erasure done and unsaid.
 */
export async function sayErased(
  { store, queue }: Pick<TakeTurnDeps, 'store' | 'queue'>,
  { channel, account, address, state: { language } }: Conversation,
  replies: Reply[],
  { at, ...rendering }: Rendering & { at: Date },
): Promise<void> {
  const id = await store.open({ channel, account, address }, null, at);
  const loaded = await store.load(id, 1);
  if (loaded === null) return;
  const outbound = outboundOf({ id }, null, replies, [], rendering);
  const set = {
    state: { ...newState(language), greeted: true, passing: true },
    wakeAt: new Date(at.getTime() + STAYS_MS),
  };
  const isNew = loaded.conversation.seq === 0;
  const conversation = {
    ...{ id, expectedVersion: loaded.conversation.version, consumed: [], turn: false },
    set: isNew ? set : {},
  };
  await store.commit({ at, conversation, outbound });
  if (outbound.some(({ state }) => state === 'pending'))
    await queue.add({ name: 'deliver', conversationId: id });
}
