import type { DatabaseSync } from 'node:sqlite';
import { diskTrouble } from '../errors.ts';
import { mediaId } from './hashes.ts';
import { type MessageRow, toMessage } from './sealed-rows.ts';
import { bookmark, setBookmark } from './sqlite/bookmarks.ts';
import { spend } from './sqlite/budgets.ts';
import { commit } from './sqlite/commit.ts';
import { connect } from './sqlite/connection.ts';
import {
  all,
  findConversation,
  keyOf,
  type SqliteContext,
  sealerOf,
  statementCache,
} from './sqlite/context.ts';
import { dataKeysOf, rewrapKeys } from './sqlite/data-key-table.ts';
import { createGroupCommit } from './sqlite/group-commit.ts';
import { addInbound, openConversation } from './sqlite/inbound.ts';
import { checkKeyring, readMeta, setMeta } from './sqlite/installation.ts';
import { createKeyStore } from './sqlite/keys.ts';
import { lease, takeLease } from './sqlite/leases.ts';
import { type LogSync, syncLogOf } from './sqlite/log-sync.ts';
import { startMaintenance } from './sqlite/maintenance.ts';
import { claim, isSent, isUrgent, record } from './sqlite/outbound.ts';
import { own } from './sqlite/ownership.ts';
import { createQueries } from './sqlite/queries.ts';
import { addReceipts } from './sqlite/receipts.ts';
import { migrate, versionOf } from './sqlite/schema.ts';
import { overdue } from './sqlite/work.ts';
import type { Store } from './store.ts';
import { MOST_WAITING, type StoreOptions, type WholeStore } from './whole-store.ts';

/** What a SQLite store is opened with. */
export interface SqliteOptions extends StoreOptions {
  file: string;
}

/** A file counts as this many bytes a row, so that checkpoints keep up with media too. */
const BYTES_A_ROW = 4_096;

/**
 * Opens, or makes, the embedded store: WAL, every write fsynced before it resolves, one owner. Throws `ConfigError` when another
 * process owns it, the keyring is another one's, or the schema is newer than this build.
 */
export async function openSqlite(options: SqliteOptions): Promise<WholeStore> {
  const release = own(options.file);
  try {
    return openOwned(options, release);
  } catch (error) {
    release();
    throw error;
  }
}

function openOwned(options: SqliteOptions, release: () => void): WholeStore {
  const db = connect(options.file);
  try {
    // Another installation's file stays as it is.
    const isNew = versionOf(db) === 0;
    if (!isNew) checkKeyring(db, options.vault);
    migrate(db);
    if (isNew) checkKeyring(db, options.vault);
    const killed = readMeta(db, 'state') === 'open';
    setMeta(db, 'state', 'open');
    // Whoever was sending is gone: this process owns the store.
    db.exec("update outbound set due_at = 0 where state = 'sending'");
    return createOwned(options, db, killed, release);
  } catch (error) {
    db.close();
    throw diskTrouble('STORE_URL', error) ?? error;
  }
}

