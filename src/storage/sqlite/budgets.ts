import { LONGEST_SPAN_MS, longestOf } from '../budget-rules.ts';
import { hashOf } from '../hashes.ts';
import { SET_BACK_MS } from '../send-rules.ts';
import type { Rate } from '../store.ts';
import { one, type SqliteContext } from './context.ts';

/** Takes one call of a budget, or says when there will be one. Runs inside a group. */
export function spend(
  context: SqliteContext,
  name: string,
  rates: readonly Rate[],
  now: number,
): Date | null {
  // The name may hold an address.
  const budget = hashOf(context, 'budget', name).toString('hex');
  forget(context, budget, rates, now);
  const waits = rates.flatMap(rate => freeAt(context, budget, rate, now) ?? []);
  if (waits.length > 0) return new Date(Math.max(...waits));
  context.sql('insert into spent (budget, at) values (?, ?)').run(budget, now);
  return null;
}

/** What no rate counts any more; and what was spent in a future that a clock set back took away. */
function forget({ sql }: SqliteContext, budget: string, rates: readonly Rate[], now: number): void {
  sql('delete from spent where budget = ? and (at <= ? or at > ?)').run(
    budget,
    now - longestOf(rates),
    now + SET_BACK_MS,
  );
  // Budgets nobody spends from any more.
  sql('delete from spent where at <= ?').run(now - LONGEST_SPAN_MS);
}

/** When the call that stands in the way leaves the span; null: there is room. */
function freeAt({ sql }: SqliteContext, budget: string, { most, perMs }: Rate, now: number): number | null {
  if (most < 1) return now + perMs;
  const query = 'select at from spent where budget = ? and at > ? order by at desc limit 1 offset ?';
  const row = one<{ at: number }>(sql(query), budget, now - perMs, most - 1);
  return row && row.at + perMs;
}
