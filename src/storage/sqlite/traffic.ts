import type { Traffic } from '../queries.ts';
import { all, type SqliteReads } from './context.ts';

/** No more rows than these are looked through: nobody else is served meanwhile. */
const LOOKED_AT = 10_000;

const LAST_IN = `select c.channel, max(m.received_at) as at from messages m join conversations c on c.key = m.conversation
  where m.key > (select max(key) from messages) - ${LOOKED_AT} group by c.channel`;
const LAST_OUT = `select c.channel, max(coalesce(o.started_at, o.created_at)) as at from outbound o
  join conversations c on c.key = o.conversation
  where o.key > (select max(key) from outbound) - ${LOOKED_AT} and o.state = 'accepted' group by c.channel`;
const LAST_TRY = `select c.channel, max(o.started_at), case o.state when 'accepted' then null else o.code end as code
  from outbound o join conversations c on c.key = o.conversation
  where o.key > (select max(key) from outbound) - ${LOOKED_AT} and o.started_at is not null and o.state <> 'sending'
  group by c.channel`;
const WAITING = `select c.channel, count(*) as n from
    (select conversation from outbound indexed by outbound_open where state in ('pending', 'sending', 'unknown') limit ${LOOKED_AT}) o
  join conversations c on c.key = o.conversation group by c.channel`;

/** What passed over each channel of late. */
export function traffic({ sql }: SqliteReads): Traffic[] {
  const found = new Map<string, Traffic>();
  const of = (channel: string): Traffic => {
    const known = found.get(channel) ?? { channel, lastIn: null, lastOut: null, waiting: 0, code: null };
    found.set(channel, known);
    return known;
  };
  for (const { channel, at } of all<{ channel: string; at: number }>(sql(LAST_IN)))
    of(channel).lastIn = new Date(at);
  for (const { channel, at } of all<{ channel: string; at: number }>(sql(LAST_OUT)))
    of(channel).lastOut = new Date(at);
  for (const { channel, n } of all<{ channel: string; n: number }>(sql(WAITING))) of(channel).waiting = n;
  for (const { channel, code } of all<{ channel: string; code: string | null }>(sql(LAST_TRY)))
    of(channel).code = code;
  return [...found.values()];
}
