import type { Kind, Place, Privacy } from '../cases/case.ts';
import type { Ask, Choice } from '../channels/channel.ts';

/** The present version of `ConversationState`; `readState` migrates older ones. */
export const STATE_VERSION = 1;

/** What the citizen's next words are expected to answer. */
export interface Awaits {
  ask: Exclude<Ask, 'none'>;
  /** What was offered, so that number, label and value are all understood. */
  choices: Choice[];
  /** The case a rating, a solution or an answer is about. */
  caseNumber?: string;
  /** Answers in a row that could not be read. */
  misses: number;
}

/** A report being taken down. A filled slot is never asked again. */
export interface Draft {
  kind: Kind | null;
  serviceId: string | null;
  /** Chosen or named by the citizen against the routing rule. */
  agencyId: string | null;
  place: Place | null;
  /** The citizen's words about the matter, verbatim, one entry a message. */
  description: string[];
  privacy: Privacy | null;
  contact: string | null;
  /** Ids of stored media. */
  attachments: string[];
  /** Slots asked so far, in order; its length bounds the questions before the summary. */
  asked: Ask[];
  /** Slots the citizen said they cannot or will not fill. */
  declined: Ask[];
  /** Words that decided, shown with the summary. */
  reasons: string[];
  /** The summary was shown and waits for a yes. */
  summarised: boolean;
  startedAt: string;
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
}
