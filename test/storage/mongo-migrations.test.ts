import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../../src/storage/mongo/connection.ts';
import type { MessageDoc } from '../../src/storage/mongo/documents.ts';
import { checkIndexes } from '../../src/storage/mongo/indexes.ts';
import { migrate, pendingSteps, SCHEMA_VERSION, versionOf } from '../../src/storage/mongo/migrations.ts';
import { modelsOf } from '../../src/storage/mongo/schemas.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';

/** The timeouts of the sockets that a command leaves by. */
function watchSockets(command: string): { timeouts: (number | undefined)[]; end: () => void } {
  const timeouts: (number | undefined)[] = [];
  const look = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    const { write } = socket;
    socket.once('connect', () => {
      socket.write = (...args: unknown[]) => {
        if (Buffer.from(args[0] as Uint8Array).includes(command)) timeouts.push(socket.timeout);
        return Reflect.apply(write, socket, args);
      };
    });
  };
  subscribe('net.client.socket', look);
  return { timeouts, end: () => void unsubscribe('net.client.socket', look) };
}

const missing = missingMongo();

describe.skipIf(missing)(`the shape of a database in ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  const keyring = newKeyring();
  const open: Connection[] = [];
  const connected = async (): Promise<Connection> => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    open.push(connection);
    return connection;
  };

  beforeAll(async () => {
    database = await someDatabase();
  });

  afterAll(async () => {
    for (const connection of open) await connection.close();
    await database.drop();
  });

  it('is brought from the first version to today’s, also when that was cut short', async () => {
    await (await openIn(database.url, keyring)).close();
    const connection = await connected();
    const db = modelsOf(connection);
    const talks = databaseOf(connection).collection('conversations');
    await talks.dropIndex('address');
    await talks.createIndex(
      { address_hash: 1 },
      { name: 'address', unique: true, partialFilterExpression: { address_hash: { $type: 'binData' } } },
    );
    const messages = databaseOf(connection).collection<Partial<MessageDoc> & { _id: string }>('messages');
    await messages.dropIndex('key');
    await messages.insertOne({ _id: 'old', parked: 1, received_at: 7, conversation_id: 'c', seq: 1 });
    await messages.insertOne({ _id: 'gone', parked: 1, received_at: 7, conversation_id: 'd', seq: 1 });
    await talks.insertMany([{ _id: 'c', erased_at: null } as never, { _id: 'd', erased_at: 9 } as never]);
    await db.meta.updateOne({ _id: 'schema' }, { $set: { value: '1' } });
    expect(await pendingSteps(db)).toHaveLength(SCHEMA_VERSION - 1);
    await expect(checkIndexes(connection)).rejects.toThrow(/index address of conversations is another one/);
    await (await openIn(database.url, keyring)).close();
    expect(await versionOf(db)).toBe(SCHEMA_VERSION);
    expect(await pendingSteps(db)).toEqual([]);
    await checkIndexes(connection);
    const aside = { parked_at: 7, parked_reason: 'failed_turn' };
    expect(await messages.findOne({ _id: 'old' })).toMatchObject({ parked: 1, ...aside });
    const seen = { parked: 2, dropped_at: 9, dropped_by: 'citizen', dropped_reason: 'erased' };
    expect(await messages.findOne({ _id: 'gone' })).toMatchObject({ ...seen, ...aside });
  });

  it('is given as long for a step as it takes: no timeout is on the socket that asks for indexes', async () => {
    await (await openIn(database.url, keyring)).close();
    const connection = await connected();
    await databaseOf(connection).collection('messages').dropIndex('key');
    const { meta } = modelsOf(connection);
    await meta.updateOne({ _id: 'schema' }, { $set: { value: '1' } });
    const watch = watchSockets('createIndexes');
    await (await openIn(database.url, keyring)).close();
    watch.end();
    expect(watch.timeouts).toEqual([0]);
    await checkIndexes(connection);
  });

  it('is changed by one process alone, however long a step takes', async () => {
    const leaseMs = 4_000;
    const [first, second] = [await connected(), await connected()];
    const dbs = new Map([first, second].map(connection => [connection, modelsOf(connection)]));
    const { meta } = modelsOf(await connected());
    await meta.deleteOne({ _id: 'schema' });
    const gate = Promise.withResolvers<void>();
    const begun: number[] = [];
    const steps = [
      {
        does: 'takes its time',
        run: () => {
          begun.push(performance.now());
          return gate.promise;
        },
      },
    ];
    const both = [...dbs].map(([connection, db]) => migrate(connection, db, { steps, leaseMs }));
    const held = async (): Promise<number> => Number((await meta.findById('migration').lean())?.value ?? 0);
    while ((await held()) === 0) await pause(20);
    const end = await held();
    while ((await held()) < end + 2 * leaseMs && begun.length === 1) await pause(100);
    gate.resolve();
    await Promise.all(both);
    expect(begun).toHaveLength(1);
    expect(await held()).toBe(0);
  });
});
