import type { InboundMessage } from '../../channels/channel.ts';
import { addressHash, messageHash, printOf, REPEAT_MS, sentHash } from '../hashes.ts';
import { messageBody, messageId } from '../sealed-rows.ts';
import type { Added, AddressKey } from '../store.ts';
import {
  changeTalk,
  insert,
  type MongoReads,
  type MongoWrites,
  makeKey,
  sealerFor,
  within,
} from './context.ts';
import type { TalkDoc } from './documents.ts';
import { conversationAt, moveTalk, noteOther } from './other-addresses.ts';
import { together } from './together.ts';

/** Inserts messages in order, each once for ever. */
export async function addInbound(
  context: MongoWrites,
  messages: InboundMessage[],
  at: Date,
): Promise<Added[]> {
  const added: Added[] = [];
  for (const message of messages) added.push(await add(context, message, at.getTime()));
  return added;
}

/** That it is new is found out by storing it; only what collided then is looked for first. */
async function add(context: MongoWrites, message: InboundMessage, at: number): Promise<Added> {
  const keyHash = messageHash(context, message, message.providerId);
  const found = context.careful && keyHash ? await findMessage(context, keyHash) : null;
  if (found) return { ...found, isNew: false };
  const keep = async (inner: MongoWrites): Promise<Added> => {
    const talk = await talkOf(inner, message, at);
    return place(inner, message, talk, { keyHash, at });
  };
  // A second address is looked for among what was just written.
  return message.alsoKnownAs === undefined ? together(context, keep) : keep(context);
}

async function findMessage(context: MongoReads, keyHash: Buffer): Promise<Omit<Added, 'isNew'> | null> {
  const fields = { conversation_id: 1, seq: 1 } as const;
  const found = await context.db.messages.findOne({ key_hash: keyHash }, fields, within(context)).lean();
  return found && { conversationId: found.conversation_id, messageId: found._id, seq: found.seq };
}

/** What is read of a conversation to write to it. */
type Talk = Pick<
  TalkDoc,
  '_id' | 'channel' | 'account' | 'seq' | 'waiting_from' | 'waiting_since' | 'name_sealed' | 'route_sealed'
>;

/** A conversation under another address of theirs moves here, unless there is one already. */
async function talkOf(context: MongoWrites, message: InboundMessage, at: number): Promise<Talk> {
  const { alsoKnownAs, name = null } = message;
  const other = alsoKnownAs === undefined ? null : { ...message, address: alsoKnownAs };
  let talk = await talkAt(context, message);
  if (talk === null && other) {
    await moveTalk(context, other, message);
    talk = await talkAt(context, message);
  }
  talk ??= await makeTalk(context, message, name, at);
  if (other) await noteOther(context, other, talk._id);
  return talk;
}

async function talkAt(context: MongoReads, to: AddressKey): Promise<Talk | null> {
  const fields = {
    ...{ channel: 1, account: 1, seq: 1, waiting_from: 1, waiting_since: 1 },
    ...{ name_sealed: 1, route_sealed: 1 },
  } as const;
  const filter = { address_hash: addressHash(context, to) };
  return context.db.conversations.findOne(filter, fields, within(context)).lean<Talk>();
}

/** The conversation of an address, made if there is none. */
export async function openConversation(
  context: MongoWrites,
  to: AddressKey,
  name: string | null,
  at: number,
): Promise<string> {
  const talk = await talkAt(context, to);
  if (talk) {
    const set = name !== null && talk.name_sealed === null ? await nameOf(context, talk, name) : null;
    if (set) await context.db.conversations.updateOne({ _id: talk._id }, { $set: set }, within(context));
    return talk._id;
  }
  return (await conversationAt(context, to)) ?? (await makeTalk(context, to, name, at))._id;
}

async function nameOf(context: MongoWrites, { _id }: Talk, name: string): Promise<{ name_sealed: Buffer }> {
  return { name_sealed: (await sealerFor(context, _id)).seal('name', name) };
}

