import type { Notice } from '../cases/notify.ts';
import type { NewsKind } from '../catalogue/catalogue.ts';
import type { ChannelId } from '../channels/channel.ts';
import type { AddressKey, NewOutbound } from './store.ts';

/** One road looked at for a piece of news, as the ledger keeps it. */
export interface Attempt {
  /** Its place in the list of roads for this kind of news. */
  step: number;
  road: ChannelId;
  /** Whose address it is; null: there was none. */
  conversationId: string | null;
  /** Why it came up: `first`, or why the one before was not taken or failed. */
  reason: string;
  /** `taken`: the words were handed to it; what came of that stands with the words. */
  what: 'taken' | 'postponed' | 'skipped';
  /** Why it was not taken. */
  code: string | null;
}

/** A piece of news begun, or carried on. */
export interface NoticeChange {
  id: string;
  /** Absent: it was begun before. */
  begun?: { caseId: string; kind: NewsKind; notice: Notice };
  /** How many attempts were known when this was decided; another number is a `ConflictError('notice')`. */
  known: number;
  attempts: Attempt[];
  /** When somebody must look again; null: when words of it fail. */
  wakeAt: Date | null;
}

/** What becomes of a citizen's word that another address is theirs too. */
export type ProofChange =
  /**
   * A code goes to the address, which opens a conversation there if there is none; an older code for it is void. Nothing
   * is sent to an address that got three within a day.
   */
  | {
      what: 'asked';
      conversationId: string;
      to: AddressKey;
      codeHash: string;
      until: Date;
      words: Omit<NewOutbound, 'conversationId'>[];
    }
  /** The code was answered from there: both conversations are the same person's. `ConflictError` if it is void by now. */
  | { what: 'proven'; conversationId: string; codeHash: string }
  /** Another code was answered from there; the fifth makes it void. */
  | { what: 'missed'; conversationId: string; codeHash: string }
  /** This address is theirs no more, or they want it kept apart. */
  | { what: 'left'; conversationId: string };
