import type { Job } from '../../queue/queue.ts';
import { all, type SqliteContext } from './context.ts';

/** A turn nobody ran this long after its message arrived was forgotten. */
const FORGOTTEN_MS = 3_000;

/** What should have been done by now, oldest first of each sort. */
export function overdue(context: SqliteContext, now: number, limit: number): Job[] {
  const turns = ids(
    context,
    // A message from the future means the clock was set back: it waits for nothing.
    `select id from conversations where pending > 0 and (last_inbound_at <= ? or last_inbound_at > ?)
     limit ?`,
    now - FORGOTTEN_MS,
    now,
    limit,
  );
  const alarms = ids(
    context,
    'select id from conversations where wake_at <= ? order by wake_at limit ?',
    now,
    limit,
  );
  const sends = ids(
    context,
    `select distinct conversation_id as id from outbound
     where state in ('pending', 'sending', 'unknown') and due_at <= ? limit ?`,
    now,
    limit,
  );
  const clocks = ids(context, 'select id from cases where wake_at <= ? order by wake_at limit ?', now, limit);
  return [
    ...[...new Set([...turns, ...alarms])].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...sends.map((conversationId): Job => ({ name: 'deliver', conversationId })),
    ...clocks.map((caseId): Job => ({ name: 'clock', caseId })),
  ];
}

function ids(context: SqliteContext, query: string, ...values: number[]): string[] {
  return all<{ id: string }>(context.sql(query), ...values).map(({ id }) => id);
}
