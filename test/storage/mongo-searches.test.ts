import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Share } from '../../src/storage/share.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { message, newCase, outbound } from '../support/store.ts';

const missing = missingMongo();
const AT = new Date('2026-03-02T15:00:00Z');
const ACCOUNT = '+5076000000';

/** Everything, what a process does for one channel, and what the others do. */
const SHARES: Share[] = [{ allBut: [] }, { only: ['sms'] }, { allBut: ['whatsapp-web'] }];

interface Search {
  collection: string;
  filter: object;
}

/** What the figures count, which goes by an index too. */
const BACKLOG: [collection: string, filter: object][] = [
  ['messages', { parked: 1 }],
  ['outbound', { due_at: { $gte: 0 } }],
  ['conversations', { waiting_since: { $gte: 0 } }],
];

/** What people's lists ask for. */
const LISTS: [index: string, filter: object][] = [
  ['todo', { agency: 'idaan', status: 'assigned' }],
  ['office', { agency: 'municipio', holder_district: '0810' }],
  ['service', { service: 'water-leak' }],
  ['district', { district: '0810' }],
];

/** What mongoose was asked while this ran. */
async function searchesOf(work: () => Promise<unknown>): Promise<Search[]> {
  const found: Search[] = [];
  mongoose.set('debug', (collection: string, method: string, ...[filter]: unknown[]) => {
    if (!/^(find|update|delete|count)/i.test(method)) return;
    found.push({ collection, filter: filter as object });
  });
  try {
    await work();
  } finally {
    mongoose.set('debug', false);
  }
  return found;
}

/**
 * The parts of a filter that an index must answer: each alternative for itself; beside an `_id`, and beside what is there, whether
 * something is null is seen in what was found, and beside when something is due, its channel in the index and its class in the few
 * that a talk has open. (Of more than these the server of the tests plans worse than it searches.)
 */
function indexed(filter: object): object[] {
  const { $or: alternatives, ...rest } = filter as { $or?: object[]; _id?: unknown };
  if (alternatives) return alternatives.flatMap(one => indexed({ ...rest, ...one }));
  if (rest._id !== undefined) return [{ _id: rest._id }];
  const isDue = ['wake_at', 'waiting_since', 'due_at', 'started_at'].some(name => name in rest);
  return [
    Object.fromEntries(
      Object.entries(rest).filter(
        ([name, value]) => value !== null && !(isDue && ['channel', 'class'].includes(name)),
      ),
    ),
  ];
}

/** All that is asked of the store from a message to its answer, and for who looks at the case then. */
async function fromMessageToAnswer(store: WholeStore): Promise<void> {
  const [added] = await store.addInbound([message('uno')], AT);
  await store.addInbound([message('uno')], AT);
  const id = added?.conversationId ?? '';
  await store.load(id);
  const filed = newCase({ conversationId: id, opening: { conversationId: id, turn: 1, index: 0 } });
  const conversation = { id, expectedVersion: 0, consumed: [1], turn: true, set: {} };
  await store.commit({
    ...{ at: AT, conversation, cases: [{ case: filed, expectedVersion: 0, events: [] }] },
    outbound: [outbound(id, 'o1', { turn: 1, caseId: filed.id }), outbound(id, 'o2', { turn: 1 })],
  });
  await store.isUrgent(id);
  await store.claim(id, AT, 30_000);
  await store.record('o1', 1, { state: 'accepted', providerId: 'p1' });
  await store.isSent('sms', ACCOUNT, 'p1');
  await store.addReceipts([
    { channel: 'sms', account: ACCOUNT, providerId: 'p1', state: 'delivered', at: AT },
  ]);
  for (const share of SHARES) await store.overdue(AT, 10, share);
  await store.caseByNumber(filed.number);
  await store.casesOf(id);
  await store.deliveries(filed.id);
  await store.history(filed.id);
  await store.othersOfPerson(id);
}

describe.skipIf(missing)(`searching in ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;

  beforeAll(async () => {
    database = await someDatabase();
  });

  afterAll(() => database.drop());

  it('looks through no collection from a message to its answer: every search has its index', async () => {
    const store = await openIn(database.url, newKeyring());
    const searches = await searchesOf(() => fromMessageToAnswer(store));
    await store.close();
    const connection = await mongoose.createConnection(database.url).asPromise();
    const scanning: string[] = [];
    const parts = searches.flatMap(({ collection, filter }) =>
      indexed(filter).map(part => ({ collection, filter: part })),
    );
    for (const { collection, filter } of parts) {
      const plan = JSON.stringify(await connection.collection(collection).find(filter).explain());
      if (plan.includes('COLLSCAN')) scanning.push(`${collection} ${Object.keys(filter)}`);
    }
    for (const [collection, filter] of BACKLOG) {
      const plan = JSON.stringify(await connection.collection(collection).find(filter).explain());
      if (plan.includes('COLLSCAN')) scanning.push(`${collection} ${Object.keys(filter)}`);
    }
    for (const [index, filter] of LISTS) {
      const newest = connection.collection('cases').find(filter).sort({ opened_at: -1, _id: -1 });
      const plan = JSON.stringify(await newest.explain());
      if (!plan.includes(`"${index}"`)) scanning.push(`cases ${Object.keys(filter)}`);
    }
    await connection.close();
    expect(searches.length).toBeGreaterThan(20);
    expect(scanning).toEqual([]);
  });
});
