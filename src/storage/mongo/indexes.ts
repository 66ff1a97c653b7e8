import type { Connection } from 'mongoose';
import { bytesOf, databaseOf, refuse } from './connection.ts';
import { COLLECTIONS, INDEXES, type NeededIndex } from './schemas.ts';

/** Makes the collections and indexes that are missing, and anew those that are not what this build needs. */
export async function bringIndexes(connection: Connection): Promise<void> {
  const db = databaseOf(connection);
  const there = new Set((await db.listCollections().toArray()).map(({ name }) => name));
  for (const name of COLLECTIONS) {
    if (!there.has(name)) await db.createCollection(name);
    const wrong = await lacking(connection, name);
    for (const { index, other } of wrong) if (other) await db.collection(name).dropIndex(index.name);
    if (wrong.length > 0) await db.collection(name).createIndexes(wrong.map(({ index }) => index));
  }
}

/** Throws `ConfigError` when an index this build relies on is not there, or is another one. */
export async function checkIndexes(connection: Connection): Promise<void> {
  for (const name of COLLECTIONS) {
    const [first] = await lacking(connection, name);
    if (first) refuse(remedy(name, first));
  }
}

interface Lacking {
  index: NeededIndex;
  /** One of its name is there. */
  other: boolean;
}

async function lacking(connection: Connection, name: (typeof COLLECTIONS)[number]): Promise<Lacking[]> {
  const needed = INDEXES[name] ?? [];
  if (needed.length === 0) return [];
  const found = (await databaseOf(connection).collection(name).listIndexes().toArray()) as NeededIndex[];
  return needed.flatMap(index => {
    const same = found.find(other => other.name === index.name);
    return same && isSame(index, same) ? [] : [{ index, other: same !== undefined }];
  });
}

function isSame(needed: NeededIndex, found: NeededIndex): boolean {
  const parts = ({ key, unique = false, partialFilterExpression: part = {} }: NeededIndex): Buffer =>
    bytesOf({ key, unique, part });
  return parts(needed).equals(parts(found));
}

function remedy(collection: string, { index: { key, ...options }, other }: Lacking): string {
  const drop = other ? `db.${collection}.dropIndex("${options.name}"); ` : '';
  const command = `${drop}db.${collection}.createIndex(${JSON.stringify(key)}, ${inShell(options)})`;
  return `index ${options.name} of ${collection} is ${other ? 'another one' : 'missing'}; stop the desk and run in mongosh: ${command}`;
}

/** As mongosh reads it: bytes are no JSON. */
function inShell(options: object): string {
  return JSON.stringify(options).replaceAll(JSON.stringify(Buffer.alloc(0)), 'BinData(0, "")');
}
