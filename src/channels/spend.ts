import { SendError } from '../errors.ts';

/** Takes one call of a budget, durably (null), or says when there will be one; counted across restarts and processes. */
export type Spend = (
  budget: string,
  rates: readonly { most: number; perMs: number }[],
  at: Date,
) => Promise<Date | null>;

/** A store that took longer leaves too little of the time in which a call must have ended. */
const LATEST_MS = 800;

/** Takes one call of a budget. Rejects with `SendError` when there is none, or it cannot be counted: then nobody is called. */
export async function takeCall(
  { spend, now }: { spend: Spend; now: () => Date },
  budget: string,
  rates: Parameters<Spend>[1],
  leastWaitMs = 1,
): Promise<void> {
  const at = now();
  const free = await spend(budget, rates, at).catch(() => {
    throw new SendError({ code: 'budget', retryable: true });
  });
  const isLate = now().getTime() - at.getTime() > LATEST_MS;
  if (isLate) throw new SendError({ code: 'budget', retryable: true });
  if (free === null) return;
  throw new SendError({ code: 'budget', retryable: true, retryAfterMs: Math.max(leastWaitMs, +free - +at) });
}
