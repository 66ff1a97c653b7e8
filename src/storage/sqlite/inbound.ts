import type { InboundMessage } from '../../channels/channel.ts';
import type { Sealer } from '../data-keys.ts';
import { messageBody, messageId } from '../sealed-rows.ts';
import type { Added, AddressKey } from '../store.ts';
import { hashOf, one, type SqliteContext, sealerOf } from './context.ts';

/** How long an equal message without an id of its own counts as a possible repeat. */
const REPEAT_MS = 10 * 60_000;

/** Inserts messages in order, each once for ever. Runs inside a group. */
export function addInbound(context: SqliteContext, messages: InboundMessage[], at: Date): Added[] {
  return messages.map(message => add(context, message, at.getTime()));
}

function add(context: SqliteContext, message: InboundMessage, at: number): Added {
  const keyHash = messageHash(context, message, message.providerId);
  const found = keyHash && findMessage(context, keyHash);
  if (found) return { ...found, messageId: messageId(found.conversationId, found.seq), isNew: false };
  const talk = openTalk(context, message, message.name ?? null, at);
  const seq = nextSeq(context, talk.key, at);
  insert(context, message, { ...talk, seq, keyHash, at });
  return { conversationId: talk.id, messageId: messageId(talk.id, seq), seq, isNew: true };
}

function messageHash(context: SqliteContext, to: AddressKey, providerId: string | null): Buffer | null {
  return providerId === null ? null : hashOf(context, 'message', to.channel, to.account, providerId);
}

interface Found {
  conversationId: string;
  seq: number;
}

function findMessage(context: SqliteContext, keyHash: Buffer): Found | null {
  const query = `select c.id as conversationId, m.seq from messages m
    join conversations c on c.key = m.conversation where m.key_hash = ?`;
  return one<Found>(context.sql(query), keyHash);
}

/** A conversation while something is written to it. */
interface Talk {
  id: string;
  key: number;
  sealer: Sealer;
}

/** The conversation of an address, made if there is none. Runs inside a group. */
export function openConversation(
  context: SqliteContext,
  to: AddressKey,
  name: string | null,
  at: number,
): string {
  return openTalk(context, to, name, at).id;
}

function openTalk(context: SqliteContext, to: AddressKey, name: string | null, at: number): Talk {
  const addressHash = hashOf(context, 'address', to.channel, to.account, to.address);
  const query = 'select id, key, name_sealed is null as nameless from conversations where address_hash = ?';
  const found = one<{ id: string; key: number; nameless: number }>(context.sql(query), addressHash);
  if (!found) return makeTalk(context, to, addressHash, name, at);
  const { id, key, nameless } = found;
  const sealer = sealerOf(context, id);
  if (name !== null && nameless === 1) {
    context.sql('update conversations set name_sealed = ? where key = ?').run(sealer.seal('name', name), key);
  }
  return { id, key, sealer };
}

function makeTalk(
  context: SqliteContext,
  { channel, account, address }: AddressKey,
  addressHash: Buffer,
  name: string | null,
  at: number,
): Talk {
  const id = context.newId();
  const sealer = context.keys.make(id);
  const { lastInsertRowid } = context
    .sql(
      `insert into conversations (id, channel, account, address_hash, address_sealed, name_sealed, state_sealed,
         version, turns, mode, review, opted_out, failures, created_at)
       values (?, ?, ?, ?, ?, ?, ?, 0, 0, 'bot', 0, 0, 0, ?)`,
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
  const key = Number(lastInsertRowid);
  context.sql('insert into counters (conversation, seq) values (?, 0)').run(key);
  return { id, key, sealer };
}

function nextSeq(context: SqliteContext, key: number, at: number): number {
  const statement = context.sql(
    `update counters set seq = seq + 1, last_inbound_at = ?1,
       waiting_from = coalesce(waiting_from, seq + 1), waiting_since = coalesce(waiting_since, ?1)
     where conversation = ?2 returning seq`,
  );
  const row = one<{ seq: number }>(statement, at, key);
  if (!row) throw new Error('a conversation without its counters');
  return row.seq;
}

interface Placed extends Talk {
  seq: number;
  keyHash: Buffer | null;
  at: number;
}

function insert(context: SqliteContext, message: InboundMessage, placed: Placed): void {
  const { key, sealer, seq, keyHash, at } = placed;
  const print = keyHash === null ? printOf(context, message) : null;
  const repeat = print !== null && isRecent(context, print, at);
  const body = messageBody(message, quotedSeq(context, placed, message));
  context
    .sql(
      `insert into messages (conversation, seq, key_hash, print_hash, received_at, parked, possible_repeat, body_sealed)
       values (?, ?, ?, ?, ?, 0, ?, ?)`,
    )
    .run(key, seq, keyHash, print, at, Number(repeat), sealer.seal(`message.${seq}`, body));
}

function printOf(context: SqliteContext, message: InboundMessage): Buffer {
  const { channel, account, address, text, choice, location, media, sentAt } = message;
  const said = JSON.stringify([text, choice, location, media]);
  return hashOf(context, 'print', channel, account, address, said, String(sentAt?.getTime() ?? ''));
}

function isRecent(context: SqliteContext, print: Buffer, at: number): boolean {
  const statement = context.sql('select 1 from messages where print_hash = ? and received_at > ? limit 1');
  return statement.get(print, at - REPEAT_MS) !== undefined;
}

/** The sequence number of what a message quotes, ours or their own; null when it is not of this conversation. */
function quotedSeq(context: SqliteContext, { key, seq }: Placed, message: InboundMessage): number | null {
  const { replyTo, channel, account } = message;
  if (replyTo === undefined) return null;
  if (typeof replyTo === 'number') {
    return Number.isSafeInteger(replyTo) && replyTo > 0 && replyTo < seq ? replyTo : null;
  }
  const statement = context.sql(
    `select seq from outbound where provider_hash = ?1 and conversation = ?3
     union all select seq from messages where key_hash = ?2 and conversation = ?3 limit 1`,
  );
  const sent = hashOf(context, 'sent', channel, account, replyTo);
  return one<{ seq: number }>(statement, sent, messageHash(context, message, replyTo), key)?.seq ?? null;
}
