import type { InboundMessage } from '../../channels/channel.ts';
import type { Sealer } from '../data-keys.ts';
import { addressHash, messageHash, printOf, REPEAT_MS, sentHash } from '../hashes.ts';
import { messageBody, messageId } from '../sealed-rows.ts';
import type { Added, AddressKey } from '../store.ts';
import { one, type SqliteContext, sealerOf } from './context.ts';
import { conversationAt, moveTalk, noteOther } from './other-addresses.ts';

/** Inserts messages in order, each once for ever. Runs inside a group. */
export function addInbound(context: SqliteContext, messages: InboundMessage[], at: Date): Added[] {
  return messages.map(message => add(context, message, at.getTime()));
}

function add(context: SqliteContext, message: InboundMessage, at: number): Added {
  const keyHash = messageHash(context, message, message.providerId);
  const talk = talkOf(context, message);
  if (talk === null) return addFirst(context, message, keyHash, at);
  return insert(context, message, { ...talk, keyHash, at }) ?? again(findMessage(context, keyHash));
}

/** A conversation under another address of theirs moves here, unless there is one already. */
function talkOf(context: SqliteContext, message: InboundMessage): Talk | null {
  const { alsoKnownAs, name = null } = message;
  const talk = findTalk(context, message, name);
  if (alsoKnownAs === undefined) return talk;
  const other = { ...message, address: alsoKnownAs };
  if (talk === null) moveTalk(context, other, message);
  const found = talk ?? findTalk(context, message, name);
  if (found) noteOther(context, other, found.key);
  return found;
}

/** From an address not heard of before, though the message may be. */
function addFirst(
  context: SqliteContext,
  message: InboundMessage,
  keyHash: Buffer | null,
  at: number,
): Added {
  const found = findMessage(context, keyHash);
  if (found) return again(found);
  const talk = makeTalk(context, message, message.name ?? null, at);
  const { alsoKnownAs } = message;
  if (alsoKnownAs !== undefined) noteOther(context, { ...message, address: alsoKnownAs }, talk.key);
  return insert(context, message, { ...talk, keyHash, at }) ?? again(null);
}

function again(found: Found | null): Added {
  if (!found) throw new Error('a message that is neither new nor known');
  return { ...found, messageId: messageId(found.conversationId, found.seq), isNew: false };
}

interface Found {
  conversationId: string;
  seq: number;
}

function findMessage(context: SqliteContext, keyHash: Buffer | null): Found | null {
  if (keyHash === null) return null;
  const query = `select c.id as conversationId, m.seq from messages m
    join conversations c on c.key = m.conversation where m.key_hash = ?`;
  return one<Found>(context.sql(query), keyHash);
}

/** A conversation while something is written to it. */
interface Talk {
  id: string;
  key: number;
  sealer: Sealer;
  /** The last number given in it. */
  seq: number;
}

/** The conversation of an address, made if there is none. Runs inside a group. */
export function openConversation(
  context: SqliteContext,
  to: AddressKey,
  name: string | null,
  at: number,
): string {
  return (findTalk(context, to, name) ?? conversationAt(context, to) ?? makeTalk(context, to, name, at)).id;
}

function findTalk(context: SqliteContext, to: AddressKey, name: string | null): Talk | null {
  const query = `select c.id, c.key, c.name_sealed is null as nameless, n.seq from conversations c
    join counters n on n.conversation = c.key where c.address_hash = ?`;
  const row = one<Omit<Talk, 'sealer'> & { nameless: number }>(context.sql(query), addressHash(context, to));
  if (!row) return null;
  const { id, key, nameless, seq } = row;
  const sealer = sealerOf(context, id);
  if (name !== null && nameless === 1) {
    context.sql('update conversations set name_sealed = ? where key = ?').run(sealer.seal('name', name), key);
  }
  return { id, key, sealer, seq };
}

function makeTalk(context: SqliteContext, to: AddressKey, name: string | null, at: number): Talk {
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
      to.channel,
      to.account,
      addressHash(context, to),
      sealer.seal('address', to.address),
      name === null ? null : sealer.seal('name', name),
      sealer.seal('state', context.initialState()),
      at,
    );
  const key = Number(lastInsertRowid);
  context.sql('insert into counters (conversation, seq) values (?, 0)').run(key);
  return { id, key, sealer, seq: 0 };
}

interface Placed extends Talk {
  keyHash: Buffer | null;
  at: number;
}

/** Null when this very message is stored already. */
function insert(context: SqliteContext, message: InboundMessage, placed: Placed): Added | null {
  const { id, key, sealer, keyHash, at } = placed;
  const seq = placed.seq + 1;
  const print = keyHash === null ? printOf(context, message) : null;
  const repeat = print !== null && isRecent(context, print, at);
  const body = messageBody(message, quotedSeq(context, placed, message));
  const { changes } = context
    .sql(
      `insert into messages (conversation, seq, key_hash, print_hash, received_at, parked, possible_repeat, body_sealed)
       values (?, ?, ?, ?, ?, 0, ?, ?) on conflict (key_hash) do nothing`,
    )
    .run(key, seq, keyHash, print, at, Number(repeat), sealer.seal(`message.${seq}`, body));
  if (changes === 0) return null;
  if (message.route !== undefined) setRoute(context, placed, message.route);
  moveCounters(context, key, seq, at);
  return { conversationId: id, messageId: messageId(id, seq), seq, isNew: true };
}

/** A repeat, which may come late, tells no news of the way. */
function setRoute(context: SqliteContext, { key, sealer }: Talk, route: string): void {
  const found = one<{ route_sealed: Uint8Array | null }>(
    context.sql('select route_sealed from conversations where key = ?'),
    key,
  );
  if (sealer.open<string>('route', found?.route_sealed ?? null) === route) return;
  const update = context.sql('update conversations set route_sealed = ? where key = ?');
  update.run(sealer.seal('route', route), key);
}

function moveCounters(context: SqliteContext, key: number, seq: number, at: number): void {
  context
    .sql(
      `update counters set seq = ?1, last_inbound_at = ?2,
         waiting_from = coalesce(waiting_from, ?1), waiting_since = coalesce(waiting_since, ?2)
       where conversation = ?3`,
    )
    .run(seq, at, key);
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
    return Number.isSafeInteger(replyTo) && replyTo > 0 && replyTo <= seq ? replyTo : null;
  }
  const statement = context.sql(
    `select seq from outbound where provider_hash = ?1 and conversation = ?3
     union all select seq from messages where key_hash = ?2 and conversation = ?3 limit 1`,
  );
  const sent = sentHash(context, { channel, account, providerId: replyTo });
  return one<{ seq: number }>(statement, sent, messageHash(context, message, replyTo), key)?.seq ?? null;
}
