import type { Receipt, ReceiptState } from '../../channels/channel.ts';
import { type OutboundRow, toOutbound } from '../sealed-rows.ts';
import type { Claim, Outcome, ReceiptNews } from '../store.ts';
import { findConversation, one, type SqliteContext } from './context.ts';

interface OpenRow extends OutboundRow {
  due_at: number | null;
}

/** Leases the earliest unfinished outbound of a conversation to the caller. Runs inside a group. */
export function claim(context: SqliteContext, conversationId: string, now: number, leaseMs: number): Claim {
  const found = findConversation(context, conversationId);
  if (!found) return null;
  for (;;) {
    const row = one<OpenRow>(
      context.sql(
        `select * from outbound where conversation_id = ? and state in ('pending', 'sending', 'unknown')
         order by seq limit 1`,
      ),
      conversationId,
    );
    if (!row) return null;
    if (
      found.conversation.optedOut &&
      row.state === 'pending' &&
      !['optOut', 'emergency'].includes(row.class)
    ) {
      context.sql("update outbound set state = 'rejected', code = 'opted_out' where id = ?").run(row.id);
      continue;
    }
    if (row.due_at !== null && row.due_at > now) return { wait: new Date(row.due_at) };
    const outbound = toOutbound(lease(context, row, now, leaseMs), found.sealer, found.conversation);
    return { outbound };
  }
}

/** A row found `sending` belongs to a caller that is gone: its outcome is open. */
function lease(context: SqliteContext, row: OpenRow, now: number, leaseMs: number): OutboundRow {
  const open = row.state !== 'pending';
  const startedAt = open ? row.started_at : now;
  context
    .sql(
      "update outbound set state = 'sending', attempt = attempt + 1, started_at = ?, due_at = ? where id = ?",
    )
    .run(startedAt, now + leaseMs, row.id);
  return { ...row, state: open ? 'unknown' : 'sending', attempt: row.attempt + 1, started_at: startedAt };
}

/**
 * Writes down what a send came to; false when the attempt is no longer the present one. A send that failed after
 * its acceptance begins anew.
 */
export function record(context: SqliteContext, id: string, attempt: number, outcome: Outcome): boolean {
  const accepted = outcome.state === 'accepted';
  const retryAt = 'retryAt' in outcome ? outcome.retryAt.getTime() : null;
  const duplicate = 'maybeDuplicate' in outcome && outcome.maybeDuplicate === true;
  const { changes } = context
    .sql(
      `update outbound set state = ?, due_at = ?,
         accepts = case when state = 'rejected' then 0 else accepts + ? end, maybe_duplicate = max(maybe_duplicate, ?),
         provider_hash = coalesce(?, provider_hash), code = ?,
         receipt = case when ?7 and receipt_attempt is not attempt then 'accepted' else receipt end,
         receipt_attempt = case when ?7 then attempt else receipt_attempt end
       where id = ? and attempt = ? and (state = 'sending' or (state = 'rejected' and receipt = 'failed' and ?))`,
    )
    .run(
      outcome.state,
      retryAt,
      Number(accepted),
      Number(duplicate),
      accepted ? providerHash(context, id, outcome.providerId) : null,
      accepted ? null : outcome.code,
      Number(accepted),
      id,
      attempt,
      Number(outcome.state === 'pending'),
    );
  return changes === 1;
}

/** Is this platform id that of a message recorded as accepted? */
export function isSent(
  context: SqliteContext,
  channel: string,
  account: string,
  providerId: string,
): boolean {
  const hash = context.vault.hash('sent', channel, account, providerId);
  return one(context.sql('select 1 from outbound where provider_hash = ?'), hash) !== null;
}

function providerHash(context: SqliteContext, outboundId: string, providerId: string | null): string | null {
  if (providerId === null) return null;
  const row = one<{ channel: string; account: string }>(
    context.sql(
      'select channel, account from conversations where id = (select conversation_id from outbound where id = ?)',
    ),
    outboundId,
  );
  return row && context.vault.hash('sent', row.channel, row.account, providerId);
}

const RANK: Record<ReceiptState, number> = { accepted: 1, sent: 2, delivered: 3, read: 4, failed: 5 };

interface ReceiptRow {
  id: string;
  conversation_id: string;
  state: string;
  attempt: number;
  receipt: ReceiptState | null;
  receipt_attempt: number | null;
}

/** Applies receipts that tell something new. Runs inside a group. */
export function addReceipts(context: SqliteContext, receipts: Receipt[]): ReceiptNews[] {
  return receipts.flatMap(receipt => {
    const row = rowOf(context, receipt);
    if (!row || !isNews(row, receipt)) return [];
    apply(context, row, receipt);
    return [
      {
        conversationId: row.conversation_id,
        outboundId: row.id,
        state: receipt.state,
        code: receipt.code ?? null,
        retryable: receipt.retryable ?? false,
        attempt: row.attempt,
      },
    ];
  });
}

function rowOf(
  context: SqliteContext,
  { channel, account, providerId, outboundId }: Receipt,
): ReceiptRow | null {
  const columns = 'id, conversation_id, state, attempt, receipt, receipt_attempt';
  if (providerId !== undefined) {
    const hash = context.vault.hash('sent', channel, account, providerId);
    const query = `select ${columns} from outbound where provider_hash = ?`;
    const row = one<ReceiptRow>(context.sql(query), hash);
    if (row) return row;
  }
  if (outboundId === undefined) return null;
  return one<ReceiptRow>(context.sql(`select ${columns} from outbound where id = ?`), outboundId);
}

function isNews(row: ReceiptRow, { state }: Receipt): boolean {
  if (row.receipt === null || row.receipt_attempt !== row.attempt) return true;
  if (row.receipt === 'failed' || row.receipt === 'read') return false;
  // A delivered message cannot fail any more.
  if (state === 'failed') return RANK[row.receipt] < RANK.delivered;
  return RANK[state] > RANK[row.receipt];
}

function apply(context: SqliteContext, row: ReceiptRow, { state, code, at, ...receipt }: Receipt): void {
  // The platform speaks of it, so it has it: an unknown outcome is settled.
  const settled = row.state === 'unknown';
  const next =
    settled || row.state === 'accepted' ? (state === 'failed' ? 'rejected' : 'accepted') : row.state;
  const { channel, account, providerId } = receipt;
  const hash = providerId === undefined ? null : context.vault.hash('sent', channel, account, providerId);
  context
    .sql(
      `update outbound set receipt = ?, receipt_attempt = attempt, code = coalesce(?, code), state = ?,
         accepts = accepts + ?, provider_hash = coalesce(provider_hash, ?) where id = ?`,
    )
    .run(state, code ?? null, next, Number(settled), settled ? hash : null, row.id);
  context
    .sql(
      `insert into receipts (outbound_id, n, attempt, state, at)
       values (?, (select coalesce(max(n), 0) + 1 from receipts where outbound_id = ?), ?, ?, ?)`,
    )
    .run(row.id, row.id, row.attempt, state, at.getTime());
}
