/** The four kinds of case of the 311. */
export const KINDS = ['queja', 'denuncia', 'idea', 'sugerencia'] as const;
export type Kind = (typeof KINDS)[number];

/** Steps of a case's life; which follows which stands in `lifecycle.ts`, one table per kind. */
export const STATUSES = [
  'received',
  'assigned',
  'in_progress',
  'awaiting_citizen',
  'resolved',
  'closed',
  'reopened',
  'rejected',
  'evaluated',
  'adopted',
  'declined',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** How much of the writer may be seen: all, nothing but by who must, nothing at all. */
export const PRIVACIES = ['normal', 'confidential', 'anonymous'] as const;
export type Privacy = (typeof PRIVACIES)[number];

/** Where a matter is. `text` is the citizen's own words; the rest what the gazetteer made of them. */
export interface Place {
  /** 2, 4 or 6 digits: province, district, corregimiento; null when only words are known. */
  code: string | null;
  province: string | null;
  district: string | null;
  corregimiento: string | null;
  text: string;
  lat: number | null;
  lon: number | null;
}

/** Who is competent: the body, and the district where it is one body per district. */
export interface Holder {
  agencyId: string;
  /** 4 digits, only for bodies of one per district. */
  districtCode: string | null;
}

/** The address a case answers to, kept so that an update needs no conversation. */
export interface Reporter {
  channel: string;
  account: string;
  address: string;
  name?: string;
  contact?: string;
}

/** One case. Times are `Date`; sealed at rest but for kind, service, holder, place codes, status and times. */
export interface Case {
  id: string;
  /** `311-483-920-716`. */
  number: string;
  version: number;
  kind: Kind;
  status: Status;
  serviceId: string | null;
  holder: Holder | null;
  /** Why this holder: the routing rule in words, and what the text said. */
  reasons: string[];
  place: Place | null;
  /** The citizen's own words, verbatim, in order, one entry a message. */
  description: string[];
  privacy: Privacy;
  reporter: Reporter | null;
  /** Where updates are written; null for an anonymous case. */
  conversationId: string | null;
  /** The turn and draft that opened it, unique: no rerun opens a second one. */
  opening: { conversationId: string; turn: number; index: number } | null;
  openedAt: Date;
  /** The legal and service clock from filing. */
  dueAt: Date;
  /** The clock of the present holder; `pausedAt` while the citizen owes an answer. */
  holderSince: Date | null;
  holderDueAt: Date | null;
  pausedAt: Date | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** What the agency asked the citizen, open while status is `awaiting_citizen`. */
  question: string | null;
  /** 1–5. */
  rating: number | null;
  ratingCause: string | null;
  /** True: the citizen said solved; null: closed in silence. */
  confirmed: boolean | null;
  /** How often it was reopened: each time one level higher. */
  reopened: number;
  incident: string | null;
  attachments: Attachment[];
  /** Keyed hash, hex; null where a session shows the case. */
  pinHash: string | null;
  /** When the clock looks at it next (nudge, close in silence). */
  wakeAt: Date | null;
}

export interface Attachment {
  id: string;
  type: string;
  bytes: number;
}

export type CaseEventKind =
  | 'opened'
  | 'assigned'
  | 'transferred'
  | 'status'
  | 'note'
  | 'internal_note'
  | 'question'
  | 'answer'
  | 'added'
  | 'corrected'
  | 'rated'
  | 'reminded'
  | 'merged'
  | 'erased';

/** One step in a case's history, written in the commit that changes the case. `note` is sealed. */
export interface CaseEvent {
  at: Date;
  what: CaseEventKind;
  from: string | null;
  to: string | null;
  /** `citizen`, `desk`, `clock`, or the name of the API key. */
  by: string;
  note: string | null;
}

/** What a matter was taken for, or is: as far as it was decided. */
export interface Matter {
  serviceId: string | null;
  agencyId: string | null;
  kind: Kind;
}

/** Somebody said what a text is really about; kept to learn from, under the key of who wrote the text. */
export interface Correction {
  /** The citizen who wrote it, or somebody of the desk or of a body who gave the case to another body. */
  source: 'citizen' | 'desk';
  /** Who says so: the conversation's id, the channel where nobody knows who writes, or the name of the API key. */
  by: string;
  /** The citizen's words, as they were when they were taken for something else. */
  text: string;
  before: Matter;
  after: Matter;
}

/** A case to be stored, with the version it was read at (0: new) and what happened to it. */
export interface CaseChange {
  case: Case;
  expectedVersion: number;
  events: CaseEvent[];
  /** The caller's own id of this change; a second use is a `ConflictError('idempotency')`. */
  idempotencyKey?: string;
  /** What there is to learn from this change. */
  correction?: Correction;
}
