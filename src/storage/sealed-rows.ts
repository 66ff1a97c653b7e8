import type { Case, CaseEvent, Place, Reporter } from '../cases/case.ts';
import type { InboundMessage, Part } from '../channels/channel.ts';
import type { ConversationState } from '../dialogs/conversation.ts';
import type { Sealer } from './data-keys.ts';
import type { Conversation, Mode, NewOutbound, Outbound, OutboundState, StoredMessage } from './store.ts';

/** A conversation as it lies in the store: plain what work lists need, sealed what a citizen gave. */
export interface ConversationRow {
  key: number;
  id: string;
  channel: string;
  account: string;
  address_sealed: Uint8Array | null;
  name_sealed: Uint8Array | null;
  state_sealed: Uint8Array | null;
  version: number;
  turns: number;
  seq: number;
  mode: string;
  reason: string | null;
  review: number;
  since: number | null;
  taken_by: string | null;
  opted_out: number;
  wake_at: number | null;
  failures: number;
  created_at: number;
  last_inbound_at: number | null;
}

/** Opens a conversation's row. */
export function toConversation(row: ConversationRow, sealer: Sealer): Conversation {
  return {
    id: row.id,
    channel: row.channel,
    account: row.account,
    address: sealer.open<string>('address', row.address_sealed) ?? '',
    name: sealer.open<string>('name', row.name_sealed),
    version: row.version,
    turns: row.turns,
    seq: row.seq,
    mode: row.mode as Mode,
    reason: row.reason,
    review: row.review === 1,
    since: toDate(row.since),
    takenBy: row.taken_by,
    optedOut: row.opted_out === 1,
    wakeAt: toDate(row.wake_at),
    failures: row.failures,
    state: sealer.open<ConversationState>('state', row.state_sealed) as ConversationState,
    createdAt: new Date(row.created_at),
    lastInboundAt: toDate(row.last_inbound_at),
  };
}

/** A stored message's row, the parts that are read back. */
export interface MessageRow {
  seq: number;
  received_at: number;
  turn: number | null;
  possible_repeat: number;
  body_sealed: Uint8Array;
}

type MessageBody = Pick<
  StoredMessage,
  'text' | 'choice' | 'location' | 'media' | 'replyTo' | 'signal' | 'signalAnswered'
>;

/** The sealed part of a message. */
export function messageBody(message: InboundMessage, replyTo: number | null): MessageBody {
  return {
    text: message.text ?? null,
    choice: message.choice ?? null,
    location: message.location ?? null,
    media: message.media ?? [],
    replyTo,
    signal: message.signal ?? null,
    signalAnswered: message.signalAnswered ?? false,
  };
}

/** A message's id: its place in its conversation. */
export function messageId(conversationId: string, seq: number): string {
  return `${conversationId}.${seq}`;
}

/** Opens a message's row. */
export function toMessage(row: MessageRow, sealer: Sealer, conversationId: string): StoredMessage {
  const body = sealer.open<MessageBody>(`message.${row.seq}`, row.body_sealed) as MessageBody;
  return {
    ...body,
    id: messageId(conversationId, row.seq),
    seq: row.seq,
    receivedAt: new Date(row.received_at),
    possibleRepeat: row.possible_repeat === 1,
  };
}

/** An outbound's row. */
export interface OutboundRow {
  key: number;
  seq: number;
  id: string;
  turn: number | null;
  author: string;
  class: string;
  asks: string;
  case_id: string | null;
  created_at: number;
  state: string;
  attempt: number;
  started_at: number | null;
  maybe_duplicate: number;
  body_sealed: Uint8Array;
}

/** The sealed part of an outbound: the words, and the case they are about. */
export interface OutboundBody {
  part: Part;
  caseNumber: string | null;
}

/** The sealed part of an outbound. */
export function outboundBody({ part, caseNumber }: NewOutbound): OutboundBody {
  return { part, caseNumber };
}

/** Where an outbound goes. */
export type Addressee = Pick<Conversation, 'id' | 'channel' | 'account' | 'address'>;

/** Opens an outbound's row; the address comes from its conversation. */
export function toOutbound(row: OutboundRow, sealer: Sealer, to: Addressee): Outbound {
  const body = sealer.open<OutboundBody>(`outbound.${row.seq}`, row.body_sealed) as OutboundBody;
  return {
    id: row.id,
    conversationId: to.id,
    turn: row.turn,
    from: row.author as Outbound['from'],
    part: body.part,
    asks: row.asks as Outbound['asks'],
    class: row.class as Outbound['class'],
    caseId: row.case_id,
    caseNumber: body.caseNumber,
    seq: row.seq,
    state: row.state as OutboundState,
    attempt: row.attempt,
    startedAt: toDate(row.started_at),
    createdAt: new Date(row.created_at),
    maybeDuplicate: row.maybe_duplicate === 1,
    channel: to.channel,
    account: to.account,
    address: to.address,
  };
}

