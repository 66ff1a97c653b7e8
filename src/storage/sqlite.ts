import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { ConversationState } from '../dialogs/conversation.ts';
import { ConfigError } from '../errors.ts';
import type { Vault } from '../vault.ts';
import { createDataKeys, type DataKeys } from './data-keys.ts';
import type { KeyStore, Queries } from './queries.ts';
import { type MessageRow, toMessage } from './sealed-rows.ts';
import { commit } from './sqlite/commit.ts';
import {
  all,
  findConversation,
  one,
  type SqliteContext,
  sealerOf,
  statementCache,
} from './sqlite/context.ts';
import { createGroupCommit } from './sqlite/group-commit.ts';
import { addInbound, openConversation } from './sqlite/inbound.ts';
import { createKeyStore } from './sqlite/keys.ts';
import { addReceipts, claim, isSent, record } from './sqlite/outbound.ts';
import { own } from './sqlite/ownership.ts';
import { createQueries } from './sqlite/queries.ts';
import { migrate } from './sqlite/schema.ts';
import { overdue } from './sqlite/work.ts';
import type { Store } from './store.ts';

/** What a SQLite store is opened with. */
export interface SqliteOptions {
  file: string;
  vault: Vault;
  log: Logger;
  newId: () => string;
  initialState: () => ConversationState;
  /** Waiting writes before new ones are refused. */
  mostWaiting?: number;
}

/** The store with its reads, and what only its owner may do. */
export interface SqliteStore extends Store, Queries, KeyStore {
  /** Writes one row and waits for the fsync: rejects when messages cannot be taken. */
  probe(at: Date): Promise<void>;
  /** Wraps every data key again under the keyring's present key; how many there were. */
  rewrapKeys(): Promise<number>;
}

/** Rows between two checkpoints. */
const CHECKPOINT_ROWS = 1_000;

