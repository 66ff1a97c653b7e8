import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { ConfigError } from '../../errors.ts';

/** All that is read is what a majority has; all that is written is on the disks of one before anybody is told. */
const OPTIONS: ConnectOptions = {
  ...{
    appName: 'ventanilla',
    promoteBuffers: true,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  },
  ...{ readConcernLevel: 'majority', readPreference: 'primary', retryWrites: true },
  writeConcern: { w: 'majority', journal: true },
  // Who waits for an answer is a platform that comes again: better refused soon than kept waiting.
  // A busy server is slow to greet a new connection, and quick on one it knows.
  ...{ serverSelectionTimeoutMS: 2_500, connectTimeoutMS: 5_000, waitQueueTimeoutMS: 5_000 },
  ...{ maxPoolSize: 50, socketTimeoutMS: 10_000 },
};

/** Connects to the replica set of `STORE_URL`. Throws `ConfigError` with the remedy when it is none that can hold the desk. */
export async function connect(url: string, more: ConnectOptions = {}): Promise<Connection> {
  checkAddress(url);
  const connection = mongoose.createConnection();
  // Trouble after the start shows in the calls that meet it.
  connection.on('error', () => {});
  try {
    await connection.openUri(url, { ...OPTIONS, ...more });
    await checkServer(connection);
    return connection;
  } catch (error) {
    await connection.close(true).catch(() => {});
    throw unusable(error);
  }
}

/** The database of an open connection. */
export function databaseOf({ db }: Connection): NonNullable<Connection['db']> {
  if (!db) throw new Error('the connection is closed');
  return db;
}

/** A value as a server keeps it: what came back as one type or another, by how the connection was opened, is the same here. */
export function bytesOf(value: object): Buffer {
  return Buffer.from(mongoose.mongo.BSON.serialize(value));
}

/** Refuses the store, in one line. */
export function refuse(reason: string): never {
  throw new ConfigError([{ where: 'STORE_URL', reason }]);
}

const WEAKER: Record<string, RegExp> = {
  w: /^(?!majority$)/,
  journal: /^(?!true$)/,
  j: /^(?!true$)/,
  readconcernlevel: /^(?!majority$)/,
  readpreference: /^(?!primary$)/,
  retrywrites: /^(?!true$)/,
  directconnection: /^(?!false$)/,
};

/** What the address itself says: a database, and nothing that would promise less than the desk does. */
function checkAddress(url: string): void {
  const [address = '', query = ''] = url.split('?', 2);
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/]+)$/.exec(address) ?? [];
  if (name === undefined) {
    refuse('names no database; write one after the host, such as mongodb://localhost:27017/ventanilla');
  }
  for (const [option, value] of new URLSearchParams(query)) {
    if (WEAKER[option.toLowerCase()]?.test(value)) {
      refuse(
        `${option}=${value} would promise less than the desk does; take it out (writes go to a majority's disks)`,
      );
    }
  }
}

/** A server's own word of itself, the parts that decide. */
interface Hello {
  setName?: string;
  msg?: string;
  isWritablePrimary?: boolean;
}

async function checkServer(connection: Connection): Promise<void> {
  const hello = (await databaseOf(connection).admin().command({ hello: 1 })) as Hello;
  if (hello.setName === undefined && hello.msg !== 'isdbgrid') {
    refuse(
      'this MongoDB is a standalone server, which has no transactions; start it with --replSet rs0 and run once: mongosh --eval "rs.initiate()"',
    );
  }
}

/** Why a start could not use a server, in words that name the setting's remedy. Its own words may hold an address. */
export function unusable(error: unknown): ConfigError {
  if (error instanceof ConfigError) return error;
  return new ConfigError([{ where: 'STORE_URL', reason: reasonOf(error) }]);
}

function reasonOf(error: unknown): string {
  const said = causesOf(error);
  const says = (pattern: RegExp): boolean => said.some(line => pattern.test(line));
  const code = (error as { code?: unknown }).code;
  if (says(/wire version/)) return 'this MongoDB is too old; version 4.4 or newer is needed';
  if (code === 18 || says(/Authentication failed|auth.*fail/i)) {
    return 'the user or the password in it is refused by the database';
  }
  if (code === 13 || says(/requires authentication|not authorized/i)) {
    return 'the database wants a user who may read and write it: mongodb://user:password@host/ventanilla';
  }
  if (says(/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/)) {
    return 'no database answers at this address; start it, or mend the address';
  }
  if (says(/ReplicaSetNoPrimary/)) {
    return 'the replica set at this address has no primary now; see rs.status() in mongosh';
  }
  if (says(/ServerSelection|MongoParseError|Network/)) {
    return 'what is at this address does not answer as a MongoDB; mend the address';
  }
  const name = error instanceof Error ? error.name : typeof error;
  return `the database cannot be used (${name}${code === undefined ? '' : ` ${code}`})`;
}

/** Names and messages of an error, what caused it, and what each server of the set answered. */
function causesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { reason } = error as {
    reason?: { type?: string; servers?: Map<string, { error?: unknown }> } | Error;
  };
  const servers = reason && 'servers' in reason ? [...(reason.servers?.values() ?? [])] : [];
  return [
    `${error.name}: ${error.message}`,
    ...(reason && 'type' in reason ? [String(reason.type)] : []),
    ...causesOf(error.cause, depth + 1),
    ...causesOf(reason, depth + 1),
    ...servers.flatMap(server => causesOf(server.error, depth + 1)),
  ];
}
