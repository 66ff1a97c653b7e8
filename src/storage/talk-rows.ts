import type { Sealer } from './data-keys.ts';
import type { ApiKey, Delivery, TranscriptItem } from './queries.ts';
import {
  fromDate,
  type MessageRow,
  type OutboundBody,
  type OutboundRow,
  toDate,
  type toOutbound,
} from './sealed-rows.ts';
import type { ConversationSet, StoredMessage } from './store.ts';

/** A column's value of a conversation. */
type Cell = string | number | null | Buffer;

/** The columns that what a commit sets in a conversation becomes; absent ones stay. */
export function columnsOf(set: ConversationSet, sealer: () => Sealer): Record<string, Cell> {
  const columns: Record<string, Cell> = {};
  if (set.mode !== undefined) columns['mode'] = set.mode;
  if (set.reason !== undefined) columns['reason'] = set.reason;
  if (set.review !== undefined) columns['review'] = Number(set.review);
  if (set.since !== undefined) columns['since'] = fromDate(set.since);
  if (set.takenBy !== undefined) columns['taken_by'] = set.takenBy;
  if (set.optedOut !== undefined) columns['opted_out'] = Number(set.optedOut);
  if (set.wakeAt !== undefined) columns['wake_at'] = fromDate(set.wakeAt);
  if (set.failures !== undefined) columns['failures'] = set.failures;
  const { state, name } = set;
  if (state !== undefined) columns['state_sealed'] = sealer().seal('state', state);
  if (name !== undefined) columns['name_sealed'] = name === null ? null : sealer().seal('name', name);
  return columns;
}

/** A citizen's message as a line of the talk. */
export function ofCitizen(row: MessageRow, message: StoredMessage, media: string[]): TranscriptItem {
  return {
    seq: row.seq,
    at: message.receivedAt,
    from: 'citizen',
    turn: row.turn,
    text: message.text ?? message.choice ?? '',
    choices: [],
    asks: 'none',
    caseNumber: null,
    media,
    ...(message.authenticity ? { authenticity: message.authenticity } : {}),
  };
}

/** A message of ours as a line of the talk. */
export function ofDesk(row: OutboundRow, outbound: ReturnType<typeof toOutbound>): TranscriptItem {
  return {
    seq: row.seq,
    at: new Date(row.created_at),
    from: outbound.from,
    turn: row.turn,
    text: outbound.part.text,
    choices: outbound.part.choices,
    asks: outbound.asks,
    caseNumber: outbound.caseNumber,
    media: outbound.part.file ? [outbound.part.file.id] : [],
    ...(outbound.part.file ? { file: outbound.part.file } : {}),
  };
}

/** The row of a message of ours as the deliveries of its case show it; `sealer`: null once its talk is erased. */
export function toDelivery(
  row: OutboundRow & { receipt: string | null },
  channel: string,
  sealer: Sealer | null,
): Delivery {
  const part = sealer?.open<OutboundBody>(`outbound.${row.seq}`, row.body_sealed)?.part;
  return {
    ...{ outboundId: row.id, channel, at: new Date(row.created_at), class: row.class as Delivery['class'] },
    text: part?.text ?? null,
    file: part?.file ?? null,
    ...{ state: row.state as Delivery['state'], receipt: row.receipt as Delivery['receipt'] },
    ...{ code: row.code, attempts: row.attempt, maybeDuplicate: row.maybe_duplicate === 1 },
  };
}

/** An API key's row. */
export interface KeyRow {
  id: string;
  name: string;
  role: string;
  agency: string | null;
  district: string | null;
  created_at: number;
  revoked_at: number | null;
}

/** An API key of its row. */
export function toKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    role: row.role as ApiKey['role'],
    agencyId: row.agency,
    districtCode: row.district,
    createdAt: new Date(row.created_at),
    revokedAt: toDate(row.revoked_at),
  };
}