/**
 * Opens, or makes, the embedded store: WAL, `synchronous=FULL`, one owner. Throws `ConfigError` when another
 * process owns it, the keyring is another one's, or the schema is newer than this build.
 */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStore> {
  const release = own(options.file);
  try {
    return await openOwned(options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openOwned(options: SqliteOptions, release: () => void): Promise<SqliteStore> {
  const db = connect(options.file);
  migrate(db);
  checkKeyring(db, options.vault);
  // Whoever was sending is gone: this process owns the store.
  db.exec("update outbound set due_at = 0 where state = 'sending'");
  const checkpoints = startCheckpoints(options.file, options.log, wasKilled(db));
  const group = createGroupCommit(db, {
    most: options.mostWaiting ?? 5_000,
    committed: rows => checkpoints.count(rows),
  });
  const sql = statementCache(db);
  const keys = keysOf(options.vault, sql);
  const context: SqliteContext = { ...options, db, group, sql, keys };
  return {
    ...createStore(context),
    ...createQueries(context),
    ...createKeyStore(context),
    probe: at => group.run(() => void setMeta(db, 'probe', String(at.getTime()))),
    rewrapKeys: () => group.run(() => rewrapKeys(context)),
    close: async () => {
      group.flush();
      await checkpoints.close();
      setMeta(db, 'state', 'closed');
      db.close();
      release();
    },
  };
}

function connect(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 2_000, enableForeignKeyConstraints: false });
  chmodSync(file, 0o600);
  const { version } = db.prepare('select sqlite_version() as version').get() as { version: string };
  if (version.localeCompare('3.51.3', undefined, { numeric: true }) < 0) {
    // Versions before can corrupt a WAL that two connections write and checkpoint (sqlite.org, "WAL-reset bug").
    throw new ConfigError([{ where: 'STORE_URL', reason: `SQLite ${version} is too old; 3.51.3 or newer` }]);
  }
  db.exec(
    `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0;
     pragma secure_delete = on; pragma trusted_schema = off; pragma temp_store = memory`,
  );
  return db;
}

function checkKeyring(db: DatabaseSync, vault: Vault): void {
  const mine = vault.hash('installation', 'keyring');
  const stored = one<{ value: string }>(db.prepare("select value from meta where name = 'keyring'"));
  if (stored === null) setMeta(db, 'keyring', mine);
  else if (stored.value !== mine) {
    throw new ConfigError([
      {
        where: 'KEYRING_FILE',
        reason: 'this keyring belongs to another store; bring back the copy of the right one',
      },
    ]);
  }
}

function setMeta(db: DatabaseSync, name: string, value: string): void {
  db.prepare('insert into meta values (?, ?) on conflict (name) do update set value = excluded.value').run(
    name,
    value,
  );
}

/** Did the last owner end without closing? Marks the store as open. */
function wasKilled(db: DatabaseSync): boolean {
  const state = one<{ value: string }>(db.prepare("select value from meta where name = 'state'"));
  setMeta(db, 'state', 'open');
  return state?.value === 'open';
}

function startCheckpoints(file: string, log: Logger, check: boolean) {
  const worker = new Worker(new URL('./sqlite/checkpoint-worker.ts', import.meta.url), {
    workerData: { file },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  worker.on('message', ({ task, ok }: { task: string; ok: boolean }) => {
    if (task === 'check' && ok) log.info('the database is whole after a crash');
    else if (!ok) log.error({ task }, 'the database could not be checked or checkpointed');
  });
  worker.on('error', () => log.error('the checkpoint worker stopped'));
  if (check) worker.postMessage('check');
  let rows = 0;
  return {
    count: (written: number): void => {
      rows += written;
      if (rows < CHECKPOINT_ROWS) return;
      rows = 0;
      worker.postMessage('checkpoint');
    },
    close: (): Promise<void> =>
      new Promise(resolve => {
        worker.once('exit', () => resolve());
        worker.postMessage('close');
      }),
  };
}

function keysOf(vault: Vault, sql: SqliteContext['sql']): DataKeys {
  return createDataKeys(vault, {
    get: owner => {
      const row = one<{ wrapped: Uint8Array }>(sql('select wrapped from data_keys where owner = ?'), owner);
      return row ? Buffer.from(row.wrapped) : null;
    },
    put: (owner, wrapped) => void sql('insert into data_keys values (?, ?)').run(owner, wrapped),
  });
}

function rewrapKeys({ sql, vault }: SqliteContext): number {
  const rows = all<{ owner: string; wrapped: Uint8Array }>(sql('select owner, wrapped from data_keys'));
  for (const { owner, wrapped } of rows) {
    sql('update data_keys set wrapped = ? where owner = ?').run(vault.rewrap(Buffer.from(wrapped)), owner);
  }
  return rows.length;
}

function createStore(context: SqliteContext): Omit<Store, 'close'> {
  const { group } = context;
  return {
    addInbound: (messages, at) => group.run(() => addInbound(context, messages, at)),
    addReceipts: receipts => group.run(() => addReceipts(context, receipts)),
    open: (key, name, at) => group.run(() => openConversation(context, key, name, at.getTime())),
    load: async (id, limit = 100) => {
      const found = findConversation(context, id);
      if (!found) return null;
      const query = 'select * from messages where conversation_id = ? and turn is null order by seq limit ?';
      const rows = all<MessageRow>(context.sql(query), id, limit);
      return { conversation: found.conversation, messages: rows.map(row => toMessage(row, found.sealer)) };
    },
    commit: change => group.run(() => commit(context, change)),
    claim: (id, now, leaseMs) => group.run(() => claim(context, id, now.getTime(), leaseMs)),
    record: (id, attempt, outcome) => group.run(() => record(context, id, attempt, outcome)),
    isSent: async (channel, account, id) => isSent(context, channel, account, id),
    overdue: async (now, limit) => overdue(context, now.getTime(), limit),
    addMedia: (id, file) => group.run(() => addMedia(context, id, file)),
  };
}

function addMedia(
  context: SqliteContext,
  conversationId: string,
  file: { type: string; bytes: Buffer },
): string {
  const id = context.vault.hash('media', conversationId, file.bytes).slice(0, 32);
  const sealed = sealerOf(context, conversationId).sealBytes(`media.${id}`, file.bytes);
  context
    .sql('insert into media values (?, ?, ?, ?, ?) on conflict do nothing')
    .run(conversationId, id, file.type, file.bytes.length, sealed);
  return id;
}
