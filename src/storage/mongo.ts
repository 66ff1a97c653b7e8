import type { Connection } from 'mongoose';
import { createKeyMemory } from './data-keys.ts';
import { addressHash } from './hashes.ts';
import { spend } from './mongo/budgets.ts';
import { commit, thingsOf } from './mongo/commit.ts';
import { connect, unusable } from './mongo/connection.ts';
import { findTalk, type MongoReads, type MongoWrites } from './mongo/context.ts';
import type { MessageDoc } from './mongo/documents.ts';
import { CONNECTIONS, fillPool } from './mongo/fill-pool.ts';
import { addInbound, openConversation } from './mongo/inbound.ts';
import { checkIndexes } from './mongo/indexes.ts';
import { checkInstallation } from './mongo/installation.ts';
import { createKeyStore } from './mongo/keys.ts';
import { lease, takeLease } from './mongo/leases.ts';
import { addMedia } from './mongo/media.ts';
import { migrateAt, SCHEMA_VERSION, versionOf } from './mongo/migrations.ts';
import { claim, isSent, isUrgent, record } from './mongo/outbound.ts';
import { createQueries } from './mongo/queries.ts';
import { addReceipts } from './mongo/receipts.ts';
import { rewrapKeys } from './mongo/rewrap.ts';
import { modelsOf } from './mongo/schemas.ts';
import { takesMany } from './mongo/together.ts';
import { inTransaction, PATIENCE_MS } from './mongo/transaction.ts';
import { createTurnstile, type Turnstile } from './mongo/turnstile.ts';
import { overdue } from './mongo/work.ts';
import { toMessage } from './sealed-rows.ts';
import type { AddressKey, Loaded, Store } from './store.ts';
import { MOST_WAITING, type StoreOptions, type WholeStore } from './whole-store.ts';

/** What a MongoDB store is opened with. */
export interface MongoOptions extends StoreOptions {
  /** `mongodb://host/database`, with user and password where they are needed. */
  url: string;
  /** Rises by one each ms, whatever the clock does. */
  elapsedMs: () => number;
  /** False: write as a server before 8.0 wants it, whatever this one takes. */
  many?: boolean;
}

/**
 * Opens, or makes, the store of an installation of several processes: a database of a MongoDB replica set. Throws
 * `ConfigError` when the server, the database or the keyring is none this build can keep its promises with.
 */
export async function openMongo(options: MongoOptions): Promise<WholeStore> {
  const connection = await connect(options.url, { minPoolSize: CONNECTIONS });
  try {
    const db = modelsOf(connection);
    const version = await versionOf(db);
    // Another installation's database stays as it is.
    await checkInstallation(db, options.vault);
    if (version < SCHEMA_VERSION) await migrateAt(options.url);
    await checkIndexes(connection);
    await fillPool(connection);
    return createStore(options, connection, {
      ...{ db, vault: options.vault, memory: createKeyMemory(options.vault) },
      many: options.many ?? (await takesMany(connection)),
    });
  } catch (error) {
    await connection.close(true).catch(() => {});
    throw unusable(error);
  }
}

/** Was nothing ever kept in this database? Throws `ConfigError` when it cannot be asked. */
export async function isNewMongo(url: string): Promise<boolean> {
  const connection = await connect(url);
  try {
    return (await versionOf(modelsOf(connection))) === 0;
  } catch (error) {
    throw unusable(error);
  } finally {
    await connection.close();
  }
}

/** Runs work that touches these things in one transaction. */
type Write = <T>(things: string[], work: (context: MongoWrites) => Promise<T>) => Promise<T>;

function createStore(options: MongoOptions, connection: Connection, reads: MongoReads): WholeStore {
  const { newId, initialState, elapsedMs } = options;
  const turnstile = createTurnstile();
  const transactor = { connection, reads, newId, initialState, elapsedMs };
  const write: Write = (things, work) => {
    const end = elapsedMs() + PATIENCE_MS;
    return turnstile.pass(things, () => inTransaction(transactor, work, end), PATIENCE_MS);
  };
  let closing: Promise<void> | null = null;
  return {
    ...createQueries(reads),
    ...createKeyStore(reads),
    ...inboundPart(reads, write, turnstile, options.mostWaiting ?? MOST_WAITING),
    ...outboundPart(reads, write),
    ...besidesPart(reads, write),
    commit: change => write(thingsOf(change), context => commit(context, change)),
    load: (id, limit = 100) => load(reads, id, limit),
    overdue: (now, limit, share) => overdue(reads, now.getTime(), limit, share),
    integrity: () => 'not_needed',
    close: () => {
      closing ??= turnstile.empty().then(() => connection.close());
      return closing;
    },
  };
}

