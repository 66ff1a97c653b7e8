import { addressHash } from '../hashes.ts';
import type { AddressKey } from '../store.ts';
import { type MongoReads, type MongoWrites, sealerFor, within } from './context.ts';

function otherId(context: MongoReads, to: AddressKey): string {
  return addressHash(context, to).toString('hex');
}

/** The conversation of an address: its own, or that of who is known by it too. Null: there is none. */
export async function conversationAt(context: MongoReads, to: AddressKey): Promise<string | null> {
  const { conversations, other_addresses: others } = context.db;
  const filter = { address_hash: addressHash(context, to) };
  const own = await conversations.findOne(filter, { _id: 1 }, within(context)).lean();
  if (own) return own._id;
  const other = await others.findById(otherId(context, to), null, within(context)).lean();
  return other?.conversation_id ?? null;
}

/**
 * The conversation that stood under `other` stands under `to` from now on; nothing when there is none. Who is only
 * known by `other` too has an address of their own, and keeps it.
 */
export async function moveTalk(context: MongoWrites, other: AddressKey, to: AddressKey): Promise<void> {
  const { conversations } = context.db;
  const filter = { address_hash: addressHash(context, other) };
  const found = await conversations.findOne(filter, { _id: 1 }, within(context)).lean();
  if (!found) return;
  const sealed = (await sealerFor(context, found._id)).seal('address', to.address);
  const set = { address_hash: addressHash(context, to), address_sealed: sealed };
  await conversations.updateOne({ _id: found._id }, { $set: set }, within(context));
}

/** Finds this conversation by `other` too, from now on; the last one it was said of has it. */
export async function noteOther(context: MongoWrites, other: AddressKey, id: string): Promise<void> {
  const { other_addresses: others } = context.db;
  const filter = { _id: otherId(context, other) };
  const known = await others.findOne({ ...filter, conversation_id: id }, null, within(context)).lean();
  if (known) return;
  await others.updateOne(filter, { $set: { conversation_id: id } }, { ...within(context), upsert: true });
}
