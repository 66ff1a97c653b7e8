import type { Queue } from '../queue/queue.ts';
import type { Added, ReceiptNews, Store, TakenReceipt } from '../storage/store.ts';
import type { ChannelId, InboundMessage, Receipt } from './channel.ts';

/** What `receive` needs. `failPoint` is called around every write, so that tests can end the process there. */
export interface ReceiveDeps {
  store: Pick<Store, 'addInbound' | 'addReceipts'>;
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
    receipts.length > 0 ? deps.store.addReceipts(receipts.map(receipt => withSecondTry(deps, receipt))) : [],
  ]);
  await deps.failPoint?.('receive:after-store');
  await wakeTurns(deps, messages, added);
  await wakeSecondTries(deps, news);
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

/** Ordered with the receipt, in one step: a receipt that was stored is no news when it is repeated. */
function withSecondTry({ now }: ReceiveDeps, receipt: Receipt): TakenReceipt {
  const mayRetry = receipt.state === 'failed' && receipt.retryable === true;
  return mayRetry ? { ...receipt, retryAt: new Date(now().getTime() + SECOND_TRY_MS) } : receipt;
}

async function wakeSecondTries({ queue }: ReceiveDeps, news: ReceiptNews[]): Promise<void> {
  for (const { conversationId, isRetried } of news)
    if (isRetried) await queue.add({ name: 'deliver', conversationId }, SECOND_TRY_MS);
}
