import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, SET_BACK_MS } from '../send-rules.ts';
import { all, type SqliteReads } from './context.ts';

// A message from the future means the clock was set back: it waits for nothing.
const TURNS = `select c.id from counters n join conversations c on c.key = n.conversation
  where n.waiting_since is not null and (n.waiting_since <= ? or n.waiting_since > ?)
  order by n.waiting_since limit ?`;
const ALARMS = 'select id from conversations where wake_at <= ? order by wake_at limit ?';
const SENDS = `select c.id from
    (select distinct conversation from outbound indexed by outbound_open
     where state in ('pending', 'sending', 'unknown') and (due_at <= ? or started_at > ?) limit ?) o
  join conversations c on c.key = o.conversation`;
const CLOCKS = 'select id from cases where wake_at <= ? order by wake_at limit ?';

const NOTICES = 'select id from notices where wake_at <= ? order by wake_at limit ?';

/** What should have been done by now. */
export function overdue(context: SqliteReads, now: number, limit: number): Job[] {
  const turns = ids(context, TURNS, now - FORGOTTEN_MS, now, limit);
  const alarms = ids(context, ALARMS, now, limit);
  const sends = ids(context, SENDS, now, now + SET_BACK_MS, limit);
  const clocks = ids(context, CLOCKS, now, limit);
  const notices = ids(context, NOTICES, now, limit);
  return [
    ...[...new Set([...turns, ...alarms])].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...sends.map((conversationId): Job => ({ name: 'deliver', conversationId })),
    ...clocks.map((caseId): Job => ({ name: 'clock', caseId })),
    ...notices.map((noticeId): Job => ({ name: 'notice', noticeId })),
  ];
}

function ids(context: SqliteReads, query: string, ...values: number[]): string[] {
  return all<{ id: string }>(context.sql(query), ...values).map(({ id }) => id);
}
