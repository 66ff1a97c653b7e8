import type { Sealer } from '../data-keys.ts';
import { hashOf } from '../hashes.ts';
import { asHeard, isHeard, outweighs } from '../receipt-rules.ts';
import { type Addressee, type OutboundRow, toOutbound } from '../sealed-rows.ts';
import {
  type Claiming,
  isPaced,
  isUnwanted,
  leased,
  letsPass,
  paceWait,
  URGENT,
  waitOf,
} from '../send-rules.ts';
import type { Claim, Outcome, Rate } from '../store.ts';
import { one, type SqliteContext, type SqliteReads } from './context.ts';
import { wakeNotice } from './notices.ts';

interface OpenRow extends OutboundRow {
  key: number;
  due_at: number | null;
  receipt: string | null;
  receipt_attempt: number | null;
  /** 1: others wait behind it. */
  more: number;
}

interface TalkRow extends Omit<Addressee, 'address'> {
  key: number;
  opted_out: number;
  address_sealed: Uint8Array | null;
  route_sealed: Uint8Array | null;
}

/** Leases the unfinished outbound of a conversation whose turn it is to the caller. Runs inside a group. */
export function claim(
  context: SqliteContext,
  conversationId: string,
  { now, leaseMs, pace }: Claiming,
): Claim {
  const query = `select key, id, channel, account, opted_out, address_sealed, route_sealed from conversations
    where id = ?`;
  const talk = one<TalkRow>(context.sql(query), conversationId);
  const row = talk && firstOpen(context, talk, now);
  const sealer = row && context.keys.of(conversationId);
  if (!talk || !row || !sealer) return null;
  const wait = waitOf(row, now) ?? (pace && isPaced(row) ? waitOfTalk(context, talk.key, pace, now) : null);
  if (wait) return { wait };
  const outbound = toOutbound(lease(context, row, now, leaseMs), sealer, addressee(talk, sealer));
  return { outbound, more: row.more === 1 };
}

function waitOfTalk({ sql }: SqliteReads, key: number, pace: Rate, now: number): Date | null {
  const query = `select started_at from outbound where conversation = ? and started_at > ?
    order by started_at desc limit 1 offset ?`;
  const last = one<{ started_at: number }>(sql(query), key, now - pace.perMs, pace.most - 1);
  return paceWait(pace, last?.started_at ?? null, now);
}

function firstOpen(context: SqliteContext, { key, opted_out }: TalkRow, now: number): OpenRow | null {
  for (;;) {
    const row = nextOpen(context, key);
    if (!row) return null;
    if (isHeard(row) && !waitOf(row, now)) settleHeard(context, row);
    else if (isUnwanted(row, opted_out)) refuse(context, row);
    else return row;
  }
}

function refuse(context: SqliteContext, { key, id }: OpenRow): void {
  context.sql("update outbound set state = 'rejected', code = 'opted_out' where key = ?").run(key);
  wakeNotice(context, id);
}

type HeardRow = Pick<OpenRow, 'id' | 'receipt' | 'code'>;

function settleHeard(context: SqliteContext, row: HeardRow): void {
  const { state, code } = asHeard(row);
  const query = 'update outbound set state = ?, code = ?, due_at = null, accepts = accepts + 1 where id = ?';
  context.sql(query).run(state, code, row.id);
  if (state === 'rejected') wakeNotice(context, row.id);
}

const OPEN = `select o.*, exists (select 1 from outbound n indexed by outbound_open where n.conversation = ?1
    and n.state in ('pending', 'sending', 'unknown') and n.seq <> o.seq) as more
  from outbound o indexed by outbound_open
  where o.conversation = ?1 and o.state in ('pending', 'sending', 'unknown')`;
const EARLIEST = `${OPEN} order by o.seq limit 1`;
const EARLIEST_URGENT = `${OPEN} and o.class = '${URGENT}' order by o.seq limit 1`;

function nextOpen({ sql }: SqliteReads, key: number): OpenRow | null {
  const earliest = one<OpenRow>(sql(EARLIEST), key);
  const mayBePassed = earliest !== null && earliest.more === 1 && letsPass(earliest);
  return (mayBePassed ? one<OpenRow>(sql(EARLIEST_URGENT), key) : null) ?? earliest;
}

function addressee(row: TalkRow, sealer: Sealer): Addressee {
  const { id, channel, account } = row;
  const address = sealer.open<string>('address', row.address_sealed) ?? '';
  return { id, channel, account, address, route: sealer.open<string>('route', row.route_sealed) };
}

