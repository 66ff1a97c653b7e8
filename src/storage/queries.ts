import type { Case, CaseEvent, Correction, Kind, Status } from '../cases/case.ts';
import type { IncidentSpot, OpenIncident } from '../cases/incident.ts';
import type { Notice } from '../cases/notify.ts';
import type { NewsKind } from '../catalogue/catalogue.ts';
import type { Ask, Authenticity, Choice, ReceiptState } from '../channels/channel.ts';
import type { SentFile } from '../channels/sent-file.ts';
import type { Attempt } from './changes.ts';
import type { AddressKey, Conversation, Outbound, OutboundState, StoredMessage } from './store.ts';

/** One line of a talk, either direction, as its page shows it. */
export interface TranscriptItem {
  seq: number;
  at: Date;
  from: 'citizen' | 'bot' | 'person';
  turn: number | null;
  text: string;
  choices: Choice[];
  asks: Ask;
  caseNumber: string | null;
  /** Ids of stored media. */
  media: string[];
  /** The file we sent with it. */
  file?: SentFile;
  /** What our own server found out about the sender. */
  authenticity?: Authenticity;
}

/** What `GET /api/v1/cases` may be narrowed by. */
export interface CaseFilter {
  status?: Status;
  kind?: Kind;
  agencyId?: string;
  /** Holder's district, for bodies of one per district: the scope of an agency's key. */
  holderDistrict?: string;
  serviceId?: string;
  districtCode?: string;
  since?: Date;
  /** Opaque, from the page before. */
  cursor?: string;
  limit: number;
}

/** What the citizen was told about a case, when, and how far it came. */
export interface Delivery {
  outboundId: string;
  channel: string;
  at: Date;
  class: Outbound['class'];
  /** What was written; null once the conversation was erased. */
  text: string | null;
  /** The file that was sent with it, or that the page of the case shows instead. */
  file: SentFile | null;
  state: OutboundState;
  receipt: ReceiptState | null;
  code: string | null;
  attempts: number;
  maybeDuplicate: boolean;
}

/** A code that was sent to an address. */
export interface PendingProof {
  /** The keyed hash of the code. */
  codeHash: string;
  until: Date;
  /** The channel of the conversation in which it was asked for. */
  askedOn: string;
}

/** A piece of news with what was tried so far. */
export interface StoredNotice {
  id: string;
  caseId: string;
  kind: NewsKind;
  notice: Notice;
  /** Oldest first. */
  attempts: Attempt[];
  /** When somebody must look at it. */
  wakeAt: Date | null;
  /** Why the words handed to a road last surely did not arrive: their last part's code; null: nobody knows of it. */
  failure: string | null;
  /** News of the same case came after it. */
  isOld: boolean;
}

/** One line of the ledger: a road that was looked at for a piece of news, and what came of it. */
export interface LedgerLine {
  noticeId: string;
  what: NewsKind;
  at: Date;
  road: string;
  reason: string;
  outcome:
    | 'postponed'
    | 'skipped'
    | 'sending'
    | 'failed'
    /** It may have arrived, or not: no other road is taken. */
    | 'unknown'
    | Exclude<ReceiptState, 'failed'>;
  code: string | null;
  /** Calls made to the platform. */
  tries: number;
}

/** What is to be done on a channel. */
export interface Backlog {
  channel: string;
  /** Talks with messages that wait for their turn, and since when the first does. */
  waiting: number;
  waitingSince: Date | null;
  /** Messages to citizens by state, and when the oldest of them was written. */
  outbox: Record<'pending' | 'sending' | 'unknown', number>;
  outboxSince: Date | null;
  /** Messages put aside. */
  parked: number;
}

/** A talk with messages that were put aside: a turn failed on them as often as one is tried. */
export interface ParkedTalk {
  conversationId: string;
  channel: string;
  /** When the first of them was put aside. */
  since: Date;
  messages: number;
  /** Why the last of them was, a code. */
  reason: string;
}

/** A message that was put aside and that nobody has seen to. */
export interface ParkedMessage {
  message: StoredMessage;
  parkedAt: Date;
  reason: string;
}

/** What passed over a channel of late. */
export interface Traffic {
  channel: string;
  lastIn: Date | null;
  /** When the last call began that the platform took. */
  lastOut: Date | null;
  /** Messages that wait to be sent. */
  waiting: number;
  /** What the latest try to send came to: null when the platform took it, or none was made. */
  code: string | null;
}

