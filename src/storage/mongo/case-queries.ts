import type { Case, CaseEvent } from '../../cases/case.ts';
import { hashOf } from '../hashes.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { CaseFilter, Delivery, Queries } from '../queries.ts';
import { toCase, toEvent } from '../sealed-cases.ts';
import { toDelivery } from '../talk-rows.ts';
import { type MongoReads, named, sealerOf, sealersOf, storedSealers } from './context.ts';
import type { CaseDoc, EventDoc, OutboundDoc } from './documents.ts';
import { ledger, storedNotice } from './notices.ts';

type CaseQueries = Pick<
  Queries,
  | 'caseByNumber'
  | 'caseById'
  | 'casesOf'
  | 'casesSeenFrom'
  | 'incidentAt'
  | 'incidentCases'
  | 'caseByIdempotencyKey'
  | 'cases'
  | 'history'
  | 'deliveries'
  | 'ledger'
  | 'notice'
>;

/** The most cases of one citizen that are shown. */
const MOST = 200;
const NEWEST = { opened_at: -1, _id: 1 } as const;

/** The reads of cases. */
export function caseQueries(context: MongoReads): CaseQueries {
  const { cases, idempotency } = context.db;
  const one = async (filter: object): Promise<Case | null> => (await many(context, filter))[0] ?? null;
  return {
    caseByNumber: number => one({ number }),
    caseById: id => one({ _id: id }),
    casesOf: id => many(context, { conversation_id: id }),
    casesSeenFrom: id => seenFrom(context, id),
    incidentAt: (spot, among) => incidentAt(context, spot, among),
    incidentCases: async incident => {
      const docs = await cases.find({ incident }).sort({ opened_at: 1, _id: 1 }).lean<CaseDoc[]>();
      return toCases(context, docs);
    },
    caseByIdempotencyKey: async key => {
      const found = await idempotency.findById(hashOf(context, 'idempotency', key).toString('hex')).lean();
      return found ? one({ _id: found.case_id }) : null;
    },
    cases: filter => page(context, filter),
    history: caseId => history(context, caseId),
    deliveries: caseId => deliveries(context, caseId),
    ledger: caseId => ledger(context, caseId),
    notice: id => storedNotice(context, id),
  };
}

async function many(context: MongoReads, filter: object): Promise<Case[]> {
  const docs = await context.db.cases.find(filter).sort(NEWEST).limit(MOST).lean<CaseDoc[]>();
  return toCases(context, docs);
}

async function toCases(context: MongoReads, docs: CaseDoc[]): Promise<Case[]> {
  const sealers = await sealersOf(
    context,
    docs.map(({ _id }) => _id),
  );
  return docs.flatMap(doc => {
    const sealer = sealers.get(doc._id);
    return sealer ? [toCase(named(doc), sealer)] : [];
  });
}

/** What was told in confidence under another address is shown only there. */
async function seenFrom(context: MongoReads, id: string): Promise<Case[]> {
  const { conversations } = context.db;
  const own = await conversations.findById(id, { person: 1 }).lean();
  const person = own?.person ?? null;
  const others = person === null ? [] : await conversations.find({ person }, { _id: 1 }).lean();
  const theirs = { privacy: 'normal', conversation_id: { $in: others.map(({ _id }) => _id) } };
  return many(context, { $or: [{ conversation_id: id }, theirs] });
}

async function incidentAt(
  context: MongoReads,
  { serviceId, code }: Parameters<Queries['incidentAt']>[0],
  { since, ended, except }: Parameters<Queries['incidentAt']>[1],
): ReturnType<Queries['incidentAt']> {
  const [found] = await context.db.cases.aggregate<{ _id: string; cases: number }>([
    {
      $match: {
        ...{ service: serviceId, corregimiento: code, incident: { $gte: '' } },
        ...{ opened_at: { $gte: since.getTime() }, status: { $nin: ended } },
      },
    },
    {
      $group: {
        ...{ _id: '$incident', newest: { $max: '$opened_at' } },
        cases: { $sum: { $cond: [{ $eq: ['$conversation_id', except] }, 0, 1] } },
      },
    },
    { $sort: { newest: -1 } },
    { $limit: 1 },
  ]);
  return found ? { id: found._id, cases: found.cases } : null;
}

/** Newest first; the cursor is the last row's time and id. */
async function page(
  context: MongoReads,
  filter: CaseFilter,
): Promise<{ cases: Case[]; next: string | null }> {
  const docs = await context.db.cases
    .find(conditionsOf(filter))
    .sort({ opened_at: -1, _id: -1 })
    .limit(filter.limit + 1)
    .lean<CaseDoc[]>();
  const cases = await toCases(context, docs);
  const shown = cases.slice(0, filter.limit);
  const last = shown.at(-1);
  return { cases: shown, next: cases.length > shown.length && last ? writeCursor(last) : null };
}

function conditionsOf(filter: CaseFilter): object {
  const wanted = {
    ...{ status: filter.status, kind: filter.kind, agency: filter.agencyId },
    ...{ holder_district: filter.holderDistrict, service: filter.serviceId, district: filter.districtCode },
    opened_at: filter.since && { $gte: filter.since.getTime() },
  };
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(filter.cursor === undefined ? {} : after(filter.cursor)) };
}

function after(cursor: string): object {
  const [at, id] = readCursor(cursor);
  return { $or: [{ opened_at: { $lt: at } }, { opened_at: at, _id: { $lt: id } }] };
}

async function deliveries(context: MongoReads, caseId: string): Promise<Delivery[]> {
  const docs = await context.db.outbound
    .find({ case_id: caseId }, { receipts: 0 })
    .sort({ created_at: 1, seq: 1 })
    .lean<OutboundDoc[]>();
  const sealers = await storedSealers(
    context,
    docs.map(doc => doc.conversation_id),
  );
  return docs.map(doc => toDelivery(named(doc), doc.channel, sealers.get(doc.conversation_id) ?? null));
}

async function history(context: MongoReads, caseId: string): Promise<CaseEvent[]> {
  const sealer = await sealerOf(context, caseId);
  if (!sealer) return [];
  const docs = await context.db.case_events.find({ case_id: caseId }).sort({ n: 1 }).lean<EventDoc[]>();
  return docs.map(doc => toEvent(doc, sealer));
}
