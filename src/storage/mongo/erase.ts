import { ConflictError } from '../../errors.ts';
import type { Change } from '../store.ts';
import { type MongoWrites, within } from './context.ts';

/**
 * Destroys a conversation's key, takes the reporter off its cases and frees its address. What it wrote stays as
 * bytes nobody can open; the hashes of provider ids stay too, so that no late repeat brings a message back.
 */
export async function erase(
  context: MongoWrites,
  { conversationId: id, caseIds, onlyUnheard = false }: NonNullable<Change['erase']>,
  at: number,
): Promise<void> {
  const { db } = context;
  const part = within(context);
  const its = { conversation_id: id };
  if (onlyUnheard) {
    const silent = await db.conversations.exists({ _id: id, last_inbound_at: null }).setOptions(part);
    if (!silent || (await db.cases.exists(its).setOptions(part))) throw new ConflictError('conversation');
  }
  await db.data_keys.deleteOne({ _id: id }, part);
  context.memory.forget(id);
  await db.conversations.updateOne({ _id: id }, { $set: { ...EMPTY, erased_at: at } }, part);
  const telling = { ...its, $or: [{ print_hash: { $ne: null } }, { files: { $ne: [] } }] };
  await db.messages.updateMany(telling, { $set: { print_hash: null, files: [] } }, part);
  const seen = { parked: 2, dropped_at: at, dropped_by: 'citizen', dropped_reason: 'erased' };
  await db.messages.updateMany({ ...its, parked: 1 }, { $set: seen }, part);
  const unsent = { state: 'rejected', code: 'erased', due_at: null };
  await db.outbound.updateMany({ ...its, due_at: { $gte: 0 } }, { $set: unsent }, part);
  await db.other_addresses.deleteMany(its, part);
  await db.proofs.deleteMany(its, part);
  // That a code was sent counts on for whoever got it: else who erases may have them written to without end.
  for (const { _id, conversation_id } of await db.proofs.find({ other_id: id }, null, part).lean()) {
    await db.proofs.updateOne({ _id }, { $set: { code_hash: null, other_id: conversation_id } }, part);
  }
  await db.media.deleteMany(its, part);
  await db.media_chunks.deleteMany(its, part);
  // The version moves, so that nobody who read the reporter before writes it back.
  const taken = { $set: { reporter_sealed: null, conversation_id: null }, $inc: { version: 1 } };
  await db.cases.updateMany({ $or: [its, { _id: { $in: caseIds } }] }, taken, part);
}

/** What is left of an erased conversation. */
const EMPTY = {
  ...{ address_hash: null, address_sealed: null, route_sealed: null, name_sealed: null, state_sealed: null },
  ...{ wake_at: null, mode: 'bot', review: 0, person: null, waiting_from: null, waiting_since: null },
};
