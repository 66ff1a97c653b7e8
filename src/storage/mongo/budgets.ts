import { LONGEST_SPAN_MS, longestOf } from '../budget-rules.ts';
import { hashOf } from '../hashes.ts';
import { SET_BACK_MS } from '../send-rules.ts';
import type { Rate } from '../store.ts';
import { type MongoWrites, within } from './context.ts';

/** Takes one call of a budget, or says when there will be one. */
export async function spend(
  context: MongoWrites,
  name: string,
  rates: readonly Rate[],
  now: number,
): Promise<Date | null> {
  const { budgets } = context.db;
  // The name may hold an address.
  const _id = hashOf(context, 'budget', name).toString('hex');
  const found = await budgets.findById(_id, null, within(context)).lean();
  // A new budget is the time to forget those nobody spends from any more.
  if (!found) await budgets.deleteMany({ last_at: { $lte: now - LONGEST_SPAN_MS } }, within(context));
  const counts = (at: number): boolean => at > now - longestOf(rates) && at <= now + SET_BACK_MS;
  const spent = (found?.spent ?? []).filter(counts).sort((a, b) => a - b);
  const waits = rates.flatMap(rate => freeAt(spent, rate, now) ?? []);
  if (waits.length > 0) return new Date(Math.max(...waits));
  const set = { spent: [...spent, now], last_at: now };
  await budgets.updateOne({ _id }, { $set: set }, { ...within(context), upsert: true });
  return null;
}

/** When the call that stands in the way leaves the span; null: there is room. */
function freeAt(spent: number[], { most, perMs }: Rate, now: number): number | null {
  if (most < 1) return now + perMs;
  const at = spent.filter(then => then > now - perMs).at(-most);
  return at === undefined ? null : at + perMs;
}
