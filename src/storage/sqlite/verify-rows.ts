import { hashOf } from '../hashes.ts';
import { URGENT } from '../send-rules.ts';
import { one, type SqliteReads } from './context.ts';
import type { Tally } from './tally.ts';

/** Counts all, and lists the ids of what is broken. */
interface RowCheck {
  invariant: string;
  all: string;
  broken: string;
}

/** A message or an outbound as an example: its conversation and its number there. */
const AT = (row: string): string => `coalesce(c.id, '?' || ${row}.conversation) || '.' || ${row}.seq`;

const CHECKS: RowCheck[] = [
  {
    invariant: 'each provider id has one row',
    all: 'select count(*) as n from messages where key_hash is not null',
    broken: `select ${AT('m')} as id from messages m left join conversations c on c.key = m.conversation
      where m.key_hash in (select key_hash from messages where key_hash is not null group by key_hash having count(*) > 1)`,
  },
  {
    invariant: 'sequences have no gaps and no doubles',
    all: 'select count(*) as n from conversations',
    broken: `select c.id from conversations c left join counters n on n.conversation = c.key where
      (select count(*) from messages m where m.conversation = c.key)
        + (select count(*) from outbound o where o.conversation = c.key) is not n.seq
      or (select max(seq) from messages m where m.conversation = c.key) > n.seq
      or (select max(seq) from outbound o where o.conversation = c.key) > n.seq
      or (select min(seq) from messages m where m.conversation = c.key) < 1
      or (select min(seq) from outbound o where o.conversation = c.key) < 1
      or exists (select 1 from messages m join outbound o on o.conversation = m.conversation and o.seq = m.seq
        where m.conversation = c.key)`,
  },
  {
    invariant: 'each consumed message belongs to a turn that was taken',
    all: 'select count(*) as n from messages where turn is not null',
    broken: `select ${AT('m')} as id from messages m left join conversations c on c.key = m.conversation
      where m.turn is not null and (m.turn < 0 or m.turn > coalesce(c.turns, -1))`,
  },
  {
    invariant: 'each waiting message is on the work list',
    all: 'select count(*) as n from messages where turn is null',
    broken: `select c.id from conversations c join counters n on n.conversation = c.key where c.erased_at is null
      and ((select min(seq) from messages m where m.conversation = c.key and m.turn is null) is not n.waiting_from
        or (n.waiting_from is null) <> (n.waiting_since is null))`,
  },
  {
    invariant: 'each message put aside was consumed and says why, and by whom it was seen to',
    all: 'select count(*) as n from messages where parked <> 0',
    broken: `select ${AT('m')} as id from messages m left join conversations c on c.key = m.conversation
      where (m.parked <> 0 and (m.turn is null or m.parked_at is null or m.parked_reason is null))
        or (m.parked = 2) <> (m.dropped_at is not null and m.dropped_by is not null and m.dropped_reason is not null)`,
  },
  {
    invariant: 'each reply answers a turn that was taken',
    all: 'select count(*) as n from outbound where turn is not null',
    broken: `select o.id from outbound o left join conversations c on c.key = o.conversation
      where o.turn is not null and (o.turn < 1 or o.turn > coalesce(c.turns, 0))`,
  },
  {
    invariant: 'each outbound is accepted at most once, or flagged',
    all: 'select count(*) as n from outbound',
    broken: `select id from outbound where (accepts > 1 and maybe_duplicate = 0)
      or (state = 'accepted' and accepts < 1)`,
  },
  {
    // One that was accepted and failed later waits again, and those behind it have gone.
    invariant: 'no message goes before an earlier one of its talk that waits, but numbers for danger',
    all: 'select count(*) as n from outbound',
    broken: `select later.id from outbound earlier indexed by outbound_open
      join outbound later on later.conversation = earlier.conversation and later.seq > earlier.seq
      where earlier.state in ('pending', 'sending', 'unknown') and earlier.receipt is null
        and later.attempt > 0 and later.state in ('sending', 'unknown', 'accepted')
        and (later.class <> '${URGENT}' or earlier.class = '${URGENT}')`,
  },
  {
    invariant: 'no news takes a second road unless the first is known to have failed',
    all: 'select count(*) as n from notices',
    broken: `select n.id from notices n join attempts a on a.notice = n.key and a.what = 'taken'
      join attempts later on later.notice = n.key and later.what = 'taken' and later.n > a.n
      left join outbound o on o.key =
        (select max(p.key) from outbound p where p.notice = n.key and p.conversation = a.conversation)
      where o.key is null or o.state <> 'rejected' or o.maybe_duplicate = 1 or o.code = 'unknown_outcome'`,
  },
  {
    invariant: 'each turn and draft opened at most one case',
    all: 'select count(*) as n from cases where opening_conversation is not null',
    broken: `select k.id from cases k left join conversations c on c.id = k.opening_conversation
      where k.opening_conversation is not null and (c.id is null or k.opening_turn > c.turns or exists (
        select 1 from cases o where o.opening_conversation = k.opening_conversation and o.key <> k.key
          and o.opening_turn = k.opening_turn and o.opening_index = k.opening_index))`,
  },
  {
    invariant: 'each case number is given once',
    all: 'select count(*) as n from cases',
    broken:
      'select id from cases where number in (select number from cases group by number having count(*) > 1)',
  },
  {
    invariant: 'no row is an orphan',
    all: `select (select count(*) from messages) + (select count(*) from outbound) + (select count(*) from receipts)
      + (select count(*) from case_events) + (select count(*) from media) + (select count(*) from counters)
      + (select count(*) from message_media) + (select count(*) from corrections) + (select count(*) from data_keys) + (select count(*) from idempotency) as n`,
    broken: `
      select 'message ' || key as id from messages where conversation not in (select key from conversations)
      union all select 'outbound ' || id from outbound where conversation not in (select key from conversations)
        or (case_id is not null and case_id not in (select id from cases))
      union all select 'receipt ' || key from receipts where outbound not in (select key from outbound)
      union all select 'event ' || key from case_events where case_key not in (select key from cases)
      union all select 'file ' || id from media
        where conversation not in (select key from conversations where erased_at is null)
      union all select 'file of a message ' || l.key from message_media l
        left join media m on m.conversation = l.conversation and m.id = l.media
        left join messages s on s.conversation = l.conversation and s.seq = l.seq
        where m.key is null or s.key is null
      union all select 'other address of ' || conversation from other_addresses
        where conversation not in (select key from conversations)
      union all select 'correction ' || case_id || '.' || n from corrections
        where case_id not in (select id from cases)
      union all select 'proof for ' || conversation from proofs
        where conversation not in (select key from conversations) or other not in (select key from conversations)
      union all select 'news ' || id from notices where case_id not in (select id from cases)
      union all select 'attempt ' || key from attempts where notice not in (select key from notices)
      union all select 'words of news ' || id from outbound where notice is not null
        and notice not in (select key from notices)
      union all select 'counter ' || conversation from counters
        where conversation not in (select key from conversations)
      union all select 'key of ' || owner from data_keys where owner <> 'installation'
        and owner not in (select id from conversations where erased_at is null) and owner not in (select id from cases)
      union all select 'idempotency of ' || case_id from idempotency where case_id not in (select id from cases)
      union all select 'case ' || id from cases where id not in (select owner from data_keys)
        or (conversation_id is not null and conversation_id not in (select id from conversations))
      union all select 'conversation ' || id from conversations
        where erased_at is null and id not in (select owner from data_keys)`,
  },
  {
    invariant: 'each correction is sealed to who wrote the words, and none comes from a case kept in reserve',
    all: 'select count(*) as n from corrections',
    broken: `select r.case_id || '.' || r.n as id from corrections r join cases k on k.id = r.case_id
      where k.privacy <> 'normal' or (r.owner <> k.id and r.owner not in (select id from conversations))
        or (k.conversation_id is not null and r.owner <> k.conversation_id)
        or (k.conversation_id is null and k.opening_conversation is not null and r.owner <> k.opening_conversation)
        or r.n > (select count(*) from corrections o where o.case_id = r.case_id)`,
  },
  {
    invariant: 'nothing is left of who was erased',
    all: 'select count(*) as n from conversations where erased_at is not null',
    broken: `select id from conversations where erased_at is not null and (address_hash is not null
      or address_sealed is not null or name_sealed is not null or state_sealed is not null
      or id in (select owner from data_keys) or id in (select conversation_id from cases) or key in (select conversation from other_addresses)
      or person is not null or key in (select conversation from proofs union select other from proofs))`,
  },
];

/** Checks what rows say of each other. */
export function checkRows(
  reads: SqliteReads,
  tally: Tally,
  acknowledged: Iterable<{ channel: string; account: string; providerId: string }>,
): void {
  const stored = reads.sql('select 1 from messages where key_hash = ?');
  tally.count('each acknowledged message is stored', 0);
  for (const { channel, account, providerId } of acknowledged) {
    const found = one(stored, hashOf(reads, 'message', channel, account, providerId)) !== null;
    tally.check('each acknowledged message is stored', 'one given by the caller', found);
  }
  for (const { invariant, all, broken } of CHECKS) {
    tally.count(invariant, one<{ n: number }>(reads.sql(all))?.n ?? 0);
    for (const row of reads.sql(broken).iterate()) tally.broken(invariant, String(row['id']));
  }
}
