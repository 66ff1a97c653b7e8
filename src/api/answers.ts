import { z } from 'zod';
import { KINDS, PRIVACIES, STATUSES } from '../cases/case.ts';
import { NEWS_KINDS } from '../catalogue/catalogue.ts';

const OUTCOMES = [
  ...(['postponed', 'skipped', 'sending', 'failed', 'unknown'] as const),
  ...(['accepted', 'delayed', 'sent', 'delivered', 'read'] as const),
] as const;
const time = z.iso.datetime();
const word = z.string().nullable();
const count = z.number().int();

/** A case on the wire, without its history: what lists hold. */
export const listedCase = z.strictObject({
  number: z.string(),
  kind: z.enum(KINDS),
  status: z.enum(STATUSES),
  agency: word,
  district: word.describe('the holder’s, where it is one body per district'),
  service: word,
  place: z
    .strictObject({
      province: word,
      district: word,
      corregimiento: word,
      text: word,
      lat: z.number().nullable(),
      lon: z.number().nullable(),
    })
    .nullable(),
  description: word.describe('the citizen’s own words, a line for each message; null for a reader'),
  privacy: z.enum(PRIVACIES),
  reporter: z.strictObject({ channel: z.string(), address: word, name: word, contact: word }).nullable(),
  openedAt: time,
  dueAt: time,
  overdue: z.boolean(),
  question: word,
  rating: count.min(1).max(5).nullable(),
  confirmed: z.boolean().nullable(),
  reopened: count,
  incident: word,
  attachments: z.array(z.strictObject({ id: z.string(), type: z.string(), bytes: count })),
});

/** A case on the wire. */
export const shownCase = listedCase.extend({
  history: z.array(
    z.strictObject({ at: time, what: z.string(), from: word, to: word, by: z.string(), note: word }),
  ),
});

/** A case just opened; `pin` once, for a case that no conversation shows. */
export const openedCase = shownCase.extend({ pin: z.string().optional() });

/** A page of cases, newest first. */
export const casePage = z.strictObject({ cases: z.array(listedCase), next: word });

/** A file of ours, given by /conversations/{id}/media/{media}. */
const sentFile = z.strictObject({ id: z.string(), type: z.string(), bytes: count, name: z.string() });

/** What the citizen was told. */
export const deliveryList = z.strictObject({
  deliveries: z.array(
    z.strictObject({
      id: z.string(),
      channel: z.string(),
      at: time,
      class: z.string(),
      text: word,
      file: sentFile.nullable(),
      state: z.enum(['pending', 'sending', 'accepted', 'rejected', 'unknown']),
      receipt: word,
      code: word,
      attempts: count,
      maybeDuplicate: z.boolean(),
    }),
  ),
  ledger: z
    .array(
      z.strictObject({
        notice: z.string(),
        what: z.enum(NEWS_KINDS),
        at: time,
        road: z.string(),
        reason: z
          .string()
          .describe('why this road came up: first, or why the one before was not taken or failed'),
        outcome: z.enum(OUTCOMES),
        code: word,
        tries: count.describe('calls made to the platform'),
      }),
    )
    .describe('every road looked at for news of the case, oldest first'),
});

/** A talk as people’s screens list it. */
export const listedConversation = z.strictObject({
  id: z.string(),
  channel: z.string(),
  address: z.string(),
  name: word,
  since: time.nullable(),
  reason: word,
  bot: z.enum(['serving', 'silent']),
  takenBy: word,
  asks: z.string(),
  draft: z
    .strictObject({
      kind: word,
      service: word,
      agency: word,
      place: word,
      description: z.string(),
      privacy: word,
      startedAt: time,
    })
    .nullable(),
});

/** Talks that want a person. */
export const conversationList = z.strictObject({ conversations: z.array(listedConversation) });

const messages = z.array(
  z.strictObject({
    seq: count,
    at: time,
    from: z.enum(['citizen', 'bot', 'person']),
    text: z.string(),
    asks: z.string(),
    case: word,
    media: z.array(z.string()).describe('ids of files, given by /conversations/{id}/media/{media}'),
    authenticity: z
      .strictObject({ spf: z.string(), dkim: z.string(), dmarc: z.string() })
      .partial()
      .optional()
      .describe('what the desk’s own mail server found out about the sender'),
  }),
);

