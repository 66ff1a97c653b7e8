import type { ClientSession } from 'mongoose';
import type { ConversationState } from '../../dialogs/conversation.ts';
import { ConflictError } from '../../errors.ts';
import type { Vault } from '../../vault.ts';
import type { FreshKey, KeyMemory, Sealer } from '../data-keys.ts';
import { toConversation } from '../sealed-rows.ts';
import type { Conversation } from '../store.ts';
import type { CollectionName, Documents, TalkDoc } from './documents.ts';
import type { Models } from './schemas.ts';
import type { GatheredWrite } from './together.ts';

/** What the reads of a MongoDB store need. */
export interface MongoReads {
  db: Models;
  vault: Vault;
  memory: KeyMemory;
  /** Does the server take writes to several collections in one call? */
  many?: boolean;
  /** The transaction reads take part in; absent: each stands alone. */
  session?: ClientSession;
}

/** What writes within one transaction need. */
export interface MongoWrites extends MongoReads {
  session: ClientSession;
  /** Data keys made in it: they are remembered when it has been committed. */
  made: Map<string, FreshKey>;
  /** A try before this one collided with something stored: look before writing. */
  careful: boolean;
  /** Writes that are made in one call later (`together`); absent: each is made at once. */
  gathered?: GatheredWrite[];
  newId: () => string;
  initialState: () => ConversationState;
}

/** The option that makes a call part of its transaction. */
export function within({ session }: Pick<MongoReads, 'session'>): { session?: ClientSession } {
  return session ? { session } : {};
}

/** Stores new documents with this transaction. Their type says what is in them: nothing looks through them again. */
export async function insert<Name extends CollectionName>(
  context: MongoWrites,
  name: Name,
  docs: Documents[Name][],
): Promise<void> {
  const { gathered, session } = context;
  const namespace = namespaceOf(context, name);
  if (!gathered) await context.db[name].insertMany(docs, { session, lean: true });
  else gathered.push(...docs.map(document => ({ name: 'insertOne' as const, namespace, document })));
}

/** Changes a conversation that this transaction has read, and that therefore is there. */
export async function changeTalk(
  context: MongoWrites,
  filter: Pick<TalkDoc, '_id'> & Partial<TalkDoc>,
  set: Partial<TalkDoc>,
): Promise<void> {
  const update = { $set: set };
  const namespace = namespaceOf(context, 'conversations');
  if (!context.gathered) await context.db.conversations.updateOne(filter, update, within(context));
  else context.gathered.push({ name: 'updateOne', namespace, filter, update });
}

function namespaceOf({ db }: MongoReads, name: CollectionName): string {
  return `${db[name].db.name}.${name}`;
}

/** A document with its id under the name rows have it by. */
export function named<Doc extends { _id: unknown }>(doc: Doc): Omit<Doc, '_id'> & { id: Doc['_id'] } {
  const { _id, ...rest } = doc;
  return { ...rest, id: _id };
}

/**
 * The sealer of a living owner, whose key may be in memory: to be asked only for who is known, by a document read just now,
 * not to have been erased. Null: its key is gone.
 */
export async function sealerOf(
  context: MongoReads & { made?: MongoWrites['made'] },
  owner: string,
): Promise<Sealer | null> {
  return context.made?.get(owner)?.sealer ?? context.memory.of(owner) ?? (await storedKey(context, owner));
}

async function storedKey(context: MongoReads, owner: string): Promise<Sealer | null> {
  const found = await context.db.data_keys.findById(owner, null, within(context)).lean();
  return found ? context.memory.learn(owner, found.wrapped) : null;
}

/** The sealers of those of these owners whose keys are stored at this moment, whatever is in memory. */
export async function storedSealers(context: MongoReads, owners: string[]): Promise<Map<string, Sealer>> {
  const wanted = [...new Set(owners)];
  const found = await context.db.data_keys.find({ _id: { $in: wanted } }, null, within(context)).lean();
  return new Map(
    found.map(({ _id, wrapped }) => [_id, context.memory.of(_id) ?? context.memory.learn(_id, wrapped)]),
  );
}

/** The sealers of these living owners, those in memory first. */
export async function sealersOf(context: MongoReads, owners: string[]): Promise<Map<string, Sealer>> {
  const known = new Map<string, Sealer>();
  for (const owner of owners) {
    const sealer = context.memory.of(owner);
    if (sealer) known.set(owner, sealer);
  }
  const others = owners.filter(owner => !known.has(owner));
  return others.length === 0 ? known : new Map([...known, ...(await storedSealers(context, others))]);
}

/** The sealer of an owner that must have its key: writing to an erased one is a conflict. */
export async function sealerFor(context: MongoWrites, owner: string): Promise<Sealer> {
  const sealer = await sealerOf(context, owner);
  if (!sealer) throw new ConflictError('conversation');
  return sealer;
}

/** A fresh data key, stored with this transaction. */
export async function makeKey(context: MongoWrites, owner: string): Promise<Sealer> {
  const fresh = context.memory.fresh(owner);
  await insert(context, 'data_keys', [{ _id: owner, wrapped: fresh.wrapped }]);
  context.made.set(owner, fresh);
  return fresh.sealer;
}

/** A conversation's document; null when unknown or erased. */
export async function talkDoc(context: MongoReads, id: string): Promise<TalkDoc | null> {
  return context.db.conversations
    .findOne({ _id: id, erased_at: null }, null, within(context))
    .lean<TalkDoc>();
}

/** A conversation and its sealer. */
export interface FoundTalk {
  doc: TalkDoc;
  conversation: Conversation;
  sealer: Sealer;
}

/** A conversation by its id; null when unknown or erased. */
export async function findTalk(context: MongoReads, id: string): Promise<FoundTalk | null> {
  const doc = await talkDoc(context, id);
  const sealer = doc && (await sealerOf(context, id));
  return sealer ? { doc, conversation: toConversation(named(doc), sealer), sealer } : null;
}

/** Opens the documents of living conversations, in their order. */
export async function toTalks(context: MongoReads, docs: TalkDoc[]): Promise<Conversation[]> {
  const sealers = await sealersOf(
    context,
    docs.map(({ _id }) => _id),
  );
  return docs.flatMap(doc => {
    const sealer = sealers.get(doc._id);
    return sealer ? [toConversation(named(doc), sealer)] : [];
  });
}
