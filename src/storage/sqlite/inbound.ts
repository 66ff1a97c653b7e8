import type { InboundMessage } from '../../channels/channel.ts';
import { messageBody } from '../sealed-rows.ts';
import type { Added, AddressKey } from '../store.ts';
import { one, type SqliteContext, sealerOf } from './context.ts';

/** How long an equal message without an id of its own counts as a possible repeat. */
const REPEAT_MS = 10 * 60_000;

/** Inserts messages in order, each once for ever. Runs inside a group. */
export function addInbound(context: SqliteContext, messages: InboundMessage[], at: Date): Added[] {
  return messages.map(message => add(context, message, at.getTime()));
}

function add(context: SqliteContext, message: InboundMessage, at: number): Added {
  const messageId = context.newId();
  const keyHash = hashOf(context, message, messageId);
  const found = one<Found>(
    context.sql(
      'select conversation_id as conversationId, id as messageId, seq from messages where key_hash = ?',
    ),
    keyHash,
  );
  if (found) return { ...found, isNew: false };
  const conversationId = openConversation(context, message, message.name ?? null, at);
  const seq = nextSeq(context, conversationId, at);
  insert(context, message, { conversationId, messageId, seq, keyHash, at });
  return { conversationId, messageId, seq, isNew: true };
}

interface Found {
  conversationId: string;
  messageId: string;
  seq: number;
}

function hashOf({ vault }: SqliteContext, message: InboundMessage, messageId: string): string {
  const { channel, account, providerId } = message;
  return providerId === null
    ? vault.hash('message-without-id', messageId)
    : vault.hash('message', channel, account, providerId);
}

/** The conversation of an address, made if there is none. Runs inside a group. */
export function openConversation(
  context: SqliteContext,
  { channel, account, address }: AddressKey,
  name: string | null,
  at: number,
): string {
  const addressHash = context.vault.hash('address', channel, account, address);
  const found = one<{ id: string }>(
    context.sql('select id from conversations where address_hash = ?'),
    addressHash,
  );
  if (found) return found.id;
  const id = context.newId();
  const sealer = context.keys.make(id);
  context
    .sql(
      `insert into conversations (id, channel, account, address_hash, address_sealed, name_sealed, state_sealed,
         version, turns, seq, pending, mode, review, opted_out, failures, created_at)
       values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 'bot', 0, 0, 0, ?)`,
    )
    .run(
      id,
      channel,
      account,
      addressHash,
      sealer.seal('address', address),
      name === null ? null : sealer.seal('name', name),
      sealer.seal('state', context.initialState()),
      at,
    );
  return id;
}

function nextSeq(context: SqliteContext, conversationId: string, at: number): number {
  const { seq } = one<{ seq: number }>(
    context.sql(
      'update conversations set seq = seq + 1, pending = pending + 1, last_inbound_at = ? where id = ? returning seq',
    ),
    at,
    conversationId,
  ) as { seq: number };
  return seq;
}

interface Placed extends Found {
  keyHash: string;
  at: number;
}

function insert(context: SqliteContext, message: InboundMessage, placed: Placed): void {
  const { conversationId, messageId, seq, keyHash, at } = placed;
  const sealer = sealerOf(context, conversationId);
  const print = message.providerId === null ? printOf(context, message) : null;
  const repeat = print !== null && isRecent(context, print, at);
  context
    .sql(
      `insert into messages (conversation_id, seq, id, key_hash, print_hash, received_at, parked, possible_repeat,
         body_sealed) values (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    )
    .run(
      conversationId,
      seq,
      messageId,
      keyHash,
      print,
      at,
      Number(repeat),
      sealer.seal(`message.${seq}`, messageBody(message, quotedSeq(context, conversationId, message))),
    );
}

function printOf({ vault }: SqliteContext, message: InboundMessage): string {
  const { channel, account, address, text = '', sentAt } = message;
  return vault.hash('print', channel, account, address, text, String(sentAt?.getTime() ?? ''));
}

function isRecent(context: SqliteContext, print: string, at: number): boolean {
  const statement = context.sql('select 1 from messages where print_hash = ? and received_at > ? limit 1');
  return statement.get(print, at - REPEAT_MS) !== undefined;
}

function quotedSeq(context: SqliteContext, conversationId: string, message: InboundMessage): number | null {
  const { replyTo, channel, account } = message;
  if (typeof replyTo !== 'string') return replyTo ?? null;
  const hash = context.vault.hash('sent', channel, account, replyTo);
  const query = 'select seq from outbound where provider_hash = ? and conversation_id = ?';
  return one<{ seq: number }>(context.sql(query), hash, conversationId)?.seq ?? null;
}
