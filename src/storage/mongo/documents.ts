import type { Attempt } from '../changes.ts';
import type { CaseRow, EventRow } from '../sealed-cases.ts';
import type { CorrectionRow } from '../sealed-corrections.ts';
import type { ConversationRow, MessageRow, OutboundRow } from '../sealed-rows.ts';
import type { Lease } from '../store.ts';
import type { KeyRow } from '../talk-rows.ts';

/**
 * Documents carry the columns of the embedded store under the same names, so that both open them with the same code. Times
 * are milliseconds since 1970 UTC, booleans 0 or 1, `_sealed` are blobs of the vault, `_hash` keyed hashes; what is absent is
 * null. An `_id` is the row's own id.
 */
type Keyed<Row, Id extends string = 'id'> = Omit<Row, Id> & { _id: string };

/** A conversation with its counters: `waiting_from` is the earliest message not consumed. */
export interface TalkDoc extends Keyed<ConversationRow> {
  address_hash: Buffer | null;
  route_sealed: Buffer | null;
  waiting_from: number | null;
  waiting_since: number | null;
  /** How many files were kept for it: a file and an erasure cannot both pass. */
  files: number;
  erased_at: number | null;
}

/** A citizen's message; `_id` is its message id, `files` those fetched for it. */
export interface MessageDoc extends MessageRow {
  _id: string;
  conversation_id: string;
  channel: string;
  key_hash: Buffer | null;
  print_hash: Buffer | null;
  parked: number;
  parked_at: number | null;
  parked_reason: string | null;
  dropped_at: number | null;
  dropped_by: string | null;
  dropped_reason: string | null;
  files: string[];
}

/** A word of a platform about an attempt. */
export interface ReceiptEntry {
  attempt: number;
  state: string;
  at: number;
}

/** A message of ours. `due_at` is null once nothing more is to be done for it, and only then. */
export interface OutboundDoc extends Keyed<OutboundRow> {
  conversation_id: string;
  channel: string;
  account: string;
  due_at: number | null;
  accepts: number;
  provider_hash: Buffer | null;
  receipt: string | null;
  receipt_attempt: number | null;
  /** The news it brings. */
  notice_id: string | null;
  receipts: ReceiptEntry[];
}

/** A case with the end of its history's chain. */
export interface CaseDoc extends Keyed<CaseRow> {
  history_count: number;
  history_head: string;
}

/** A step of a case's history. */
export interface EventDoc extends EventRow {
  _id: string;
  case_id: string;
}

/** A road looked at, as the ledger keeps it. */
export interface AttemptEntry extends Pick<Attempt, 'step' | 'road' | 'reason' | 'what' | 'code'> {
  at: number;
  conversation_id: string | null;
}

/** A piece of news, the n-th of its case, with the roads looked at in their order. */
export interface NoticeDoc {
  _id: string;
  case_id: string;
  n: number;
  kind: string;
  at: number;
  wake_at: number | null;
  body_sealed: Buffer;
  attempts: AttemptEntry[];
}

/** A file, its sealed bytes in `chunks` pieces. */
export interface MediaDoc {
  _id: string;
  conversation_id: string;
  media: string;
  type: string;
  bytes: number;
  chunks: number;
}

/** A piece of a sealed file. */
export interface ChunkDoc {
  _id: string;
  conversation_id: string;
  body: Buffer;
}

/** A code sent to an address (`conversation_id`) for who says in another talk that it is theirs. */
export interface ProofDoc {
  _id: string;
  conversation_id: string;
  other_id: string;
  code_hash: string | null;
  asked_at: number;
  until: number;
  misses: number;
}

/** Everything a database of this store holds, collection by collection. */
export interface Documents {
  meta: { _id: string; value: string };
  data_keys: { _id: string; wrapped: Buffer };
  conversations: TalkDoc;
  /** A second address of who has a conversation under another one; `_id`: its keyed hash, hex. */
  other_addresses: { _id: string; conversation_id: string };
  messages: MessageDoc;
  outbound: OutboundDoc;
  cases: CaseDoc;
  case_events: EventDoc;
  /** `_id`: the keyed hash of the caller's own id of a change, hex. */
  idempotency: { _id: string; case_id: string };
  corrections: Omit<CorrectionRow, 'key'> & { _id: number };
  /** The last number given to a correction. */
  sequences: { _id: string; last: number };
  notices: NoticeDoc;
  media: MediaDoc;
  media_chunks: ChunkDoc;
  proofs: ProofDoc;
  /** `_id`: the keyed hash of a budget's name, hex; `spent`: when its calls were, in the order they were asked for. */
  budgets: { _id: string; spent: number[]; last_at: number };
  bookmarks: { _id: string; value: string };
  leases: Lease & { _id: string };
  api_keys: Keyed<KeyRow> & { secret_hash: string };
}

/** A collection's name. */
export type CollectionName = keyof Documents;
