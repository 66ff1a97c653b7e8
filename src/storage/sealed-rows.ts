import type { InboundMessage, Part } from '../channels/channel.ts';
import type { ConversationState } from '../dialogs/conversation.ts';
import type { Sealer } from './data-keys.ts';
import type { Conversation, Mode, NewOutbound, Outbound, OutboundState, StoredMessage } from './store.ts';

/** A conversation as it lies in the store: plain what work lists need, sealed what a citizen gave. */
export interface ConversationRow {
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
  person: string | null;
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
    person: row.person,
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
  | 'text'
  | 'choice'
  | 'location'
  | 'media'
  | 'replyTo'
  | 'signal'
  | 'signalAnswered'
  | 'elsewhere'
  | 'about'
  | 'authenticity'
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
    ...(message.elsewhere ? { elsewhere: message.elsewhere } : {}),
    ...(message.about ? { about: message.about } : {}),
    ...(message.authenticity ? { authenticity: message.authenticity } : {}),
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
  code: string | null;
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
export interface Addressee extends Pick<Conversation, 'id' | 'channel' | 'account' | 'address'> {
  route?: string | null;
}

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
    code: row.code,
    channel: to.channel,
    account: to.account,
    address: to.address,
    route: to.route ?? null,
  };
}

/** Milliseconds since 1970 as a time. */
export function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

/** A time as milliseconds since 1970. */
export function fromDate(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}
