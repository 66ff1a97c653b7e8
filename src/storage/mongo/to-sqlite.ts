import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { MongoReads } from './context.ts';
import { within } from './context.ts';
import type { CollectionName, MediaDoc } from './documents.ts';
import { sealedBytes } from './media.ts';

/** What points nowhere is kept as a number no row has, so that it is found to be an orphan. */
const key = (table: string, id: string): string =>
  `coalesce((select key from ${table} where id = ${id}), -1)`;
const perhapsKey = (table: string, id: string): string =>
  `case when ${id} is not null then ${key(table, id)} end`;
const TALK = key('conversations', '@conversation_id');

function insert(table: string, columns: string, more: Record<string, string> = {}): string {
  const names = columns.split(' ');
  const values = [...names.map(name => `@${name}`), ...Object.values(more)];
  return `insert into ${table} (${[...names, ...Object.keys(more)].join(', ')}) values (${values.join(', ')})`;
}

/** How each collection's documents become rows of the embedded store's tables, in an order in which they find each other. */
const WRITES: [CollectionName, string[]][] = [
  ['meta', ["insert into meta (name, value) select @_id, @value where @_id = 'keyring'"]],
  ['data_keys', [insert('data_keys', 'wrapped', { owner: '@_id' })]],
  [
    'conversations',
    [
      insert(
        'conversations',
        `channel account address_hash address_sealed name_sealed state_sealed route_sealed version turns mode reason review since taken_by opted_out wake_at failures created_at erased_at person`,
        { id: '@_id' },
      ),
      insert('counters', 'seq waiting_from waiting_since last_inbound_at', {
        conversation: key('conversations', '@_id'),
      }),
    ],
  ],
  [
    'other_addresses',
    [`insert into other_addresses (address_hash, conversation) values (unhex(@_id), ${TALK})`],
  ],
  [
    'cases',
    [
      insert(
        'cases',
        `number version kind status privacy service agency holder_district district corregimiento incident conversation_id opening_conversation opening_turn opening_index opened_at due_at wake_at rating confirmed history_count history_head body_sealed reporter_sealed`,
        { id: '@_id' },
      ),
    ],
  ],
  [
    'case_events',
    [insert('case_events', 'n at what body_sealed mac', { case_key: key('cases', '@case_id') })],
  ],
  ['idempotency', [insert('idempotency', 'case_id', { key_hash: 'unhex(@_id)' })]],
  [
    'corrections',
    [insert('corrections', 'owner case_id n at source corrector_hash body_sealed', { key: '@_id' })],
  ],
  [
    'notices',
    [
      insert('notices', 'case_id kind at wake_at body_sealed', { id: '@_id' }),
      `insert into attempts (notice, n, at, step, road, conversation, reason, what, code)
       select ${key('notices', '@_id')}, a.key + 1, a.value ->> 'at', a.value ->> 'step', a.value ->> 'road',
         ${perhapsKey('conversations', "a.value ->> 'conversation_id'")}, a.value ->> 'reason',
         a.value ->> 'what', a.value ->> 'code' from json_each(@attempts) a`,
    ],
  ],
  [
    'messages',
    [
      insert(
        'messages',
        `seq key_hash print_hash received_at turn parked parked_at parked_reason dropped_at dropped_by dropped_reason possible_repeat body_sealed`,
        { conversation: TALK },
      ),
      `insert into message_media (conversation, seq, media) select ${TALK}, @seq, f.value from json_each(@files) f`,
    ],
  ],
  [
    'outbound',
    [
      insert(
        'outbound',
        `seq turn author class asks case_id created_at state attempt started_at due_at accepts maybe_duplicate provider_hash code receipt receipt_attempt body_sealed`,
        { id: '@_id', conversation: TALK, notice: perhapsKey('notices', '@notice_id') },
      ),
      `insert into receipts (outbound, attempt, state, at)
       select ${key('outbound', '@_id')}, r.value ->> 'attempt', r.value ->> 'state', r.value ->> 'at'
       from json_each(@receipts) r`,
    ],
  ],
  ['media', [insert('media', 'type bytes body_sealed', { id: '@media', conversation: TALK })]],
  [
    'proofs',
    [
      insert('proofs', 'code_hash asked_at until misses', {
        ...{ conversation: TALK, other: key('conversations', '@other_id') },
      }),
    ],
  ],
  ['bookmarks', [insert('bookmarks', 'value', { name: '@_id' })]],
  ['budgets', ['insert into spent (budget, at) select @_id, s.value from json_each(@spent) s']],
  ['leases', [insert('leases', 'holder token beat', { name: '@_id' })]],
  [
    'api_keys',
    [insert('api_keys', 'name role agency district created_at revoked_at secret_hash', { id: '@_id' })],
  ],
];

/** What a database held at one moment. */
export type MongoSnapshot = Pick<MongoReads, 'db' | 'session'>;

/** Documents read at once. */
const AT_ONCE = 500;

/** Copies a database into empty tables of the embedded store; `unfit` is told of what finds no place in them. */
export async function fillTables(
  reads: MongoSnapshot,
  db: DatabaseSync,
  unfit: (what: string) => void,
): Promise<void> {
  for (const [name, texts] of WRITES) {
    const statements = texts.map(text => {
      const statement = db.prepare(text);
      statement.setAllowUnknownNamedParameters(true);
      return statement;
    });
    const found = reads.db[name] as unknown as typeof reads.db.meta;
    const cursor = found.find({}, null, within(reads)).lean().cursor({ batchSize: AT_ONCE });
    for await (const doc of cursor) {
      const row = await rowOf(reads, name, doc);
      try {
        for (const statement of statements) statement.run(row);
      } catch {
        unfit(`${name} ${doc._id}`);
      }
    }
  }
}

/** Lists become JSON, and a file's pieces one blob. */
async function rowOf(
  reads: MongoSnapshot,
  name: CollectionName,
  doc: object,
): Promise<Record<string, SQLInputValue>> {
  const file = name === 'media' ? (doc as MediaDoc) : null;
  const sealed = file && { body_sealed: await sealedBytes(reads, file.conversation_id, file) };
  const fields = Object.entries({ ...doc, ...sealed }).map(([field, value]) => {
    return [field, Array.isArray(value) ? JSON.stringify(value) : (value as SQLInputValue)];
  });
  return Object.fromEntries(fields) as Record<string, SQLInputValue>;
}