function lease(context: SqliteContext, row: OpenRow, now: number, leaseMs: number): OutboundRow {
  const taken = leased(row, now);
  const query =
    "update outbound set state = 'sending', attempt = ?, started_at = ?, due_at = ? where key = ?";
  context.sql(query).run(taken.attempt, taken.started_at, now + leaseMs, row.key);
  return taken;
}

/**
 * Writes down what a send came to; false when the attempt is no longer the present one, or when a second call is to be
 * made of what a receipt spoke of. One that a receipt spoke of before is what the receipt said.
 */
export function record(context: SqliteContext, id: string, attempt: number, outcome: Outcome): boolean {
  if (outcome.state === 'accepted') return accept(context, id, attempt, outcome);
  if (outcome.state === 'sending') return sendAgain(context, id, attempt, outcome);
  return postpone(context, id, attempt, outcome);
}

function sendAgain(
  context: SqliteContext,
  id: string,
  attempt: number,
  { startedAt, maybeDuplicate }: Extract<Outcome, { state: 'sending' }>,
): boolean {
  const { changes } = context
    .sql(
      `update outbound set started_at = ?, maybe_duplicate = max(maybe_duplicate, ?)
       where id = ? and attempt = ? and state = 'sending' and receipt_attempt is not attempt`,
    )
    .run(startedAt.getTime(), Number(maybeDuplicate), id, attempt);
  return changes === 1;
}

function accept(
  context: SqliteContext,
  id: string,
  attempt: number,
  { providerId, maybeDuplicate, code }: Extract<Outcome, { state: 'accepted' }>,
): boolean {
  const query = `update outbound set due_at = null, accepts = accepts + 1, maybe_duplicate = max(maybe_duplicate, ?1),
      provider_hash = coalesce(?2, provider_hash),
      state = case when receipt = 'failed' and receipt_attempt = attempt then 'rejected' else 'accepted' end,
      code = case when receipt = 'failed' and receipt_attempt = attempt then code else ?5 end,
      receipt = case when receipt_attempt is not attempt then 'accepted' else receipt end,
      receipt_attempt = attempt
    where id = ?3 and attempt = ?4 and state = 'sending' returning state`;
  const hash = providerHash(context, id, providerId);
  const maybe = Number(maybeDuplicate ?? false);
  const row = one<{ state: string }>(context.sql(query), maybe, hash, id, attempt, code ?? null);
  if (row?.state === 'rejected') wakeNotice(context, id);
  return row !== null;
}

const HEARD = `select id, state, attempt, code, receipt, receipt_attempt from outbound
  where id = ? and attempt = ? and state = 'sending'`;

function postpone(
  context: SqliteContext,
  id: string,
  attempt: number,
  outcome: Exclude<Outcome, { state: 'accepted' | 'sending' }>,
): boolean {
  const row = one<OpenRow>(context.sql(HEARD), id, attempt);
  if (row && isHeard(row) && outweighs(row, outcome.state)) {
    settleHeard(context, row);
    return true;
  }
  const retryAt = 'retryAt' in outcome ? outcome.retryAt.getTime() : null;
  const maybeDuplicate = 'maybeDuplicate' in outcome && outcome.maybeDuplicate === true;
  const { changes } = context
    .sql(
      `update outbound set due_at = ?1, maybe_duplicate = max(maybe_duplicate, ?2), code = ?3, state = ?4
       where id = ?5 and attempt = ?6 and state = 'sending'`,
    )
    .run(retryAt, Number(maybeDuplicate), outcome.code, outcome.state, id, attempt);
  if (changes === 1 && outcome.state === 'rejected') wakeNotice(context, id);
  return changes === 1;
}

/** Are there numbers for danger of a conversation that are not sent? */
export function isUrgent({ sql }: SqliteReads, conversationId: string): boolean {
  const query = `select 1 from conversations c join outbound o indexed by outbound_open on o.conversation = c.key
    where c.id = ? and o.state in ('pending', 'sending', 'unknown') and o.class = '${URGENT}' limit 1`;
  return one(sql(query), conversationId) !== null;
}

/** Is this platform id that of a message recorded as accepted? */
export function isSent(context: SqliteReads, channel: string, account: string, providerId: string): boolean {
  const hash = hashOf(context, 'sent', channel, account, providerId);
  return one(context.sql('select 1 from outbound where provider_hash = ?'), hash) !== null;
}

function providerHash(context: SqliteReads, outboundId: string, providerId: string | null): Buffer | null {
  if (providerId === null) return null;
  const query = `select c.channel, c.account from outbound o join conversations c on c.key = o.conversation
    where o.id = ?`;
  const row = one<{ channel: string; account: string }>(context.sql(query), outboundId);
  return row && hashOf(context, 'sent', row.channel, row.account, providerId);
}
