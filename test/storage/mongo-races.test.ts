import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newState } from '../../src/dialogs/state.ts';
import type { MongoReads, MongoWrites } from '../../src/storage/mongo/context.ts';
import { modelsOf } from '../../src/storage/mongo/schemas.ts';
import { inTransaction } from '../../src/storage/mongo/transaction.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { correction, message, newCase } from '../support/store.ts';

const missing = missingMongo();
const AT = new Date('2026-03-02T15:00:00Z');

/** What the driver throws, without a label, before it has sent anything. */
const NO_CONNECTION = [
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoServerSelectionError',
];

function bare(name: string): Error {
  return Object.defineProperty(new mongoose.mongo.MongoError(name), 'name', { value: name });
}

function transactorOf(connection: mongoose.Connection) {
  const reads = { db: modelsOf(connection) } as MongoReads;
  const clock = { elapsedMs: () => performance.now(), newId: () => '', initialState: () => newState('es') };
  return { connection, reads, ...clock };
}

describe.skipIf(missing)(`several processes at once on ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  let stores: WholeStore[];
  const inside = async <T>(work: (connection: mongoose.Connection) => Promise<T>): Promise<T> => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };

  beforeAll(async () => {
    database = await someDatabase();
    const keyring = newKeyring();
    stores = await Promise.all([1, 2, 3].map(() => openIn(database.url, keyring)));
  });

  afterAll(async () => {
    await Promise.all(stores.map(store => store.close()));
    await database.drop();
  });

  it('number the first corrections of all, each once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await inside(connection => connection.collection('sequences').deleteMany({}));
      await inside(connection => connection.collection('corrections').deleteMany({}));
      await Promise.all(
        stores.map((store, n) => {
          const filed = newCase({ id: `c ${round} ${n}`, number: `311 ${round} ${n}` });
          const cases = [
            { case: filed, expectedVersion: 0, events: [], correction: correction('mana agua') },
          ];
          return store.commit({ at: AT, cases });
        }),
      );
      const keys = await inside(connection => connection.collection('corrections').distinct('_id'));
      expect(keys).toEqual([1, 2, 3]);
    }
  });

  it('begin work again that numbered the first correction when another had just done so', async () => {
    let tries = 0;
    const done = await inside(connection => {
      return inTransaction(transactorOf(connection), async ({ db, session }) => {
        tries += 1;
        if (tries === 1) await db.sequences.insertMany([{ _id: 'corrections', last: 1 }], { session });
        return 'done';
      });
    });
    expect([done, tries]).toEqual(['done', 2]);
  });

  it.each(NO_CONNECTION)('begin work again that got no connection to the database: %s', async name => {
    let tries = 0;
    const done = await inside(connection =>
      inTransaction(transactorOf(connection), async () => {
        tries += 1;
        if (tries === 1) throw bare(name);
        return 'done';
      }),
    );
    expect([done, tries]).toEqual(['done', 2]);
  });

  it('give up work that got no connection for long', async () => {
    let tries = 0;
    await inside(async connection => {
      const transactor = { ...transactorOf(connection), elapsedMs: () => tries * 3_000 };
      const work = async () => {
        tries += 1;
        throw bare('MongoServerSelectionError');
      };
      await expect(inTransaction(transactor, work)).rejects.toThrow('MongoServerSelectionError');
    });
    expect(tries).toBe(3);
  });

  it.each(NO_CONNECTION)('never do again what may be committed, for want of a connection: %s', async name => {
    let tries = 0;
    await inside(async connection => {
      const startSession = async (): Promise<mongoose.ClientSession> => {
        const session = await connection.startSession();
        session.commitTransaction = () => Promise.reject(bare(name));
        return session;
      };
      const transactor = { ...transactorOf(connection), connection: { startSession } as never };
      const work = async ({ db, session }: MongoWrites) => {
        tries += 1;
        await db.bookmarks.findById('x', null, { session });
      };
      await expect(inTransaction(transactor, work)).rejects.toThrow(name);
    });
    expect(tries).toBe(1);
  });

  it('an erasure writes to no message that says nothing more of its writer', async () => {
    const [store] = stores;
    const [added] =
      (await store?.addInbound([message('uno'), message('dos', { providerId: null })], AT)) ?? [];
    const id = added?.conversationId ?? '';
    await store?.addMedia(id, { type: 'image/png', bytes: Buffer.from('png') }, 1);
    await store?.addInbound([message('tres')], AT);
    const written: unknown[] = [];
    mongoose.set('debug', (collection: string, method: string, ...args: unknown[]) => {
      if (collection === 'messages' && method === 'updateMany') written.push(args[0]);
    });
    await store?.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    mongoose.set('debug', false);
    const [filter] = written as object[];
    await inside(async connection => {
      const messages = connection.collection<{ _id: string; files: string[]; print_hash: Buffer | null }>(
        'messages',
      );
      expect(await messages.countDocuments(filter ?? {})).toBe(0);
      const left = await messages.find({ conversation_id: id }).toArray();
      expect(left.map(({ files, print_hash }) => ({ files, print_hash }))).toEqual(
        [1, 2, 3].map(() => ({ files: [], print_hash: null })),
      );
    });
  });
});
