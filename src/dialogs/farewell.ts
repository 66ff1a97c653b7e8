import type { Capabilities, Part, Reply } from '../channels/channel.ts';
import type { Queue } from '../queue/queue.ts';
import type { Conversation, Store } from '../storage/store.ts';
import { newState } from './state.ts';
import type { Turn } from './turn.ts';
import { outboundOf } from './turn-change.ts';

/** What telling somebody that they were erased needs. */
export interface FarewellDeps {
  store: Pick<Store, 'load' | 'commit' | 'open'>;
  queue: Pick<Queue, 'add'>;
  render: (reply: Reply, capabilities: Capabilities) => Part[];
  now: () => Date;
}

/**
 * Says what a turn says that erased its own conversation: in a new one of the same address, which holds nothing else.
 * A crash between the two leaves the citizen untold, never unerased.
 */
export async function sayFarewell(
  deps: FarewellDeps,
  { channel, account, address, state }: Conversation,
  { replies }: Pick<Turn, 'replies'>,
  capabilities: Capabilities,
): Promise<void> {
  if (replies.length === 0) return;
  const conversationId = await deps.store.open({ channel, account, address }, null, deps.now());
  const fresh = await deps.store.load(conversationId, 0);
  if (!fresh) return;
  const { id, version } = fresh.conversation;
  const outbound = outboundOf(fresh.conversation, null, replies, [], { render: deps.render, capabilities });
  const set = { state: newState(state.language) };
  const conversation = { id, expectedVersion: version, consumed: [], turn: false, set };
  await deps.store.commit({ at: deps.now(), conversation, outbound });
  if (!capabilities.pull) await deps.queue.add({ name: 'deliver', conversationId });
}
