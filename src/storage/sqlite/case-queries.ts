import type { Case, CaseEvent } from '../../cases/case.ts';
import { hashOf } from '../hashes.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { CaseFilter, Delivery, Queries } from '../queries.ts';
import { type CaseRow, type EventRow, toCase, toEvent } from '../sealed-cases.ts';
import type { OutboundRow } from '../sealed-rows.ts';
import { toDelivery } from '../talk-rows.ts';
import { all, one, type SqliteReads, type Value } from './context.ts';
import { ledger, storedNotice } from './notices.ts';

type CaseQueries = Pick<
  Queries,
  | 'caseByNumber'
  | 'caseById'
  | 'casesOf'
  | 'casesSeenFrom'
  | 'caseByIdempotencyKey'
  | 'incidentAt'
  | 'incidentCases'
  | 'cases'
  | 'history'
  | 'deliveries'
  | 'ledger'
  | 'notice'
>;

/** The reads of cases. */
export function caseQueries(context: SqliteReads): CaseQueries {
  const byId = (id: string): Case | null => oneCase(context, 'id = ?', id);
  return {
    caseByNumber: async number => oneCase(context, 'number = ?', number),
    caseById: async id => byId(id),
    casesOf: async conversationId =>
      manyCases(context, 'conversation_id = ? order by opened_at desc, id limit 200', conversationId),
    casesSeenFrom: async conversationId => manyCases(context, SEEN, conversationId),
    caseByIdempotencyKey: async key => {
      const query = 'select case_id as id from idempotency where key_hash = ?';
      const row = one<{ id: string }>(context.sql(query), hashOf(context, 'idempotency', key));
      return row ? byId(row.id) : null;
    },
    incidentAt: async ({ serviceId, code }, { since, ended, except }) => {
      const values = [except, serviceId, code, since.getTime(), JSON.stringify(ended)];
      const row = one<{ id: string; cases: number }>(context.sql(INCIDENT_AT), ...values);
      return row && { ...row };
    },
    incidentCases: async id => manyCases(context, 'incident = ? order by opened_at, id', id),
    cases: async filter => page(context, filter),
    history: async caseId => history(context, caseId),
    deliveries: async caseId => deliveries(context, caseId),
    ledger: async caseId => ledger(context, caseId),
    notice: async id => storedNotice(context, id),
  };
}

/** What was told in confidence under another address is shown only there. */
const SEEN = `(conversation_id = ?1 or (privacy = 'normal' and conversation_id in (
    select o.id from conversations c join conversations o on o.person = c.person where c.id = ?1)))
  order by opened_at desc, id limit 200`;

const INCIDENT_AT = `select incident as id, count(*) filter (where conversation_id is not ?) as cases from cases
  where service = ? and corregimiento = ? and incident is not null and opened_at >= ?
    and status not in (select value from json_each(?))
  group by incident order by max(opened_at) desc limit 1`;

function manyCases(context: SqliteReads, where: string, ...values: Value[]): Case[] {
  return all<CaseRow>(context.sql(`select * from cases where ${where}`), ...values).flatMap(row => {
    const sealer = context.keys.of(row.id);
    return sealer ? [toCase(row, sealer)] : [];
  });
}

function oneCase(context: SqliteReads, where: string, value: string): Case | null {
  return manyCases(context, where, value)[0] ?? null;
}

/** Newest first; the cursor is the last row's time and id. */
function page(context: SqliteReads, filter: CaseFilter): { cases: Case[]; next: string | null } {
  const { where, values } = pageWhere(filter);
  const cases = manyCases(context, where, ...values);
  const shown = cases.slice(0, filter.limit);
  const last = shown.at(-1);
  return { cases: shown, next: cases.length > shown.length && last ? writeCursor(last) : null };
}

/** The condition, order and limit of a page, one row more than is shown, and their values. */
export function pageWhere(filter: CaseFilter): { where: string; values: Value[] } {
  const conditions: [string, Value | undefined][] = [
    ['status = ?', filter.status],
    ['kind = ?', filter.kind],
    ['agency = ?', filter.agencyId],
    ['holder_district = ?', filter.holderDistrict],
    ['service = ?', filter.serviceId],
    ['district = ?', filter.districtCode],
    ['opened_at >= ?', filter.since?.getTime()],
  ];
  const given = conditions.filter((entry): entry is [string, Value] => entry[1] !== undefined);
  const where = given.map(([condition]) => condition);
  const values = given.map(([, value]) => value);
  if (filter.cursor !== undefined) {
    where.push('(opened_at, id) < (?, ?)');
    values.push(...readCursor(filter.cursor));
  }
  const order = 'order by opened_at desc, id desc limit ?';
  return { where: `${where.join(' and ') || 'true'} ${order}`, values: [...values, filter.limit + 1] };
}

interface DeliveryRow extends OutboundRow {
  receipt: string | null;
  channel: string;
  conversation_id: string;
}

function deliveries(context: SqliteReads, caseId: string): Delivery[] {
  const query = `select o.*, c.channel, c.id as conversation_id from outbound o
    join conversations c on c.key = o.conversation where o.case_id = ? order by o.created_at, o.seq`;
  return all<DeliveryRow>(context.sql(query), caseId).map(row =>
    toDelivery(row, row.channel, context.keys.of(row.conversation_id)),
  );
}

function history(context: SqliteReads, caseId: string): CaseEvent[] {
  const sealer = context.keys.of(caseId);
  if (!sealer) return [];
  const query = `select e.* from case_events e join cases c on c.key = e.case_key where c.id = ? order by n`;
  return all<EventRow>(context.sql(query), caseId).map(row => toEvent(row, sealer));
}