/** A named key to the API. The key itself is shown once and kept as a hash. */
export interface ApiKey {
  id: string;
  name: string;
  role: 'operator' | 'agency' | 'reader';
  agencyId: string | null;
  districtCode: string | null;
  createdAt: Date;
  revokedAt: Date | null;
}

/** A correction as it is read back to learn from. */
export interface StoredCorrection extends Omit<Correction, 'by'> {
  /** Rises with each one. */
  key: number;
  at: Date;
  caseId: string;
  /** Whose words they are: the id of their conversation, or of the case where there is none. */
  writer: string;
  /** Keyed hash of who said so, hex. */
  corrector: string;
}

/** The reads behind people's screens and the dialog's facts; apart from the port that moves messages. */
export interface Queries {
  conversationOf(key: AddressKey): Promise<Conversation | null>;
  /** Both directions, rising `seq`, those after `after`. */
  transcript(conversationId: string, after: number, limit: number): Promise<TranscriptItem[]>;
  /** Of these conversations, those whose last `seq` is beyond the one given, and those that were erased. One indexed query. */
  withNews(after: Map<string, number>): Promise<string[]>;
  conversations(state: 'waiting' | 'review', limit: number): Promise<Conversation[]>;
  caseByNumber(number: string): Promise<Case | null>;
  caseById(id: string): Promise<Case | null>;
  /** Newest first. */
  casesOf(conversationId: string): Promise<Case[]>;
  /** Those too that the same person opened under other addresses, but for confidential ones. Newest first. */
  casesSeenFrom(conversationId: string): Promise<Case[]>;
  /** The other conversations of the same person; the one they wrote in last first. */
  othersOfPerson(conversationId: string): Promise<Conversation[]>;
  /** The code that waits to be answered from this conversation, and how many were asked for in it since a time. */
  proofOf(conversationId: string, since: Date): Promise<{ pending: PendingProof | null; asked: number }>;
  /** The case an earlier call with this key made or changed. */
  caseByIdempotencyKey(key: string): Promise<Case | null>;
  /**
   * The incident that open cases of a spot belong to, the newest when there are several, with how many of its open
   * cases are not of the conversation `except`; null: there is none.
   */
  incidentAt(
    spot: IncidentSpot,
    among: { since: Date; ended: readonly Status[]; except: string },
  ): Promise<Pick<OpenIncident, 'id' | 'cases'> | null>;
  /** Its cases, oldest first. */
  incidentCases(id: string): Promise<Case[]>;
  cases(filter: CaseFilter): Promise<{ cases: Case[]; next: string | null }>;
  /** Oldest first. */
  history(caseId: string): Promise<CaseEvent[]>;
  deliveries(caseId: string): Promise<Delivery[]>;
  /** Every road that was looked at for news of a case, oldest first. */
  ledger(caseId: string): Promise<LedgerLine[]>;
  /** Null when unknown, or when its case's key is gone. */
  notice(id: string): Promise<StoredNotice | null>;
  /** The `seq` of a message of ours, by its id; null: there is none. */
  placeOf(outboundId: string): Promise<number | null>;
  /** The case a message of ours was about, for quoted replies. */
  caseOfMessage(conversationId: string, seq: number): Promise<string | null>;
  /** Those after this one, in their order, at most `limit` rows looked at; those of who was erased are left out. */
  corrections(
    after: number,
    limit: number,
  ): Promise<{ corrections: StoredCorrection[]; last: number | null }>;
  /** Of each channel with something to tell; what is older than the last ten thousand messages is forgotten. */
  traffic(): Promise<Traffic[]>;
  /** Of each channel with something to do; more than ten thousand of a kind are not counted. */
  backlog(): Promise<Backlog[]>;
  /** Talks with messages put aside, longest first. */
  parkedTalks(limit: number): Promise<ParkedTalk[]>;
  /** Those of one talk, oldest first; none when it is unknown or erased. */
  parkedMessages(conversationId: string, limit: number): Promise<ParkedMessage[]>;
  media(conversationId: string, id: string): Promise<{ type: string; bytes: Buffer } | null>;
}

/** Keys to the API, apart because only people's commands write them. */
export interface KeyStore {
  addKey(key: ApiKey, secretHash: string): Promise<void>;
  revokeKey(id: string, at: Date): Promise<boolean>;
  keys(): Promise<ApiKey[]>;
  keyByHash(secretHash: string): Promise<ApiKey | null>;
}