/** A talk with what was said last. */
export const shownConversation = listedConversation.extend({ messages });

/** A part of a talk, oldest first; who wants more asks again after the last `seq`. */
export const conversationMessages = z.strictObject({ messages });

/** Talks with messages put aside: a turn failed on them as often as one is tried. */
export const parkedList = z.strictObject({
  parked: z.array(
    z.strictObject({
      conversationId: z.string(),
      channel: z.string(),
      since: time,
      messages: count,
      reason: z.string().describe('a code: what the turn failed with'),
    }),
  ),
});

/** The messages of one talk that were put aside. */
export const shownParked = z.strictObject({
  conversationId: z.string(),
  channel: z.string(),
  messages: z.array(
    z.strictObject({
      ...{ seq: count, at: time, parkedAt: time, reason: z.string(), text: word },
      files: count.describe('the files it came with'),
    }),
  ),
});

/** How many messages a decision concerned. */
export const parkedDecided = z.strictObject({ messages: count });

/** Where a line said in a terminal stands in its talk. */
export const saidInTerminal = z.strictObject({ seq: count });

/** Part of a terminal's talk. `waiting`: something said there has not been answered yet. */
export const terminalTalk = z.strictObject({
  messages: z.array(
    z.strictObject({
      seq: count,
      at: time,
      from: z.enum(['citizen', 'bot', 'person']),
      turn: count.nullable(),
      text: z.string(),
      choices: z.array(z.strictObject({ label: z.string(), value: z.string() })),
      asks: z.string(),
      case: word,
    }),
  ),
  waiting: z.boolean(),
});

/** A file that was kept to be sent. */
export const keptFile = z.strictObject({ id: z.string(), type: z.string(), bytes: count });

/** Where an agent’s words stand in the talk. */
export const repliedTo = z.strictObject({ seq: count.nullable() });

const ranked = z.array(z.strictObject({ id: z.string(), p: z.number() }));

/** What is understood of a message. */
export const understood = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  intent: z.string(),
  kinds: ranked,
  agencies: ranked,
  services: ranked,
  procedures: ranked,
  places: z.array(
    z.strictObject({
      province: z.string(),
      district: word,
      corregimiento: word,
      text: z.string(),
      p: z.number(),
    }),
  ),
  emergency: z.strictObject({ category: z.string(), p: z.number() }).nullable(),
  flags: z.array(z.string()),
  reasons: z.array(z.string()),
});

/** A key without its secret. */
const listedKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(['operator', 'agency', 'reader']),
  agency: word,
  district: word,
  createdAt: time,
  revokedAt: time.nullable(),
});

/** Every key there is. */
export const keyList = z.strictObject({ keys: z.array(listedKey) });

/** A key just made: `key` is shown now and never again. */
export const madeKey = listedKey.extend({ key: z.string() });

/** How many data keys were wrapped again. */
export const rotated = z.strictObject({ rewrapped: count });

const standing = z
  .strictObject({
    ...{ agency: count, agencyInThree: count, kind: count, intent: count },
    ...{ danger: count, calm: count },
  })
  .describe('right answers on the frozen suite');

/** Where learning from corrections stands. */
export const learningState = z.strictObject({
  training: z.boolean(),
  learned: z
    .strictObject({
      ...{ base: z.string(), learnedFrom: z.string(), at: time },
      ...{ corrections: count, writers: count, features: count, bytes: count },
      ...{ before: standing, after: standing },
    })
    .nullable()
    .describe('the model in use that learned from corrections; null: the office’s own is in use'),
  last: z
    .strictObject({
      ...{ at: time, promoted: z.boolean(), corrections: count, writers: count, features: count },
      ...{ before: standing, after: standing },
      worse: z.array(z.string()).describe('why it was not promoted'),
      shadow: z.strictObject({ texts: count, changed: count, before: count, after: count }),
    })
    .nullable(),
  failed: z.boolean(),
});
