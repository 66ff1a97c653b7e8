import { ConflictError } from '../../errors.ts';
import type { ProofChange } from '../changes.ts';
import { DAY_MS, MOST_CODES, MOST_MISSES } from '../people-rules.ts';
import type { PendingProof } from '../queries.ts';
import type { Conversation, NewOutbound } from '../store.ts';
import { insert, type MongoReads, type MongoWrites, talkDoc, toTalks, within } from './context.ts';
import type { ProofDoc, TalkDoc } from './documents.ts';
import { openConversation } from './inbound.ts';

/** Applies a change of proofs; the words to be sent with it. Throws `ConflictError`. */
export async function changeProof(
  context: MongoWrites,
  change: ProofChange,
  at: number,
): Promise<NewOutbound[]> {
  const { conversationId: id } = change;
  if (!(await context.db.conversations.exists({ _id: id }).session(context.session))) {
    throw new ConflictError('conversation');
  }
  switch (change.what) {
    case 'asked':
      return ask(context, change, at);
    case 'proven':
      await prove(context, change, at);
      return [];
    case 'missed':
      await miss(context, change, at);
      return [];
    case 'left':
      await context.db.conversations.updateOne({ _id: id }, { $set: { person: null } }, within(context));
      return [];
  }
}

async function ask(
  context: MongoWrites,
  { conversationId: asker, to, codeHash, until, words }: Extract<ProofChange, { what: 'asked' }>,
  at: number,
): Promise<NewOutbound[]> {
  const { proofs } = context.db;
  const part = within(context);
  const id = await openConversation(context, to, null, at);
  await proofs.deleteMany({ conversation_id: id, asked_at: { $lte: at - 2 * DAY_MS } }, part);
  const lately = { conversation_id: id, asked_at: { $gt: at - DAY_MS } };
  // It counts for who asked all the same: nobody finds out by asking who is written to.
  const isSent = (await proofs.countDocuments(lately, part)) < MOST_CODES;
  if (isSent) await proofs.updateMany({ conversation_id: id }, { $set: { code_hash: null } }, part);
  const code_hash = isSent ? codeHash : null;
  const row = {
    _id: context.newId(),
    conversation_id: id,
    other_id: asker,
    code_hash,
    asked_at: at,
    until: until.getTime(),
    misses: 0,
  };
  await insert(context, 'proofs', [row]);
  return isSent ? words.map(word => ({ ...word, conversationId: id })) : [];
}

async function pendingProof(
  context: MongoWrites,
  { conversationId: id, codeHash }: { conversationId: string; codeHash: string },
  at: number,
) {
  const filter = { conversation_id: id, code_hash: codeHash, until: { $gt: at } };
  const found = await context.db.proofs.findOne(filter, null, within(context)).lean();
  if (!found) throw new ConflictError('conversation');
  return found;
}

/** Whoever was known with either of them before is the same person too. */
async function prove(
  context: MongoWrites,
  change: Extract<ProofChange, { what: 'proven' }>,
  at: number,
): Promise<void> {
  const { conversations, proofs } = context.db;
  const part = within(context);
  const { _id, other_id: otherId } = await pendingProof(context, change, at);
  await proofs.updateOne({ _id }, { $set: { code_hash: null } }, part);
  const own = await talkDoc(context, change.conversationId);
  const theirs = await talkDoc(context, otherId);
  // Who asked is gone: nobody is left to be the same as.
  if (!own || !theirs) return;
  const person = theirs.person ?? own.person ?? context.newId();
  const same: object[] = [{ _id: { $in: [own._id, otherId] } }];
  if (own.person !== null && own.person !== person) same.push({ person: own.person });
  await conversations.updateMany({ $or: same }, { $set: { person } }, part);
}

async function miss(
  context: MongoWrites,
  change: Extract<ProofChange, { what: 'missed' }>,
  at: number,
): Promise<void> {
  const { _id, misses } = await pendingProof(context, change, at);
  const isVoid = misses + 1 >= MOST_MISSES;
  const set = { misses: misses + 1, ...(isVoid ? { code_hash: null } : {}) };
  await context.db.proofs.updateOne({ _id }, { $set: set }, within(context));
}

/** The code that waits in a conversation, and how many were asked for in it since a time. */
export async function proofOf(
  context: MongoReads,
  id: string,
  since: number,
): Promise<{ pending: PendingProof | null; asked: number }> {
  const { proofs, conversations } = context.db;
  const waits = { conversation_id: id, code_hash: { $type: 'string' as const } };
  const [pending, asked] = await Promise.all([
    proofs.findOne(waits).lean<ProofDoc>(),
    proofs.countDocuments({ other_id: id, conversation_id: { $ne: id }, asked_at: { $gt: since } }),
  ]);
  const other = pending && (await conversations.findById(pending.other_id, { channel: 1 }).lean());
  if (!pending || !other) return { pending: null, asked };
  const { code_hash: codeHash, until } = pending;
  return { pending: { codeHash: codeHash ?? '', until: new Date(until), askedOn: other.channel }, asked };
}

/** The other conversations of the same person, the one they wrote in last first. */
export async function othersOfPerson(context: MongoReads, id: string): Promise<Conversation[]> {
  const { conversations } = context.db;
  const own = await conversations.findById(id, { person: 1 }).lean();
  if (!own || own.person === null) return [];
  const docs = await conversations
    .find({ person: own.person, _id: { $ne: id }, erased_at: null })
    .sort({ last_inbound_at: -1, created_at: 1 })
    .lean<TalkDoc[]>();
  return toTalks(context, docs);
}
