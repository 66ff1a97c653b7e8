import type { Job } from '../../queue/queue.ts';
import { FORGOTTEN_MS, isTalkDue, type Open, SET_BACK_MS } from '../send-rules.ts';
import { EVERYTHING, roomForEach, type Share } from '../share.ts';
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
  const perhaps = all<Sending>(context.sql(sends), now, now + SET_BACK_MS, channels);
  return [
    ...[...new Set(found)].map((conversationId): Job => ({ name: 'turn', conversationId })),
    ...unsent(context, perhaps, now, limit).map((id): Job => ({ name: 'deliver', conversationId: id })),
    ...('only' in share ? [] : ofNoChannel(context, now, limit)),
  ];
}

/** A talk that has something unfinished that waits for nothing itself. */
interface Sending {
  key: number;
  id: string;
  channel: string;
  opted_out: number;
}

const OPEN = `select state, class, attempt, started_at, due_at from outbound indexed by outbound_open
  where conversation = ? and state in ('pending', 'sending', 'unknown') order by seq`;

function unsent({ sql }: SqliteReads, perhaps: readonly Sending[], now: number, limit: number): string[] {
  const room = roomForEach(limit);
  const due = perhaps.filter(
    ({ key, channel, opted_out }) =>
      room.isLeft(channel) && isTalkDue(all<Open>(sql(OPEN), key), opted_out, now) && room.take(channel),
  );
  return due.map(({ id }) => id);
}

/**
 * How the talks of a share are found. The share's channels, as JSON, are the last value but the limit; of `sends`, which tells
 * of those that may be due, the last.
 */
export function talkSearches(share: Share): Record<'turns' | 'alarms' | 'sends', string> {
  const ours = `${'only' in share ? 'in' : 'not in'} (select value from json_each(?))`;
  return {
    // A message from the future means the clock was set back: it waits for nothing.
    turns: `select c.id from counters n join conversations c on c.key = n.conversation
      where n.waiting_since is not null and (n.waiting_since <= ? or n.waiting_since > ?) and c.channel ${ours}
      order by n.waiting_since limit ?`,
    alarms: `select id from conversations where wake_at <= ? and channel ${ours} order by wake_at limit ?`,
    sends: `select c.key, c.id, c.channel, c.opted_out from
        (select distinct conversation from outbound indexed by outbound_open
         where state in ('pending', 'sending', 'unknown') and (due_at <= ? or started_at > ?)) o
      cross join conversations c on c.key = o.conversation where c.channel ${ours}`,
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
