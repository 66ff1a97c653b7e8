import { type Connection, type Model, Schema } from 'mongoose';
import type { CollectionName, Documents } from './documents.ts';

/** The models of one connection. */
export type Models = { [Name in CollectionName]: Model<Documents[Name]> };

/** An index this build relies on. */
export interface NeededIndex {
  name: string;
  key: Record<string, 1 | -1>;
  unique?: boolean;
  /** Only documents for which this holds are in it. */
  partialFilterExpression?: Record<string, object>;
}

const text = { type: String, required: true };
const perhapsText = { type: String, default: null };
const number = { type: Number, required: true };
const perhapsNumber = { type: Number, default: null };
const bytes = { type: Buffer, required: true };
const perhapsBytes = { type: Buffer, default: null };
const list = (of: object) => ({ type: [new Schema(of, { _id: false, id: false })], default: [] });

/**
 * What may be null is in an index only where it is there. These are comparisons because a planner proves only of those
 * (and not of `$type`) that what is looked for is among them.
 */
const present = (field: string): Record<string, object> => ({ [field]: { $gte: 0 } });
const hashed = (field: string): Record<string, object> => ({ [field]: { $gte: Buffer.alloc(0) } });
const worded = (field: string): Record<string, object> => ({ [field]: { $gte: '' } });

/** What a document of each collection holds. */
const FIELDS: Record<CollectionName, Record<string, object>> = {
  meta: { _id: text, value: text },
  data_keys: { _id: text, wrapped: bytes },
  conversations: {
    ...{ _id: text, channel: text, account: { type: String, default: '' }, address_hash: perhapsBytes },
    ...{ address_sealed: perhapsBytes, name_sealed: perhapsBytes, state_sealed: perhapsBytes },
    ...{ route_sealed: perhapsBytes, version: number, turns: number, seq: number, mode: text },
    ...{ reason: perhapsText, review: number, since: perhapsNumber, taken_by: perhapsText },
    ...{ opted_out: number, wake_at: perhapsNumber, failures: number, created_at: number },
    ...{ last_inbound_at: perhapsNumber, waiting_from: perhapsNumber, waiting_since: perhapsNumber },
    ...{ person: perhapsText, files: number, erased_at: perhapsNumber },
  },
  other_addresses: { _id: text, conversation_id: text },
  messages: {
    ...{ _id: text, conversation_id: text, channel: text, seq: number },
    ...{ key_hash: perhapsBytes, print_hash: perhapsBytes },
    ...{ received_at: number, turn: perhapsNumber, parked: number, possible_repeat: number },
    ...{ parked_at: perhapsNumber, parked_reason: perhapsText, dropped_at: perhapsNumber },
    ...{ dropped_by: perhapsText, dropped_reason: perhapsText },
    ...{ body_sealed: bytes, files: { type: [String], default: [] } },
  },
  outbound: {
    ...{ _id: text, conversation_id: text, channel: text, account: { type: String, default: '' } },
    ...{ seq: number, turn: perhapsNumber, author: text, class: text },
    ...{ asks: text, case_id: perhapsText, created_at: number, state: text, attempt: number },
    ...{ started_at: perhapsNumber, due_at: perhapsNumber, accepts: number, maybe_duplicate: number },
    ...{ provider_hash: perhapsBytes, code: perhapsText, receipt: perhapsText },
    ...{ receipt_attempt: perhapsNumber, notice_id: perhapsText, body_sealed: bytes },
    receipts: list({ attempt: number, state: text, at: number }),
  },
  cases: {
    ...{ _id: text, number: text, version: number, kind: text, status: text, privacy: text },
    ...{ service: perhapsText, agency: perhapsText, holder_district: perhapsText, district: perhapsText },
    ...{
      corregimiento: perhapsText,
      incident: perhapsText,
      conversation_id: perhapsText,
      opening_conversation: perhapsText,
    },
    ...{ opening_turn: perhapsNumber, opening_index: perhapsNumber, opened_at: number, due_at: number },
    ...{ wake_at: perhapsNumber, rating: perhapsNumber, confirmed: perhapsNumber, history_count: number },
    ...{ history_head: { type: String, default: '' }, body_sealed: bytes, reporter_sealed: perhapsBytes },
  },
  case_events: {
    ...{ _id: text, case_id: text, n: number, at: number, what: text, body_sealed: bytes, mac: text },
  },
  idempotency: { _id: text, case_id: text },
  corrections: {
    ...{ _id: number, owner: text, case_id: text, n: number, at: number, source: text },
    ...{ corrector_hash: bytes, body_sealed: bytes },
  },
  sequences: { _id: text, last: number },
  notices: {
    ...{ _id: text, case_id: text, n: number, kind: text, at: number, wake_at: perhapsNumber },
    body_sealed: bytes,
    attempts: list({
      ...{ at: number, step: number, road: text, conversation_id: perhapsText, reason: text, what: text },
      code: perhapsText,
    }),
  },
  media: { _id: text, conversation_id: text, media: text, type: text, bytes: number, chunks: number },
  media_chunks: { _id: text, conversation_id: text, body: bytes },
  proofs: {
    ...{ _id: text, conversation_id: text, other_id: text, code_hash: perhapsText, asked_at: number },
    until: number,
    misses: number,
  },
  budgets: { _id: text, spent: { type: [Number], default: [] }, last_at: number },
  bookmarks: { _id: text, value: { type: String, default: '' } },
  leases: { _id: text, holder: perhapsText, token: number, beat: number },
  api_keys: {
    ...{ _id: text, name: text, role: text, agency: perhapsText, district: perhapsText, created_at: number },
    ...{ revoked_at: perhapsNumber, secret_hash: text },
  },
};

