import type { MessageClass } from '../channel.ts';
import { type Spend, takeCall } from '../spend.ts';

/** The calls that are counted for an account: messages, posts, and looks at a talk. */
export type Counted = 'write' | 'reply' | 'list';

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * What the platform takes of an account in a quarter of an hour and in a day (docs.x.com/x-api/fundamentals/rate-limits:
 * direct messages 15 and 1440). Posts might be more; an invitation is not worth more.
 */
const LIMITS: Record<Counted, [quarter: number, day: number]> = {
  write: [15, 1_440],
  reply: [15, 200],
  list: [15, 1_440],
};

/** The part of a limit that each class leaves to what is more urgent. */
const LEFT: Partial<Record<MessageClass, number>> = { emergency: 0, optOut: 0, notice: 0.4 };
const USUALLY_LEFT = 0.14;

/** Takes one call from the account's budget. Rejects with `SendError` when there is none: then nobody is called. */
export async function take(
  { spend, account, now }: { spend: Spend; account: string; now: () => Date },
  counted: Counted,
  kind: MessageClass,
): Promise<void> {
  const left = LEFT[kind] ?? USUALLY_LEFT;
  const [quarter, day] = LIMITS[counted].map(most => Math.floor(most * (1 - left)));
  const rates = [
    { most: quarter ?? 0, perMs: QUARTER_MS },
    { most: day ?? 0, perMs: DAY_MS },
  ];
  await takeCall({ spend, now }, `x/${counted}/${account}`, rates, 1_000);
}
