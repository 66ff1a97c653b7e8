import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, SET_BACK_MS } from '../send-rules.ts';
import { EVERYTHING, type Share } from '../share.ts';
import { all, type SqliteReads, type Value } from './context.ts';

const CLOCKS = 'select id from cases where wake_at <= ? order by wake_at limit ?';
const NOTICES = 'select id from notices where wake_at <= ? order by wake_at limit ?';

/** What should have been done by now. */
export function overdue(context: SqliteReads, now: number, limit: number, share: Share = EVERYTHING): Job[] {
  const { turns, alarms, sends } = talkSearches(share);
  const channels = JSON.stringify('only' in share ? share.only : share.allBut);
  const found = [
    ...ids(context, turns, now - FORGOTTEN_MS, now, channels, limit),
    ...ids(context, alarms, now, channels, limit),
  ];
  const unsent = ids(context, sends, now, now + SET_BACK_MS, channels, limit);
  return [
    ...[...new Set(found)].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...unsent.map((conversationId): Job => ({ name: 'deliver', conversationId })),
    ...('only' in share ? [] : ofNoChannel(context, now, limit)),
  ];
}

/** How the talks of a share are found. The last but one value of each is the share's channels, as JSON. */
export function talkSearches(share: Share): Record<'turns' | 'alarms' | 'sends', string> {
  const ours = `${'only' in share ? 'in' : 'not in'} (select value from json_each(?))`;
  return {
    // A message from the future means the clock was set back: it waits for nothing.
    turns: `select c.id from counters n join conversations c on c.key = n.conversation
      where n.waiting_since is not null and (n.waiting_since <= ? or n.waiting_since > ?) and c.channel ${ours}
      order by n.waiting_since limit ?`,
    alarms: `select id from conversations where wake_at <= ? and channel ${ours} order by wake_at limit ?`,
    sends: `select c.id from
        (select distinct conversation from outbound indexed by outbound_open
         where state in ('pending', 'sending', 'unknown') and (due_at <= ? or started_at > ?)
           and (select channel from conversations where key = conversation) ${ours} limit ?) o
      join conversations c on c.key = o.conversation`,
  };
}

function ofNoChannel(context: SqliteReads, now: number, limit: number): Job[] {
  return [
    ...ids(context, CLOCKS, now, limit).map((caseId): Job => ({ name: 'clock', caseId })),
    ...ids(context, NOTICES, now, limit).map((noticeId): Job => ({ name: 'notice', noticeId })),
  ];
}

function ids(context: SqliteReads, query: string, ...values: Value[]): string[] {
  return all<{ id: string }>(context.sql(query), ...values).map(({ id }) => id);
}
