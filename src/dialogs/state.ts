import type { Language } from '../texts.ts';
import { type Awaits, type ConversationState, type Draft, STATE_VERSION } from './conversation.ts';

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
    informed: null,
    procedure: null,
    added: null,
    shown: null,
    left: null,
    warned: false,
    recent: [],
    flooded: false,
    danger: null,
    minor: false,
    animalAt: null,
    passing: false,
    invitedAt: null,
  };
}

/** A report nothing is known of yet. */
export function newDraft(now: Date): Draft {
  return {
    kind: null,
    serviceId: null,
    agencyId: null,
    refused: [],
    denied: [],
    place: null,
    photoAt: null,
    notAt: [],
    misnamed: [],
    title: null,
    description: [],
    privacy: null,
    contact: null,
    attachments: [],
    asked: [],
    declined: [],
    reasons: [],
    understood: null,
    summarised: false,
    startedAt: now.toISOString(),
    touchedAt: now.toISOString(),
    nudged: false,
  };
}

/** The state to go on with: the saved one, or a new one (`fresh`) where it cannot be read. */
export function openState(raw: unknown): { state: ConversationState; fresh: boolean } {
  const saved = readState(raw);
  return { state: saved ?? newState('es'), fresh: saved === null };
}

/** Before a turn decides, four ask for the state of its talk. */
const READ = new WeakMap<object, ConversationState>();

/**
 * A saved state in today's form: what an older version did not know yet is filled in. Null when it cannot be read: the
 * talk starts afresh and says so. Who takes it must not change it.
 */
export function readState(raw: unknown): ConversationState | null {
  if (!isRecord(raw)) return null;
  const state = READ.get(raw) ?? inTodaysForm(raw);
  if (state !== null) READ.set(raw, state);
  return state;
}

function inTodaysForm(raw: Record<string, unknown>): ConversationState | null {
  if (typeof raw['v'] !== 'number' || raw['v'] > STATE_VERSION) return null;
  const language: Language = raw['language'] === 'en' ? 'en' : 'es';
  const state = { ...withDefaults(newState(language), raw), v: STATE_VERSION, language };
  return {
    ...state,
    draft: readDraft(raw['draft']),
    left: readDraft(raw['left']),
    awaits: readAwaits(raw['awaits']),
  };
}

function readDraft(raw: unknown): Draft | null {
  // A draft without times is from before they were kept: it counts as the oldest.
  return isRecord(raw) ? withDefaults(newDraft(new Date(0)), raw) : null;
}

function readAwaits(raw: unknown): Awaits | null {
  if (!isRecord(raw) || typeof raw['ask'] !== 'string') return null;
  const base = { ask: 'confirm', choices: [], misses: 0 } as const;
  const { before, ...own } = { ...raw, ...withDefaults({ ...base, choices: [] }, raw) } as Awaits;
  const outer = readAwaits(before);
  return outer ? { ...own, before: outer } : own;
}

/** The known fields of `raw` where they are of the same sort as in `base`; the others as in `base`. */
function withDefaults<T extends object>(base: T, raw: Record<string, unknown>): T {
  const known = { ...base } as Record<string, unknown>;
  for (const key in base) {
    const value = base[key];
    const given = raw[key];
    if (given !== undefined && (value === null || isAlike(value, given))) known[key] = given;
  }
  return known as T;
}

function isAlike(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && Array.isArray(a) === Array.isArray(b) && b !== null;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
