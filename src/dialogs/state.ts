import type { Language } from '../texts.ts';
import { type ConversationState, type Draft, STATE_VERSION } from './conversation.ts';

/** A talk nobody has begun. */
export function newState(language: Language): ConversationState {
  return {
    v: STATE_VERSION,
    language,
    greeted: false,
    draft: null,
    awaits: null,
    later: [],
    lost: 0,
    noted: false,
    warned: false,
  };
}

/** A report nothing is known of yet. */
export function newDraft(now: Date): Draft {
  return {
    kind: null,
    serviceId: null,
    agencyId: null,
    place: null,
    description: [],
    privacy: null,
    contact: null,
    attachments: [],
    asked: [],
    declined: [],
    reasons: [],
    summarised: false,
    startedAt: now.toISOString(),
    touchedAt: now.toISOString(),
    nudged: false,
  };
}

/** A saved state in today's form, or null when it cannot be read: the talk starts afresh and says so. */
export function readState(raw: unknown): ConversationState | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const state = raw as Partial<ConversationState>;
  if (typeof state.v !== 'number' || state.v > STATE_VERSION) return null;
  const language: Language = state.language === 'en' ? 'en' : 'es';
  return { ...newState(language), ...state, v: STATE_VERSION, language };
}
