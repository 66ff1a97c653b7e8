import { readFileSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { connect, databaseOf } from '../../src/storage/mongo/connection.ts';
import { CONNECTIONS, fillPool } from '../../src/storage/mongo/fill-pool.ts';
import { SCHEMA_VERSION } from '../../src/storage/mongo/migrations.ts';
import { INDEXES } from '../../src/storage/mongo/schemas.ts';
import { freePort } from '../support/free-port.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo, ownMissing, startMongo, withDatabase } from '../support/servers/mongodb.ts';

/** What a start says in refusing; the store is closed if it was not refused. */
async function refusal(url: string, keyring = newKeyring()): Promise<string> {
  try {
    await (await openIn(url, keyring)).close();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'not refused';
}

/** A server that answers whatever it is told. */
async function answering(answer: (asked: Buffer) => Buffer): Promise<{ url: string; close: () => void }> {
  const server = net.createServer(socket => {
    socket.on('error', () => {});
    socket.on('data', asked => void socket.write(answer(asked)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `mongodb://127.0.0.1:${port}/x`, close: () => server.close() };
}

/** The answer of a server of the time before transactions to its first question. */
function oldHello(asked: Buffer): Buffer {
  const said = mongoose.mongo.BSON.serialize({ ok: 1, ismaster: true, minWireVersion: 0, maxWireVersion: 6 });
  const head = Buffer.alloc(36);
  head.writeInt32LE(36 + said.length, 0);
  head.writeInt32LE(asked.readInt32LE(4), 8);
  head.writeInt32LE(1, 12);
  head.writeInt32LE(1, 32);
  return Buffer.concat([head, said]);
}

describe('an address no desk can be kept at', () => {
  it('is refused where nobody answers', async () => {
    const url = `mongodb://127.0.0.1:${await freePort()}/x`;
    expect(await refusal(url)).toBe(
      'STORE_URL: no database answers at this address; start it, or mend the address',
    );
  });

  it.each([
    ['speaks HTTP', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['speaks like Redis', () => Buffer.from("-ERR unknown command 'x', with args beginning with: \r\n")],
  ])('is refused where something %s', async (_, answer) => {
    const { url, close } = await answering(answer);
    expect(await refusal(url)).toBe(
      'STORE_URL: what is at this address does not answer as a MongoDB; mend the address',
    );
    close();
  });

  it('is refused where the server is of before its time', async () => {
    const { url, close } = await answering(oldHello);
    expect(await refusal(url)).toBe('STORE_URL: this MongoDB is too old; version 4.4 or newer is needed');
    close();
  });

  it.each([
    'w=1',
    'w=0',
    'journal=false',
    'readConcernLevel=local',
    'readPreference=secondary',
    'retryWrites=false',
  ])('is refused with %s, which would promise less', async option => {
    expect(await refusal(`mongodb://127.0.0.1:1/x?appName=y&${option}`)).toMatch(
      new RegExp(`^STORE_URL: ${option} would promise less than the desk does; take it out`),
    );
  });

  it.each(['mongodb://127.0.0.1:1', 'mongodb://127.0.0.1:1/', 'mongodb://127.0.0.1:1/?w=majority'])(
    'is refused when it names no database: %s',
    async url => {
      expect(await refusal(url)).toMatch(/^STORE_URL: names no database; write one after the host/);
    },
  );
});

const missing = missingMongo();

describe.skipIf(missing)(`opening a store in ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;

  beforeAll(async () => {
    database = await someDatabase();
  });

  afterAll(() => database.drop());

  type Db = ReturnType<typeof databaseOf>;
  const inside = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    try {
      return await work(databaseOf(connection));
    } finally {
      await connection.close();
    }
  };
  const meta = (name: string, value: string) =>
    inside(db =>
      db.collection<{ _id: string }>('meta').updateOne({ _id: name }, { $set: { value } }, { upsert: true }),
    );

  it('lets several processes of one installation begin at once, and builds what they need once', async () => {
    const keyring = newKeyring();
    loadKeyring(keyring, { create: true });
    const stores = await Promise.all([1, 2, 3].map(() => openIn(database.url, keyring)));
    await Promise.all(stores.map(store => store.probe(new Date(0))));
    await Promise.all(stores.map(store => store.close()));
    const [version] = await inside(db =>
      db
        .collection('meta')
        .find({ _id: 'schema' as never })
        .toArray(),
    );
    expect(version?.['value']).toBe(String(SCHEMA_VERSION));
  });

  it('refuses another installation, in words that help', async () => {
    expect(await refusal(database.url)).toMatch(/^STORE_URL: this database is another installation’s/);
  });

  it('changes nothing of another installation’s database, also one of an older version', async () => {
    await meta('schema', '1');
    expect(await refusal(database.url)).toMatch(/^STORE_URL: this database is another installation’s/);
    const found = await inside(db => db.collection<{ _id: string }>('meta').findOne({ _id: 'schema' }));
    expect(found).toMatchObject({ value: '1' });
    await meta('schema', String(SCHEMA_VERSION));
  });

  it('refuses a newer schema and leaves it as it is', async () => {
    await meta('schema', '42');
    expect(await refusal(database.url)).toMatch(
      /^STORE_URL: the database is of version 42, this build knows/,
    );
    await meta('schema', String(SCHEMA_VERSION));
  });

  it('goes on with a step that was cut short, when the lease of who died has ended', async () => {
    await inside(async db => {
      await db.dropDatabase();
      await db.createCollection('messages');
      await db.collection('meta').insertOne({ _id: 'migration' as never, value: '1' });
    });
    const keyring = newKeyring();
    await (await openIn(database.url, keyring)).close();
    expect(await refusal(database.url, keyring)).toBe('not refused');
  });

  it('keeps connections for the first calls that come at once', async () => {
    await inside(db => db.dropDatabase());
    const store = await openIn(database.url, newKeyring());
    const held = mongoose.connections.filter(({ readyState }) => readyState === 1);
    expect(held.map(connection => connection.getClient().options.minPoolSize)).toEqual([CONNECTIONS]);
    await store.close();
  });

  it('waits until they stand', async () => {
    const connection = await connect(database.url);
    await fillPool(connection);
    const made: unknown[] = [];
    connection.getClient().on('connectionCreated', ({ connectionId }) => void made.push(connectionId));
    await Promise.all(['a', 'b', 'c', 'd'].map(() => databaseOf(connection).admin().ping()));
    expect(made).toEqual([]);
    await connection.close();
  });

  it('refuses a keyring from before a rotation', async () => {
    await inside(db => db.dropDatabase());
    const keyring = newKeyring();
    const store = await openIn(database.url, keyring);
    const before = readFileSync(keyring);
    loadKeyring(keyring, { create: false }).addKey();
    await store.close();
    const rotating = await openIn(database.url, keyring);
    expect(await rotating.rewrapKeys()).toBe(1);
    await rotating.close();
    writeFileSync(keyring, before);
    expect(await refusal(database.url, keyring)).toMatch(
      /^KEYRING_FILE: this keyring is older than the store/,
    );
  });

  it.each(
    Object.entries(INDEXES).flatMap(([name, indexes]) =>
      indexes.filter(({ unique }) => unique).map(index => [name, index.name]),
    ),
  )(
    'refuses a database whose index of %s %s is gone or another, with the command that brings it',
    async (collection, index) => {
      await inside(db => db.dropDatabase());
      const keyring = newKeyring();
      await (await openIn(database.url, keyring)).close();
      await inside(db => db.collection(collection).dropIndex(index));
      expect(await refusal(database.url, keyring)).toMatch(
        new RegExp(
          `^STORE_URL: index ${index} of ${collection} is missing; stop the desk and run in mongosh: db\\.${collection}\\.createIndex`,
        ),
      );
      await inside(db => db.collection(collection).createIndex({ other: 1 }, { name: index }));
      expect(await refusal(database.url, keyring)).toMatch(/is another one; .*dropIndex/);
    },
  );
});

const noOwn = ownMissing();

describe.skipIf(noOwn)(`a server that is started otherwise (${noOwn ?? 'here'})`, () => {
  it('is refused when it stands alone, with what makes a set of it', async () => {
    const server = await startMongo('--standalone');
    expect(await refusal(withDatabase(server.url, 'x'))).toMatch(
      /^STORE_URL: this MongoDB is a standalone server, which has no transactions; start it with --replSet/,
    );
    await server.stop();
  });

  it('is refused without the right user and password, and never repeats them', async () => {
    const server = await startMongo('--auth');
    expect(await refusal(withDatabase(server.url, 'x'))).toMatch(/^STORE_URL: the database wants a user/);
    const wrong = withDatabase(server.url.replace('//', '//desk:s3cret-word@'), 'x');
    const said = await refusal(wrong);
    expect(said).toMatch(/^STORE_URL: the user or the password in it is refused/);
    expect(said).not.toContain('s3cret');
    await server.stop();
  });
});
