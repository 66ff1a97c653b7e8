import type { Attachment, Kind, Matter, Place, Privacy } from '../cases/case.ts';
import type { Ask, Choice } from '../channels/channel.ts';

/** The present version of `ConversationState`; `readState` migrates older ones. */
export const STATE_VERSION = 1;

/** Steps of a talk that are asked for under a more general name, or under their own. */
export type StepName =
  | Exclude<Ask, 'none' | 'attachments'>
  /** Which part of the summary is wrong? (asks `confirm`) */
  | 'fix'
  /** How shall it read instead? (`description`) */
  | 'reword'
  /** Sent with their details kept back, or as it stands? (`privacy`) */
  | 'reserve'
  /** The same as an open case of theirs: add to it, or another one? (`case`) */
  | 'duplicate'
  /** What is still missing of a reopened case (`description`) */
  | 'missing'
  /** Why the marks were low (`description`) */
  | 'cause'
  /** Erase everything? (`confirm`) */
  | 'erase'
  /** Take the case back? (`confirm`) */
  | 'withdraw'
  /** Leave the report that is being taken down? (`confirm`) */
  | 'leave'
  /** The PIN of a case whose number was told, or the number of a PIN (`case`) */
  | 'pin'
  /** The right place of a case that was filed (`place`) */
  | 'moved'
  /** Which of a few procedures is asked about? (`agency`) */
  | 'procedure'
  /** Which other address is theirs too? (`contact`) */
  | 'address'
  /** After a danger: file what was told of it too? (`resume`) */
  | 'offer'
  /** After an answered question that tells a problem too: file it? (`resume`) */
  | 'also';

/** What the citizen's next words are expected to answer. */
export interface Awaits {
  ask: Exclude<Ask, 'none'>;
  /** The step, where it is not named as what it asks. */
  step?: StepName;
  /** What was offered, so that number, label and value are all understood. */
  choices: Choice[];
  /** The case a rating, a solution or an answer is about. */
  caseNumber?: string;
  /** Words and files that wait for this answer, to be used with it. */
  held?: {
    lines: string[];
    files: Attachment[];
    privacy?: Draft['privacy'];
    contact?: Draft['contact'];
    /** They tell what somebody suffers: offered without their words, and once. */
    isGentle?: boolean;
  };
  /** Asked by a notice or a summary: the last sequence number when it was decided; what was written before answers nothing of it. */
  after?: number;
  /** An agency's question, to be asked again in its own words. */
  question?: string;
  /** What was awaited when this came between; gone back to afterwards. */
  before?: Awaits;
  /** They said that they would add something, and are about to write it. */
  announced?: boolean;
  /** Answers in a row that could not be read. */
  misses: number;
}

/** A matter as the desk understood it by itself. */
export interface Understood extends Matter {
  /** The body named against the routing rule. */
  namedId: string | null;
  /** Of how many entries of the description. */
  words: number;
}

/** A report being taken down. A filled slot is never asked again. */
export interface Draft {
  kind: Kind | null;
  serviceId: string | null;
  /** Chosen or named by the citizen against the routing rule. */
  agencyId: string | null;
  /** Bodies the citizen does not want to receive it: none of them ever does, whatever is corrected afterwards. */
  refused?: string[];
  /** Services the citizen said it is not: none is taken or offered again, until they name it themselves. */
  denied?: string[];
  place: Place | null;
  /** Where a photo says that it was taken, to be offered; forgotten with the answer. */
  photoAt: Place | null;
  /** Codes of places the citizen said it is not in; never offered again. */
  notAt?: string[];
  /** Names of the place that were put right, not to be shown in a title any more. */
  misnamed?: string[];
  /** What the citizen wants it to be called. */
  title: string | null;
  /** The citizen's words about the matter, verbatim, one entry a message. */
  description: string[];
  privacy: Privacy | null;
  contact: string | null;
  attachments: Attachment[];
  /** Questions asked so far, in order; their number is bounded before the summary. */
  asked: Ask[];
  /** Slots the citizen said they cannot or will not fill. */
  declined: Ask[];
  /** Words that decided, shown with the summary. */
  reasons: string[];
  /** What the first summary said; whatever the citizen changes of it is learned from. */
  understood: Understood | null;
  /** The summary was shown and waits for a yes. */
  summarised: boolean;
  startedAt: string;
  /** When the citizen last wrote on it. */
  touchedAt: string;
  /** The one nudge was sent. */
  nudged: boolean;
}

/** Where a talk stands; saved sealed with the conversation as JSON, so times are ISO strings. */
export interface ConversationState {
  v: number;
  language: 'es' | 'en';
  /** The bot has said once that it is automatic. */
  greeted: boolean;
  draft: Draft | null;
  awaits: Awaits | null;
  /** Further matters of the same message, to be taken up after this draft. */
  later: string[];
  /** Turns in a row that were not understood. */
  lost: number;
  /** While a person is waited for, the one acknowledgement was given. */
  noted: boolean;
  /** The question that was answered last, as long as nothing else was spoken of. */
  informed: string | null;
  /** The procedure that was told with it, when one was. */
  procedure: string | null;
  /** What was added to a case just now, as long as nothing else was said: it may be a matter of its own. */
  added: string | null;
  /** The number of the case that was spoken of last, as long as nothing else was said: `ese` means it. */
  shown: string | null;
  /** The report that was left just now, as long as nothing else was said: it can be had back. */
  left: Draft | null;
  /** Insults were answered once. */
  warned: boolean;
  /** When the messages read last came, those of one minute, ms since 1970. */
  recent: number[];
  /** They write faster than is read at once, and were told so. */
  flooded: boolean;
  /** The danger whose numbers were told last; it says which one is meant as long as the talk is near it. */
  danger: string | null;
  /** They have said that they are a minor. */
  minor: boolean;
  /** When they said that an animal suffers, and no person. */
  animalAt: string | null;
  /** It only says that the talk before it was erased, and goes the same way a day later. */
  passing: boolean;
  /** When they were last asked to write elsewhere, because nothing can be talked over here. */
  invitedAt: string | null;
}
