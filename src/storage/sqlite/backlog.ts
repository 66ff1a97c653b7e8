import { type BacklogRow, MOST_COUNTED, toBacklog } from '../backlog.ts';
import type { Backlog } from '../queries.ts';
import { all, type SqliteReads } from './context.ts';

const COUNTS = `
  select c.channel, 'waiting' as what, count(*) as n, min(w.waiting_since) as at
    from (select conversation, waiting_since from counters where waiting_since is not null
      order by waiting_since limit ${MOST_COUNTED}) w
    join conversations c on c.key = w.conversation group by c.channel
  union all select c.channel, o.state, count(*), min(o.created_at)
    from (select conversation, state, created_at from outbound indexed by outbound_open
      where state in ('pending', 'sending', 'unknown') limit ${MOST_COUNTED}) o
    join conversations c on c.key = o.conversation group by c.channel, o.state
  union all select c.channel, 'parked', count(*), null
    from (select conversation from messages indexed by messages_parked where parked = 1 limit ${MOST_COUNTED}) m
    join conversations c on c.key = m.conversation group by c.channel`;

/** What is to be done on each channel. */
export function backlog({ sql }: SqliteReads): Backlog[] {
  return toBacklog(all<BacklogRow>(sql(COUNTS)));
}