function createOwned(
  options: SqliteOptions,
  db: DatabaseSync,
  killed: boolean,
  release: () => void,
): WholeStore {
  const log = syncLogOf(db, options.file);
  const { context, maintenance } = createContext(options, db, { killed, sync: log.sync });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await maintenance.close();
      await context.group.end();
      setMeta(db, 'state', 'closed');
    } finally {
      log.close();
      db.close();
      release();
    }
  };
  return {
    ...createStore(context),
    ...createQueries(context),
    ...createKeyStore(context),
    spend: (budget, rates, at) => context.group.run(() => spend(context, budget, rates, at.getTime())),
    bookmark: async name => bookmark(context, name),
    setBookmark: (name, value) => context.group.run(() => setBookmark(context, name, value)),
    lease: async name => lease(context, name),
    takeLease: (name, seen, holder) => context.group.run(() => takeLease(context, name, seen, holder)),
    probe: at => context.group.run(() => setMeta(db, 'probe', String(at.getTime()))),
    rewrapKeys: () => rewrapKeys(context),
    integrity: maintenance.integrity,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function createContext(
  options: SqliteOptions,
  db: DatabaseSync,
  { killed, sync }: { killed: boolean } & Pick<LogSync, 'sync'>,
) {
  const sql = statementCache(db);
  const keys = dataKeysOf(options.vault, sql);
  let toWipe = false;
  const group = createGroupCommit(db, {
    most: options.mostWaiting ?? MOST_WAITING,
    sync,
    undone: keys.undone,
    committed: rows => {
      keys.kept();
      maintenance.wrote(rows);
      if (toWipe) maintenance.wipe();
      toWipe = false;
    },
  });
  const maintenance = startMaintenance({
    ...options,
    check: killed,
    finish: () => finishCheckpoint(options, db),
  });
  const wipe = (): void => {
    toWipe = true;
  };
  const context: SqliteContext = { ...options, group, sql, keys, wipe, wrote: maintenance.wrote };
  return { context, maintenance };
}

function finishCheckpoint({ log }: SqliteOptions, db: DatabaseSync): void {
  try {
    db.exec('pragma wal_checkpoint(passive)');
  } catch {
    log.error('the write-ahead log could not be moved to its end');
  }
}

function createStore(context: SqliteContext): Omit<Store, 'close'> {
  const { group } = context;
  return {
    addInbound: async (messages, at) => {
      if (group.isBehind()) throw new Error('the store is behind');
      return group.run(() => addInbound(context, messages, at));
    },
    addReceipts: receipts => group.run(() => addReceipts(context, receipts)),
    open: (key, name, at) => group.run(() => openConversation(context, key, name, at.getTime())),
    load: async (id, limit = 100) => load(context, id, limit),
    commit: change => group.run(() => commit(context, change)),
    claim: (id, now, leaseMs, pace) =>
      group.run(() => claim(context, id, { now: now.getTime(), leaseMs, ...(pace ? { pace } : {}) })),
    record: (id, attempt, outcome) => group.run(() => record(context, id, attempt, outcome)),
    isUrgent: async id => isUrgent(context, id),
    isSent: async (channel, account, id) => isSent(context, channel, account, id),
    overdue: async (now, limit, share) => overdue(context, now.getTime(), limit, share),
    addMedia: (id, file, seq) => group.run(() => addMedia(context, id, file, seq)),
  };
}

function load(context: SqliteContext, id: string, limit: number): Awaited<ReturnType<Store['load']>> {
  const found = findConversation(context, id);
  if (!found) return null;
  const { conversation, sealer, key, waitingFrom } = found;
  if (waitingFrom === null) return { conversation, messages: [] };
  const query = `select seq, received_at, turn, possible_repeat, body_sealed from messages
     where conversation = ? and turn is null and seq >= ? order by seq limit ?`;
  const rows = all<MessageRow>(context.sql(query), key, waitingFrom, limit);
  return { conversation, messages: rows.map(row => toMessage(row, sealer, id)) };
}

function addMedia(
  context: SqliteContext,
  owner: string,
  file: { type: string; bytes: Buffer },
  seq: number | undefined,
): string {
  const id = mediaId(context, owner, file.bytes);
  const sealed = sealerOf(context, owner).sealBytes(`media.${id}`, file.bytes);
  const key = keyOf(context, owner);
  context
    .sql(
      `insert into media (conversation, id, type, bytes, body_sealed) values (?, ?, ?, ?, ?)
       on conflict do nothing`,
    )
    .run(key, id, file.type, file.bytes.length, sealed);
  if (seq !== undefined) {
    const link =
      'insert into message_media (conversation, seq, media) values (?, ?, ?) on conflict do nothing';
    context.sql(link).run(key, seq, id);
  }
  context.wrote(Math.ceil(file.bytes.length / BYTES_A_ROW));
  return id;
}