/** The indexes of each collection, besides that of `_id`. Unique ones hold the promises; the others keep reads short. */
export const INDEXES: Partial<Record<CollectionName, NeededIndex[]>> = {
  conversations: [
    {
      ...{ name: 'address', key: { address_hash: 1 }, unique: true },
      partialFilterExpression: hashed('address_hash'),
    },
    { name: 'wake', key: { wake_at: 1, channel: 1 }, partialFilterExpression: present('wake_at') },
    {
      ...{ name: 'waiting', key: { waiting_since: 1, channel: 1 } },
      partialFilterExpression: present('waiting_since'),
    },
    { name: 'people', key: { mode: 1, review: 1, since: 1 } },
    { name: 'person', key: { person: 1 }, partialFilterExpression: worded('person') },
  ],
  other_addresses: [{ name: 'conversation', key: { conversation_id: 1 } }],
  messages: [
    { name: 'order', key: { conversation_id: 1, seq: 1 }, unique: true },
    { name: 'key', key: { key_hash: 1 }, unique: true, partialFilterExpression: hashed('key_hash') },
    { name: 'print', key: { print_hash: 1 }, partialFilterExpression: hashed('print_hash') },
    {
      ...{ name: 'parked', key: { parked: 1, conversation_id: 1, seq: 1 } },
      partialFilterExpression: { parked: { $eq: 1 } },
    },
  ],
  outbound: [
    { name: 'order', key: { conversation_id: 1, seq: 1 }, unique: true },
    {
      name: 'open',
      key: { conversation_id: 1, seq: 1, due_at: 1 },
      partialFilterExpression: present('due_at'),
    },
    {
      ...{ name: 'due', key: { due_at: 1, started_at: 1, channel: 1 } },
      partialFilterExpression: present('due_at'),
    },
    { name: 'provider', key: { provider_hash: 1 }, partialFilterExpression: hashed('provider_hash') },
    { name: 'case', key: { case_id: 1 }, partialFilterExpression: worded('case_id') },
    {
      name: 'notice',
      key: { notice_id: 1, conversation_id: 1, seq: 1 },
      partialFilterExpression: worded('notice_id'),
    },
  ],
  cases: [
    { name: 'number', key: { number: 1 }, unique: true },
    {
      ...{
        name: 'opening',
        key: { opening_conversation: 1, opening_turn: 1, opening_index: 1 },
        unique: true,
      },
      partialFilterExpression: worded('opening_conversation'),
    },
    { name: 'conversation', key: { conversation_id: 1, opened_at: -1 } },
    { name: 'opened', key: { opened_at: -1, _id: -1 } },
    { name: 'holder', key: { agency: 1, opened_at: -1, _id: -1 } },
    { name: 'status', key: { status: 1, opened_at: -1, _id: -1 } },
    { name: 'todo', key: { agency: 1, status: 1, opened_at: -1, _id: -1 } },
    {
      ...{ name: 'office', key: { agency: 1, holder_district: 1, opened_at: -1, _id: -1 } },
      partialFilterExpression: worded('holder_district'),
    },
    { name: 'service', key: { service: 1, opened_at: -1, _id: -1 } },
    { name: 'district', key: { district: 1, opened_at: -1, _id: -1 } },
    { name: 'wake', key: { wake_at: 1 }, partialFilterExpression: present('wake_at') },
    { name: 'incident', key: { incident: 1 }, partialFilterExpression: worded('incident') },
    {
      ...{ name: 'spot', key: { service: 1, corregimiento: 1, opened_at: -1 } },
      partialFilterExpression: worded('incident'),
    },
  ],
  case_events: [{ name: 'order', key: { case_id: 1, n: 1 }, unique: true }],
  corrections: [{ name: 'order', key: { case_id: 1, n: 1 }, unique: true }],
  notices: [
    { name: 'order', key: { case_id: 1, n: 1 }, unique: true },
    { name: 'wake', key: { wake_at: 1 }, partialFilterExpression: present('wake_at') },
  ],
  media: [{ name: 'conversation', key: { conversation_id: 1 } }],
  media_chunks: [{ name: 'conversation', key: { conversation_id: 1 } }],
  proofs: [
    { name: 'conversation', key: { conversation_id: 1, asked_at: 1 } },
    { name: 'other', key: { other_id: 1, asked_at: 1 } },
  ],
  budgets: [{ name: 'last', key: { last_at: 1 } }],
  api_keys: [{ name: 'secret', key: { secret_hash: 1 }, unique: true }],
};

/** The names of all collections. */
export const COLLECTIONS = Object.keys(FIELDS) as CollectionName[];

/** The models over a connection. Indexes are built by the migrations alone. */
export function modelsOf(connection: Connection): Models {
  const models = COLLECTIONS.map(name => {
    const schema = new Schema(FIELDS[name], {
      ...{ collection: name, versionKey: false, autoIndex: false, autoCreate: false, id: false },
      ...{ strict: 'throw', strictQuery: 'throw', minimize: false },
    });
    return [name, connection.model(name, schema)];
  });
  return Object.fromEntries(models) as Models;
}
