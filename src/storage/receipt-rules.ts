import type { ReceiptState } from '../channels/channel.ts';
import type { OutboundState, ReceiptNews, TakenReceipt } from './store.ts';

const RANK: Record<ReceiptState, number> = {
  accepted: 1,
  delayed: 2,
  sent: 3,
  delivered: 4,
  read: 5,
  failed: 6,
};

const ARRIVED: readonly ReceiptState[] = ['delivered', 'read'];

/** The most messages one word about all until a time is put down for: older ones were told of before. */
export const MOST_AT_ONCE = 50;

/** What a store knows of an outbound a receipt speaks of. */
export interface Receipted {
  id: string;
  conversation_id: string;
  state: string;
  attempt: number;
  receipt: ReceiptState | null;
  receipt_attempt: number | null;
  /** The keyed hash of the platform's id of it: that of the attempt that was spoken of last. */
  provider_hash: Uint8Array | null;
}

/**
 * Does a receipt with this id (its keyed hash; null: it bears none) speak of the present attempt? Platforms repeat for days
 * what they said of a call before it, and our own id in a receipt is the same for all calls. One that arrived after its outcome
 * was given up is not heard beside the next call's, and need not be: that call is marked as a possible repeat, and the failure of
 * such a one opens no second road.
 */
function isOfAttempt(
  { attempt, receipt_attempt, provider_hash }: Receipted,
  hash: Uint8Array | null,
): boolean {
  if (hash === null || provider_hash === null) return true;
  const isKnown = Buffer.compare(provider_hash, hash) === 0;
  return isKnown === (receipt_attempt === attempt);
}

/** May this state follow that one in what a platform says of one attempt? */
export function mayFollow(before: ReceiptState | null, after: ReceiptState): boolean {
  if (before === null) return true;
  if (before === 'failed' || before === 'read') return false;
  // A delivered message cannot fail any more.
  if (after === 'failed') return RANK[before] < RANK.delivered;
  return RANK[after] > RANK[before];
}

/** Does a receipt, whose platform id has this keyed hash, tell something new of the present attempt of this outbound? */
export function isNews(
  row: Receipted,
  { state }: Pick<TakenReceipt, 'state'>,
  hash: Uint8Array | null,
): boolean {
  return isOfAttempt(row, hash) && mayFollow(row.receipt_attempt === row.attempt ? row.receipt : null, state);
}

/** What a receipt makes of an outbound. */
interface Settled {
  next: OutboundState;
  /** Its outcome was unknown till now. */
  settled: boolean;
  /** The id the receipt bears is that of the call under way, or of the one whose outcome was unknown. */
  names: boolean;
  /** It is tried once more at that time, in ms; null: it is not. */
  retryAt: number | null;
}

/** What a receipt makes of an outbound. */
export function settle({ state, attempt }: Receipted, receipt: TakenReceipt): Settled {
  // The platform speaks of it, so it has it: an unknown outcome is settled. What an earlier try brought to the citizen
  // waits for no further one.
  const settled = state === 'unknown' || (state === 'pending' && ARRIVED.includes(receipt.state));
  const decided = settled || state === 'accepted';
  const names = settled || state === 'sending';
  const failed = receipt.state === 'failed';
  const isRetried = failed && (decided || names) && attempt <= 1 && receipt.retryAt !== undefined;
  const next = decided ? (failed ? 'rejected' : 'accepted') : (state as OutboundState);
  const retryAt = isRetried ? (receipt.retryAt?.getTime() ?? null) : null;
  return { settled, next: isRetried ? 'pending' : next, names, retryAt };
}

/** An outbound as far as it shows whether the platform has it. */
type Heard = Pick<Receipted, 'state' | 'attempt' | 'receipt_attempt'> & { receipt: string | null };

/**
 * Did a receipt speak of this attempt, whose call has not ended for us? Then the platform has it, whatever we hear of the
 * call, or do not hear any more.
 */
export function isHeard({ state, attempt, receipt, receipt_attempt }: Heard): boolean {
  return ['sending', 'unknown'].includes(state) && receipt !== null && receipt_attempt === attempt;
}

/** Does such a receipt outweigh what the call came to? A failure does not, where the call is to be made again anyway. */
export function outweighs({ receipt }: Pick<Heard, 'receipt'>, outcome: OutboundState): boolean {
  return receipt !== 'failed' || outcome !== 'pending';
}

/** What an outbound that was heard of is. */
export function asHeard<Code>({ receipt, code }: Pick<Heard, 'receipt'> & { code: Code }) {
  return receipt === 'failed' ? { state: 'rejected', code } : { state: 'accepted', code: null };
}

/** The news a receipt brought. */
export function newsOf(row: Receipted, receipt: TakenReceipt): ReceiptNews {
  return {
    conversationId: row.conversation_id,
    outboundId: row.id,
    isRetried: settle(row, receipt).retryAt !== null,
  };
}

/** A second try is over by then. */
const SECOND_TRY_OVER_MS = 4 * 60_000;

/** When somebody must look at news whose words failed: at once, or when their second try is over; null: they did not fail. */
export function lookAt({ next, retryAt }: Settled): number | null {
  if (retryAt !== null) return retryAt + SECOND_TRY_OVER_MS;
  return next === 'rejected' ? 0 : null;
}
