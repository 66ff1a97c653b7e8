import type { Queue } from '../queue/queue.ts';
import type { Added, ReceiptNews, Store } from '../storage/store.ts';
import type { ChannelId, InboundMessage, Receipt } from './channel.ts';

/** What `receive` needs. `failPoint` is called around every write, so that tests can end the process there. */
export interface ReceiveDeps {
  store: Pick<Store, 'addInbound' | 'addReceipts' | 'record'>;
  queue: Pick<Queue, 'add'>;
  now: () => Date;
  /** How long a channel waits for the rest of a burst. */
  quietGapMs: (channel: ChannelId) => number;
  /** Told of every message, for the figures. */
  count?: (channel: ChannelId, isNew: boolean) => void;
  failPoint?: (name: string) => void | Promise<void>;
}

/** How long a message that could not be delivered waits for its one second try: a telephone may be on by then. */
const SECOND_TRY_MS = 60_000;

/**
 * Stores what a platform brought, then wakes whom it concerns. Resolves when all of it is durable; rejects when the
 * store cannot take it, and then the platform must be told to repeat. What was stored before changes nothing.
 */
export async function receive(
  deps: ReceiveDeps,
  messages: InboundMessage[],
  receipts: Receipt[],
): Promise<Added[]> {
  await deps.failPoint?.('receive:before-store');
  const [added, news] = await Promise.all([
    messages.length > 0 ? deps.store.addInbound(messages, deps.now()) : [],
    receipts.length > 0 ? deps.store.addReceipts(receipts) : [],
  ]);
  await deps.failPoint?.('receive:after-store');
  await wakeTurns(deps, messages, added);
  for (const item of news) await tryOnceMore(deps, item);
  return added;
}

async function wakeTurns(deps: ReceiveDeps, messages: InboundMessage[], added: Added[]): Promise<void> {
  const gaps = new Map<string, number>();
  for (const [i, message] of messages.entries()) {
    const row = added[i];
    if (!row) continue;
    deps.count?.(message.channel, row.isNew);
    if (row.isNew) {
      gaps.set(row.conversationId, Math.min(gapOf(deps, message), gaps.get(row.conversationId) ?? Infinity));
    }
  }
  for (const [conversationId, gap] of gaps) await deps.queue.add({ name: 'turn', conversationId }, gap);
}

/** A tap or a signal is complete in itself; words may be the first of several messages. */
function gapOf({ quietGapMs }: ReceiveDeps, { channel, choice, signal }: InboundMessage): number {
  return choice !== undefined || signal !== undefined ? 0 : quietGapMs(channel);
}

async function tryOnceMore(deps: ReceiveDeps, news: ReceiptNews): Promise<void> {
  if (news.state !== 'failed' || !news.retryable || news.attempt > 1) return;
  const retryAt = new Date(deps.now().getTime() + SECOND_TRY_MS);
  const again = { state: 'pending', code: news.code ?? 'failed', retryAt } as const;
  await deps.store.record(news.outboundId, news.attempt, again);
  await deps.queue.add({ name: 'deliver', conversationId: news.conversationId }, SECOND_TRY_MS);
}