function inboundPart(
  reads: MongoReads,
  write: Write,
  turnstile: Pick<Turnstile, 'waiting'>,
  mostWaiting: number,
): Pick<Store, 'addInbound' | 'addReceipts' | 'open' | 'addMedia'> {
  const thing = (to: AddressKey): string => addressHash(reads, to).toString('hex');
  return {
    addInbound: async (messages, at) => {
      if (turnstile.waiting() >= mostWaiting) throw new Error('the store is behind');
      const things = messages.flatMap(message => {
        const { alsoKnownAs } = message;
        return [
          thing(message),
          ...(alsoKnownAs === undefined ? [] : [thing({ ...message, address: alsoKnownAs })]),
        ];
      });
      return write([...new Set(things)], context => addInbound(context, messages, at));
    },
    addReceipts: receipts => write([], context => addReceipts(context, receipts)),
    open: (key, name, at) =>
      write([thing(key)], context => openConversation(context, key, name, at.getTime())),
    addMedia: (id, file, seq) => write([id], context => addMedia(context, id, file, seq)),
  };
}

function outboundPart(
  reads: MongoReads,
  write: Write,
): Pick<Store, 'claim' | 'record' | 'isUrgent' | 'isSent'> {
  return {
    claim: (id, now, leaseMs, pace) =>
      write([id], context => claim(context, id, { now: now.getTime(), leaseMs, ...(pace ? { pace } : {}) })),
    record: (id, attempt, outcome) => write([id], context => record(context, id, attempt, outcome)),
    isUrgent: id => isUrgent(reads, id),
    isSent: (channel, account, id) => isSent(reads, channel, account, id),
  };
}

type Besides = Pick<
  WholeStore,
  'spend' | 'bookmark' | 'setBookmark' | 'lease' | 'takeLease' | 'probe' | 'rewrapKeys'
>;

function besidesPart(reads: MongoReads, write: Write): Besides {
  const { db, vault } = reads;
  return {
    spend: (budget, rates, at) =>
      write([`budget ${budget}`], context => spend(context, budget, rates, at.getTime())),
    bookmark: async name => (await db.bookmarks.findById(name).lean())?.value ?? null,
    setBookmark: async (name, value) =>
      void (await db.bookmarks.updateOne({ _id: name }, { $set: { value } }, { upsert: true })),
    lease: name => lease(reads, name),
    takeLease: (name, seen, holder) =>
      write([`lease ${name}`], context => takeLease(context, name, seen, holder)),
    probe: async at =>
      void (await db.meta.updateOne(
        { _id: 'probe' },
        { $set: { value: String(at.getTime()) } },
        { upsert: true },
      )),
    rewrapKeys: () => rewrapKeys(db, vault),
  };
}

async function load(reads: MongoReads, id: string, limit: number): Promise<Loaded | null> {
  const found = await findTalk(reads, id);
  if (!found) return null;
  const { conversation, sealer, doc } = found;
  // To the driver none would be all.
  if (doc.waiting_from === null || limit === 0) return { conversation, messages: [] };
  const docs = await waiting(reads, id, doc.waiting_from, limit);
  return { conversation, messages: docs.map(row => toMessage(row, sealer, id)) };
}

/** Nearly all from there on wait: asked for by their place alone, they are a piece of the index. */
async function waiting(reads: MongoReads, id: string, from: number, limit: number): Promise<MessageDoc[]> {
  const found: MessageDoc[] = [];
  for (let next = from; ; ) {
    const docs = await reads.db.messages
      .find({ conversation_id: id, seq: { $gte: next } })
      .sort({ seq: 1 })
      .limit(limit)
      .lean<MessageDoc[]>();
    found.push(...docs.filter(({ turn }) => turn === null));
    const last = docs.at(-1);
    if (!last || docs.length < limit || found.length >= limit) return found.slice(0, limit);
    next = last.seq + 1;
  }
}