async function makeTalk(
  context: MongoWrites,
  to: AddressKey,
  name: string | null,
  at: number,
): Promise<TalkDoc> {
  const id = context.newId();
  const sealer = await makeKey(context, id);
  const talk: TalkDoc = {
    ...{ _id: id, channel: to.channel, account: to.account, address_hash: addressHash(context, to) },
    address_sealed: sealer.seal('address', to.address),
    name_sealed: name === null ? null : sealer.seal('name', name),
    state_sealed: sealer.seal('state', context.initialState()),
    ...{ route_sealed: null, version: 0, turns: 0, seq: 0, mode: 'bot', reason: null, review: 0 },
    ...{ since: null, taken_by: null, opted_out: 0, wake_at: null, failures: 0, created_at: at },
    ...{ last_inbound_at: null, waiting_from: null, waiting_since: null, person: null, files: 0 },
    erased_at: null,
  };
  await insert(context, 'conversations', [talk]);
  return talk;
}

interface Placed {
  keyHash: Buffer | null;
  at: number;
}

async function place(
  context: MongoWrites,
  message: InboundMessage,
  talk: Talk,
  { keyHash, at }: Placed,
): Promise<Added> {
  const sealer = await sealerFor(context, talk._id);
  const seq = talk.seq + 1;
  const print = keyHash === null ? printOf(context, message) : null;
  const repeat = print !== null && (await isRecent(context, print, at));
  const body = messageBody(message, await quotedSeq(context, talk, message));
  const set = { ...(await newsOf(context, talk, message)), ...countersOf(talk, seq, at) };
  await changeTalk(context, { _id: talk._id }, set);
  const id = messageId(talk._id, seq);
  const row = {
    ...{ _id: id, conversation_id: talk._id, channel: talk.channel, seq, key_hash: keyHash },
    ...{ print_hash: print, received_at: at, turn: null, parked: 0, possible_repeat: Number(repeat) },
    ...{ parked_at: null, parked_reason: null, dropped_at: null, dropped_by: null, dropped_reason: null },
    ...{ body_sealed: sealer.seal(`message.${seq}`, body), files: [] },
  };
  await insert(context, 'messages', [row]);
  return { conversationId: talk._id, messageId: id, seq, isNew: true };
}

function countersOf({ waiting_from, waiting_since }: Talk, seq: number, at: number) {
  return {
    ...{ seq, last_inbound_at: at, waiting_from: waiting_from ?? seq },
    waiting_since: waiting_since ?? at,
  };
}

/** What a message tells of who wrote it: a first name, another way to the address. */
async function newsOf(
  context: MongoWrites,
  talk: Talk,
  { name, route }: InboundMessage,
): Promise<Partial<Pick<TalkDoc, 'name_sealed' | 'route_sealed'>>> {
  const isNamed = name !== undefined && name !== null && talk.name_sealed === null;
  const news = isNamed ? await nameOf(context, talk, name) : {};
  if (route === undefined) return news;
  const sealer = await sealerFor(context, talk._id);
  if (sealer.open<string>('route', talk.route_sealed) === route) return news;
  return { ...news, route_sealed: sealer.seal('route', route) };
}

async function isRecent(context: MongoReads, print: Buffer, at: number): Promise<boolean> {
  const filter = { print_hash: print, received_at: { $gt: at - REPEAT_MS } };
  return (await context.db.messages.findOne(filter, { _id: 1 }, within(context)).lean()) !== null;
}

/** The sequence number of what a message quotes, ours or their own; null when it is not of this conversation. */
async function quotedSeq(context: MongoReads, talk: Talk, message: InboundMessage): Promise<number | null> {
  const { replyTo, channel, account } = message;
  if (replyTo === undefined) return null;
  if (typeof replyTo === 'number') {
    return Number.isSafeInteger(replyTo) && replyTo > 0 && replyTo <= talk.seq ? replyTo : null;
  }
  const sent = { provider_hash: sentHash(context, { channel, account, providerId: replyTo }) };
  const said = { key_hash: messageHash(context, message, replyTo) };
  const of = { conversation_id: talk._id };
  const { outbound, messages } = context.db;
  const found =
    (await outbound.findOne({ ...sent, ...of }, { seq: 1 }, within(context)).lean()) ??
    (await messages.findOne({ ...said, ...of }, { seq: 1 }, within(context)).lean());
  return found?.seq ?? null;
}
