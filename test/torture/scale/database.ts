import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { loadKeyring } from '../../../src/keyring.ts';
import { createKeyMemory } from '../../../src/storage/data-keys.ts';
import { connect, databaseOf } from '../../../src/storage/mongo/connection.ts';
import type { MongoReads } from '../../../src/storage/mongo/context.ts';
import { type Models, modelsOf } from '../../../src/storage/mongo/schemas.ts';
import { fillTables } from '../../../src/storage/mongo/to-sqlite.ts';
import { migrate } from '../../../src/storage/sqlite/schema.ts';
import { createVault } from '../../../src/vault.ts';
import { databaseIn } from '../evidence.ts';

/** What is undone in the database, of what stood there up to a moment. */
export interface Left {
  unconsumed: number;
  unsent: number;
  /** Of these, the calls to platforms that were under way. */
  sending: number;
}

/** How a database fails the commands of the desk, until it is told to stop. */
export interface Hurt {
  failCommands: readonly string[];
  errorCode?: number;
  closeConnection?: boolean;
  blockConnection?: boolean;
  blockTimeMS?: number;
}

/** A look at the database from outside. */
export interface Eye {
  /** What is undone of what came up to `at` (ms since 1970). Null: it cannot be asked now. */
  left(at: number): Promise<Left | null>;
  /** How much of what came up to `at` somebody should have done by now: it waits for nothing. Null: it cannot be asked now. */
  overdue(at: number): Promise<number | null>;
  /** The time of the earliest thing that is undone; Infinity: nothing is. Null: it cannot be asked now. */
  oldest(): Promise<number | null>;
  /** Sets what the server does to the desk's own commands. */
  hurt(how: Hurt | 'off'): Promise<void>;
  /** How much stands in it. */
  size(): Promise<number>;
  /** Lays everything into a database file of the embedded store, sealed as it is. */
  copyTo(folder: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;
const OPEN = { due_at: { $gte: 0 } };
const WAITING = { turn: null };

/** Opens a look; the database may be away at any time. */
export async function openEye(url: string): Promise<Eye> {
  const connection = await connect(url, { socketTimeoutMS: PATIENCE_MS, appName: 'torture' });
  const db = modelsOf(connection);
  return {
    left: at => perhaps(() => leftIn(db, at)),
    overdue: at => perhaps(() => overdueIn(db, at)),
    oldest: () => perhaps(() => oldestIn(db)),
    size: async () => (await db.messages.countDocuments({})) + (await db.outbound.countDocuments({})),
    hurt: async how => {
      const set =
        how === 'off' ? { mode: 'off' } : { mode: 'alwaysOn', data: { ...how, appName: 'ventanilla' } };
      await databaseOf(connection)
        .admin()
        .command({ configureFailPoint: 'failCommand', ...set });
    },
    copyTo: folder => copyTo(connection, db, folder),
    close: () => connection.close(true),
  };
}

function perhaps<T>(ask: () => Promise<T>): Promise<T | null> {
  return ask().catch(() => null);
}

async function leftIn({ messages, outbound }: Models, at: number): Promise<Left> {
  const until = { created_at: { $lte: at } };
  const [unconsumed, unsent, sending] = await Promise.all([
    messages.countDocuments({ ...WAITING, received_at: { $lte: at } }),
    outbound.countDocuments({ ...OPEN, ...until }),
    outbound.countDocuments({ state: 'sending', ...until }),
  ]);
  return { unconsumed, unsent, sending };
}

/** A message to a citizen is overdue when it is the first of its talk and its time has come. */
async function overdueIn({ messages, outbound }: Models, at: number): Promise<number> {
  const [unconsumed, open] = await Promise.all([
    messages.countDocuments({ ...WAITING, received_at: { $lte: at } }),
    outbound
      .find({ ...OPEN, created_at: { $lte: at } }, { conversation_id: 1, due_at: 1 })
      .sort({ seq: 1 })
      .lean(),
  ]);
  const firsts = new Map([...open].reverse().map(row => [row.conversation_id, row.due_at ?? 0]));
  return unconsumed + [...firsts.values()].filter(due => due <= Date.now()).length;
}

async function oldestIn({ messages, outbound }: Models): Promise<number> {
  const [message, reply] = await Promise.all([
    messages.findOne(WAITING, { received_at: 1 }).sort({ received_at: 1 }).lean(),
    outbound.findOne(OPEN, { created_at: 1 }).sort({ created_at: 1 }).lean(),
  ]);
  return Math.min(message?.received_at ?? Infinity, reply?.created_at ?? Infinity);
}

async function copyTo(connection: Connection, models: Models, folder: string): Promise<void> {
  const vault = createVault(loadKeyring(path.join(folder, 'keyring'), { create: false }));
  const session = connection.getClient().startSession({ snapshot: true });
  rmSync(databaseIn(folder), { force: true });
  const file = new DatabaseSync(databaseIn(folder));
  try {
    migrate(file);
    const reads = { db: models, vault, memory: createKeyMemory(vault), session } as unknown as MongoReads;
    file.exec('begin');
    await fillTables(reads, file, what => {
      throw new Error(`a document fits nowhere: ${what}`);
    });
    file.exec('commit');
  } finally {
    file.close();
    await session.endSession();
  }
}
