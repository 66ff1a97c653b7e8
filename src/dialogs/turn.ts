import type { Case, CaseChange } from '../cases/case.ts';
import type { OpenIncident } from '../cases/incident.ts';
import type { PinResult } from '../cases/pin.ts';
import type { Catalogue, Route } from '../catalogue/catalogue.ts';
import type { Capabilities, ChannelId, Reply } from '../channels/channel.ts';
import type { ActReading, PlaceGuess, Understanding } from '../nlu/classifier.ts';
import type { PendingProof } from '../storage/queries.ts';
import type { AddressKey, Change, ConversationSet, StoredMessage } from '../storage/store.ts';
import type { Texts } from '../texts.ts';
import type { ConversationState } from './conversation.ts';

/** What happened: the citizen's messages of one burst in order, or the conversation's own alarm. */
export type Stimulus = { messages: StoredMessage[] } | { wake: true };

/** Everything `advance` may know, gathered before it runs. */
export interface Facts {
  now: Date;
  channel: { id: ChannelId; capabilities: Capabilities };
  catalogue: Catalogue;
  texts: Texts;
  route: Route;
  /** What the words of this burst say, read alone. */
  reading: Understanding;
  /** The same together with the words of the draft so far, read when it is asked for; equals `reading` when there is no draft. */
  combined: () => Understanding;
  /** Reads one part of the burst apart, when it holds two matters. */
  read: (text: string) => Understanding;
  /** What words do to the report that is open, or to a case where none is. */
  acts: (text: string) => ActReading;
  /** The words of a text that say where; null: nobody learned it. `isAnswer`: they were asked, or put a place right. */
  where: (text: string, isAnswer: boolean) => string[] | null;
  /** Where the burst's last pin lies. */
  pin: (PlaceGuess & { metres: number }) | null;
  /** Where a photo of the burst was taken, as it says itself: offered, never taken for granted. */
  photo: Facts['pin'];
  /** This citizen's own cases, newest first. */
  cases: Case[];
  /** The breakdown that others reported too, where the draft's service and place are shared with them. */
  incident: OpenIncident | null;
  /** The number of the case whose message was quoted, or in whose thread it stands. */
  quoted: string | null;
  /** These messages are surely of who the address belongs to. */
  sure: boolean;
  /** The number of the case whose notice asks something these messages were written before. */
  early: string | null;
  /** Others, written after that notice, wait for the next turn: it is what they answer. */
  answerWaits: boolean;
  /** All of these messages were written before the summary that is to be agreed to was there to be read. */
  beforeSummary: boolean;
  /** Ids of the burst's media, stored; `unreadable` counts those that could not be fetched or taken. */
  media: { ids: { id: string; type: string; bytes: number }[]; unreadable: number };
  /** What was saved of the talk could not be read: it begins anew. */
  fresh: boolean;
  /** Do people answer at this hour? */
  deskOpen: boolean;
  publicUrl: string;
  /** Where the desk may write first. */
  roads: readonly Road[];
  /** The code that was sent to this address and waits to be answered, and how many were asked for here today. */
  proof: { pending: PendingProof | null; asked: number };
  /** What number and PIN of a case that is not of this talk came to; undefined: none were told. */
  byPin: PinResult | undefined;
  /** Six digits, and the keyed hash to keep of them. */
  newCode: () => { code: string; hash: string };
  hashCode: (code: string) => string;
  newId: () => string;
  newNumber: () => string;
  /** Four to six digits, and the keyed hash to keep of it for this case number. */
  newPin: (caseNumber: string) => { pin: string; hash: string };
}

/** A channel on which the desk may write first, and our side of it. */
export interface Road {
  id: ChannelId;
  account: string;
  capabilities: Capabilities;
}

/** What a turn makes of the word that another address is theirs too. */
export type ProofMove =
  | {
      what: 'asked';
      to: AddressKey;
      codeHash: string;
      until: Date;
      /** What is written there, and within which limits. */
      reply: Reply;
      capabilities: Capabilities;
    }
  | { what: 'proven' | 'missed'; codeHash: string }
  | { what: 'left' };

/** What a stimulus leads to; `takeTurn` commits all of it at once. */
export interface Turn {
  state: ConversationState;
  set: Omit<ConversationSet, 'state'>;
  replies: Reply[];
  cases: CaseChange[];
  erase?: Change['erase'];
  proof?: ProofMove;
  /** Why nothing is said, when `replies` is empty: `person`, `opted_out`, `nothing_due` … */
  silence: string | null;
}
