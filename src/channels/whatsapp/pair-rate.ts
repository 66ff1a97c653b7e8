import type { OutboundMessage } from '../channel.ts';
import { type Spend, takeCall } from '../spend.ts';

/**
 * One person gets a message every six seconds; 45 may be sent ahead, and are waited for afterwards: error 131056
 * (…/whatsapp/messages#pair-rate-limits). Never more than 45 within the time that 45 take keeps to it.
 */
const MOST = 45;
const SPAN_MS = MOST * 6_000;
/** What is left to the numbers for an emergency. */
const LEFT = 5;

/** Counts a message to a person. Rejects with `SendError` when there were too many: then nobody is called. */
export function keepPairRate(
  deps: { spend: Spend; now: () => Date },
  account: string,
  { address, class: kind }: Pick<OutboundMessage, 'address' | 'class'>,
): Promise<void> {
  const most = kind === 'emergency' ? MOST : MOST - LEFT;
  return takeCall(deps, `whatsapp ${account} to ${address}`, [{ most, perMs: SPAN_MS }]);
}
