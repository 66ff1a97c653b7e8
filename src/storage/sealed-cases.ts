import type { Case, CaseEvent, Place, Reporter } from '../cases/case.ts';
import type { Sealer } from './data-keys.ts';
import { fromDate, toDate } from './sealed-rows.ts';

/** A case's row: plain what statistics and work lists need. */
export interface CaseRow {
  id: string;
  number: string;
  version: number;
  kind: string;
  status: string;
  privacy: string;
  service: string | null;
  agency: string | null;
  holder_district: string | null;
  district: string | null;
  corregimiento: string | null;
  incident: string | null;
  conversation_id: string | null;
  opening_conversation: string | null;
  opening_turn: number | null;
  opening_index: number | null;
  opened_at: number;
  due_at: number;
  wake_at: number | null;
  rating: number | null;
  confirmed: number | null;
  body_sealed: Uint8Array;
  reporter_sealed: Uint8Array | null;
}

/** The rest of a case, sealed as one value. */
interface CaseBody {
  reasons: string[];
  place: Place | null;
  description: string[];
  question: string | null;
  ratingCause: string | null;
  reopened: number;
  attachments: Case['attachments'];
  pinHash: string | null;
  holderSince: number | null;
  holderDueAt: number | null;
  pausedAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
}

/** A case as columns. The corregimiento stays sealed for a denuncia and for anything but normal privacy. */
export function toCaseRow(c: Case, sealer: Sealer): CaseRow {
  const code = c.place?.code ?? null;
  const open = c.kind !== 'denuncia' && c.privacy === 'normal';
  return {
    id: c.id,
    number: c.number,
    version: c.version,
    kind: c.kind,
    status: c.status,
    privacy: c.privacy,
    service: c.serviceId,
    agency: c.holder?.agencyId ?? null,
    holder_district: c.holder?.districtCode ?? null,
    district: code && code.length >= 4 ? code.slice(0, 4) : null,
    corregimiento: open && code?.length === 6 ? code : null,
    incident: c.incident,
    conversation_id: c.conversationId,
    opening_conversation: c.opening?.conversationId ?? null,
    opening_turn: c.opening?.turn ?? null,
    opening_index: c.opening?.index ?? null,
    opened_at: c.openedAt.getTime(),
    due_at: c.dueAt.getTime(),
    wake_at: fromDate(c.wakeAt),
    rating: c.rating,
    confirmed: c.confirmed === null ? null : Number(c.confirmed),
    body_sealed: sealer.seal('case', caseBody(c)),
    reporter_sealed: c.reporter === null ? null : sealer.seal('reporter', c.reporter),
  };
}

function caseBody(c: Case): CaseBody {
  return {
    reasons: c.reasons,
    place: c.place,
    description: c.description,
    question: c.question,
    ratingCause: c.ratingCause,
    reopened: c.reopened,
    attachments: c.attachments,
    pinHash: c.pinHash,
    holderSince: fromDate(c.holderSince),
    holderDueAt: fromDate(c.holderDueAt),
    pausedAt: fromDate(c.pausedAt),
    resolvedAt: fromDate(c.resolvedAt),
    closedAt: fromDate(c.closedAt),
  };
}

/** Opens a case's row. */
export function toCase(row: CaseRow, sealer: Sealer): Case {
  const body = sealer.open<CaseBody>('case', row.body_sealed) as CaseBody;
  return {
    ...body,
    id: row.id,
    number: row.number,
    version: row.version,
    kind: row.kind as Case['kind'],
    status: row.status as Case['status'],
    privacy: row.privacy as Case['privacy'],
    serviceId: row.service,
    incident: row.incident,
    holder: row.agency === null ? null : { agencyId: row.agency, districtCode: row.holder_district },
    reporter: sealer.open<Reporter>('reporter', row.reporter_sealed),
    conversationId: row.conversation_id,
    opening: openingOf(row),
    openedAt: new Date(row.opened_at),
    dueAt: new Date(row.due_at),
    holderSince: toDate(body.holderSince),
    holderDueAt: toDate(body.holderDueAt),
    pausedAt: toDate(body.pausedAt),
    resolvedAt: toDate(body.resolvedAt),
    closedAt: toDate(body.closedAt),
    rating: row.rating,
    confirmed: row.confirmed === null ? null : row.confirmed === 1,
    wakeAt: toDate(row.wake_at),
  };
}

function openingOf(row: CaseRow): Case['opening'] {
  const { opening_conversation: conversationId, opening_turn: turn, opening_index: index } = row;
  return conversationId === null || turn === null || index === null ? null : { conversationId, turn, index };
}

/** The sealed part of a step in a case's history. */
export function eventBody({ from, to, by, note }: CaseEvent): Omit<CaseEvent, 'at' | 'what'> {
  return { from, to, by, note };
}

/** A step of a case's history as a row. */
export interface EventRow {
  n: number;
  at: number;
  what: string;
  body_sealed: Uint8Array;
  mac: string;
}

/** Opens a step of a case's history. */
export function toEvent(row: EventRow, sealer: Sealer): CaseEvent {
  const body = sealer.open<Omit<CaseEvent, 'at' | 'what'>>(`event.${row.n}`, row.body_sealed);
  return { ...(body as CaseEvent), at: new Date(row.at), what: row.what as CaseEvent['what'] };
}
