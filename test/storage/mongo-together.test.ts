import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConflictError } from '../../src/errors.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { message, newCase, outbound } from '../support/store.ts';

const missing = missingMongo();
const AT = new Date('2026-03-02T15:00:00Z');

/** A message, and its turn with a case. */
async function oneTurn(store: WholeStore, name: string): Promise<void> {
  const [added] = await store.addInbound([message(name)], AT);
  const id = added?.conversationId ?? '';
  const loaded = await store.load(id);
  const { version = 0, turns = 0 } = loaded?.conversation ?? {};
  const opening = { conversationId: id, turn: turns + 1, index: 0 };
  const filed = newCase({ id: `case ${name}`, number: name, conversationId: id, opening });
  const event = { at: AT, what: 'opened', from: null, to: 'assigned', by: 'citizen', note: null } as const;
  const consumed = loaded?.messages.map(({ seq }) => seq) ?? [];
  await store.commit({
    ...{ at: AT, conversation: { id, expectedVersion: version, consumed, turn: true, set: {} } },
    cases: [{ case: filed, expectedVersion: 0, events: [event] }],
    outbound: [outbound(id, `reply ${name}`, { turn: turns + 1, caseId: filed.id })],
  });
}

/** What is plain in every document: of what is sealed or random, its type. */
async function documentsOf(url: string): Promise<unknown[]> {
  const connection = await mongoose.createConnection(url).asPromise();
  const found: unknown[] = [];
  for (const name of ['data_keys', 'conversations', 'messages', 'cases', 'case_events', 'outbound']) {
    for (const doc of await connection.collection(name).find().sort({ _id: 1 }).toArray()) {
      const plain = Object.entries(doc).map(([field, value]) =>
        typeof value === 'number' || value === null
          ? [field, value]
          : [field, Object.prototype.toString.call(value)],
      );
      found.push([name, Object.fromEntries(plain)]);
    }
  }
  await connection.close();
  return found;
}

describe.skipIf(missing)(`writing together in ${missing ?? 'a MongoDB'}`, () => {
  let together: Awaited<ReturnType<typeof someDatabase>>;
  let apart: Awaited<ReturnType<typeof someDatabase>>;

  beforeAll(async () => {
    [together, apart] = [await someDatabase(), await someDatabase()];
  });

  afterAll(async () => {
    await together.drop();
    await apart.drop();
  });

  it('makes in one call the documents that a server before 8.0 is given one after the other', async () => {
    for (const [{ url }, many] of [
      [together, true],
      [apart, false],
    ] as const) {
      const store = await openIn(url, newKeyring(), { many });
      await oneTurn(store, 'one');
      await oneTurn(store, 'two');
      await expect(oneTurn(store, 'two'), `many: ${many}`).rejects.toThrow(ConflictError);
      await store.close();
    }
    const found = await documentsOf(together.url);
    expect(found).toHaveLength(4 + 1 + 2 + 2 + 2 + 2);
    expect(found).toEqual(await documentsOf(apart.url));
  });
});