/** A case's row: plain what statistics and work lists need. */
export interface CaseRow {
  id: string;
  number: string;
  version: number;
  kind: string;
  status: string;
  privacy: string;
  service: string | null;
  agency: string | null;
  holder_district: string | null;
  district: string | null;
  corregimiento: string | null;
  conversation_id: string | null;
  opening_conversation: string | null;
  opening_turn: number | null;
  opening_index: number | null;
  opened_at: number;
  due_at: number;
  wake_at: number | null;
  rating: number | null;
  confirmed: number | null;
  body_sealed: Uint8Array;
  reporter_sealed: Uint8Array | null;
}

/** The rest of a case, sealed as one value. */
interface CaseBody {
  reasons: string[];
  place: Place | null;
  description: string[];
  question: string | null;
  ratingCause: string | null;
  reopened: number;
  incident: string | null;
  attachments: Case['attachments'];
  pinHash: string | null;
  holderSince: number | null;
  holderDueAt: number | null;
  pausedAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
}

/** A case as columns. The corregimiento stays sealed for a denuncia and for anything but normal privacy. */
export function toCaseRow(c: Case, sealer: Sealer): CaseRow {
  const code = c.place?.code ?? null;
  const open = c.kind !== 'denuncia' && c.privacy === 'normal';
  return {
    id: c.id,
    number: c.number,
    version: c.version,
    kind: c.kind,
    status: c.status,
    privacy: c.privacy,
    service: c.serviceId,
    agency: c.holder?.agencyId ?? null,
    holder_district: c.holder?.districtCode ?? null,
    district: code && code.length >= 4 ? code.slice(0, 4) : null,
    corregimiento: open && code?.length === 6 ? code : null,
    conversation_id: c.conversationId,
    opening_conversation: c.opening?.conversationId ?? null,
    opening_turn: c.opening?.turn ?? null,
    opening_index: c.opening?.index ?? null,
    opened_at: c.openedAt.getTime(),
    due_at: c.dueAt.getTime(),
    wake_at: fromDate(c.wakeAt),
    rating: c.rating,
    confirmed: c.confirmed === null ? null : Number(c.confirmed),
    body_sealed: sealer.seal('case', caseBody(c)),
    reporter_sealed: c.reporter === null ? null : sealer.seal('reporter', c.reporter),
  };
}

function caseBody(c: Case): CaseBody {
  return {
    reasons: c.reasons,
    place: c.place,
    description: c.description,
    question: c.question,
    ratingCause: c.ratingCause,
    reopened: c.reopened,
    incident: c.incident,
    attachments: c.attachments,
    pinHash: c.pinHash,
    holderSince: fromDate(c.holderSince),
    holderDueAt: fromDate(c.holderDueAt),
    pausedAt: fromDate(c.pausedAt),
    resolvedAt: fromDate(c.resolvedAt),
    closedAt: fromDate(c.closedAt),
  };
}

/** Opens a case's row. */
export function toCase(row: CaseRow, sealer: Sealer): Case {
  const body = sealer.open<CaseBody>('case', row.body_sealed) as CaseBody;
  return {
    ...body,
    id: row.id,
    number: row.number,
    version: row.version,
    kind: row.kind as Case['kind'],
    status: row.status as Case['status'],
    privacy: row.privacy as Case['privacy'],
    serviceId: row.service,
    holder: row.agency === null ? null : { agencyId: row.agency, districtCode: row.holder_district },
    reporter: sealer.open<Reporter>('reporter', row.reporter_sealed),
    conversationId: row.conversation_id,
    opening: openingOf(row),
    openedAt: new Date(row.opened_at),
    dueAt: new Date(row.due_at),
    holderSince: toDate(body.holderSince),
    holderDueAt: toDate(body.holderDueAt),
    pausedAt: toDate(body.pausedAt),
    resolvedAt: toDate(body.resolvedAt),
    closedAt: toDate(body.closedAt),
    rating: row.rating,
    confirmed: row.confirmed === null ? null : row.confirmed === 1,
    wakeAt: toDate(row.wake_at),
  };
}

function openingOf(row: CaseRow): Case['opening'] {
  const { opening_conversation: conversationId, opening_turn: turn, opening_index: index } = row;
  return conversationId === null || turn === null || index === null ? null : { conversationId, turn, index };
}

/** The sealed part of a step in a case's history. */
export function eventBody({ from, to, by, note }: CaseEvent): Omit<CaseEvent, 'at' | 'what'> {
  return { from, to, by, note };
}

/** A step of a case's history as a row. */
export interface EventRow {
  n: number;
  at: number;
  what: string;
  body_sealed: Uint8Array;
  mac: string;
}

/** Opens a step of a case's history. */
export function toEvent(row: EventRow, sealer: Sealer): CaseEvent {
  const body = sealer.open<Omit<CaseEvent, 'at' | 'what'>>(`event.${row.n}`, row.body_sealed);
  return { ...(body as CaseEvent), at: new Date(row.at), what: row.what as CaseEvent['what'] };
}

/** Milliseconds since 1970 as a time. */
export function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

/** A time as milliseconds since 1970. */
export function fromDate(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}
