import { z } from 'zod';
import { KINDS, PRIVACIES, STATUSES } from '../cases/case.ts';
import { REASON_MEANINGS, REASONS } from '../cases/lifecycle.ts';
import { DROP_MEANINGS, DROP_REASONS } from './parked.ts';

/** Words of a person: not blank, no control characters but line breaks and tabs, at most `most` characters. */
function words(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .regex(/\S/, 'is blank')
    .refine(text => !hasControls(text) && text.isWellFormed(), 'holds characters that are no text');
}

function hasControls(text: string): boolean {
  return [...text].some(character => {
    const code = character.codePointAt(0) ?? 0;
    return (code < 32 && !'\n\r\t'.includes(character)) || code === 127;
  });
}

/** What a citizen, an agency or an agent writes. */
export const text = words(5_000);
const id = words(100);
/** The caller's own id of a change: the second use of one does nothing. */
const idempotencyKey = words(200).optional();
const district = id.describe('name or code of a district');

/** A case somebody wants opened. */
export const createBody = z.strictObject({
  kind: z.enum(KINDS),
  description: words(20_000).describe('the citizen’s own words'),
  service: id.optional(),
  agency: id.optional(),
  place: z
    .strictObject({
      text: words(500).optional(),
      province: id.optional(),
      district: district.optional(),
      corregimiento: id.optional(),
    })
    .refine(place => Object.values(place).some(value => value !== undefined), 'names nothing')
    .optional(),
  reporter: z
    .strictObject({
      channel: id,
      address: words(200),
      name: words(200).optional(),
      contact: words(500).optional(),
    })
    .optional(),
  privacy: z.enum(PRIVACIES).default('normal'),
  idempotencyKey,
});

/** Each code with what it says. */
function explained<T extends string>(codes: readonly T[], meanings: Record<T, string>): string {
  return codes.map(code => `${code}: ${meanings[code]}`).join('; ');
}

/** A step of a case's life. */
export const statusBody = z
  .strictObject({
    status: z.enum(STATUSES),
    note: text.optional().describe('read by the citizen; for awaiting_citizen the question'),
    reason: z.enum(REASONS).optional().describe(explained(REASONS, REASON_MEANINGS)),
    incident: z.boolean().optional().describe('also for every other open case of its incident'),
    idempotencyKey,
  })
  .refine(({ status, note, reason }) => !['rejected', 'declined'].includes(status) || note || reason, {
    path: ['reason'],
    message: `a case is not refused without saying why: one of ${REASONS.join(', ')}, or a note`,
  });

/** Who is to hold a case. */
export const assignBody = z.strictObject({
  agency: id,
  district: district.optional(),
  note: text.optional().describe('internal'),
  idempotencyKey,
});

/** A question, an internal note, an agent’s words. */
export const textBody = z.strictObject({ text, idempotencyKey });

/** An agent’s words to a citizen. */
export const replyBody = z.strictObject({
  text,
  file: z
    .strictObject({ id, name: words(200).optional().describe('what the citizen sees it as') })
    .optional()
    .describe(
      'a file of the talk that goes along; where the channel carries none, the page of the case shows it',
    ),
  case: id
    .optional()
    .describe('number of the case of this talk it is about: its deliveries and its page show it'),
  idempotencyKey,
});

/** Nothing, or an empty object. */
export const emptyBody = z.strictObject({}).nullish();

/** Why messages put aside need no turn. */
export const dropBody = z.strictObject({
  reason: z.enum(DROP_REASONS).describe(explained(DROP_REASONS, DROP_MEANINGS)),
});

/** Whose cases are looked for. */
export const searchBody = z.strictObject({ address: words(200), channel: id.optional() });

/** An empty value in a query is no value. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional());

/** What a list of cases is narrowed by. */
export const listQuery = z.strictObject({
  status: optional(z.enum(STATUSES)),
  kind: optional(z.enum(KINDS)),
  agency: optional(id),
  service: optional(id),
  district: optional(district.describe('where the matter is')),
  since: optional(
    z.iso
      .date()
      .or(z.iso.datetime({ offset: true }))
      .describe('opened at or after'),
  ),
  cursor: optional(id.describe('next of the page before')),
  limit: optional(z.coerce.number().int().min(1).max(200)),
});

/** Which talks are wanted. */
export const conversationsQuery = z.strictObject({
  state: optional(z.enum(['waiting', 'review'])),
});

/** The part of a talk that is wanted. */
export const messagesQuery = z.strictObject({
  after: optional(z.coerce.number().int().min(0)),
  limit: optional(z.coerce.number().int().min(1).max(500)),
});

/** A line said in a terminal; a second use of the same `id` says nothing. */
export const terminalBody = z
  .strictObject({ id: id.optional(), text: words(20_000).optional(), choice: words(200).optional() })
  .refine(({ text, choice }) => text !== undefined || choice !== undefined, 'says nothing');

/** The part of a terminal's talk that is wanted, and for how many seconds it is waited for. */
export const terminalQuery = z.strictObject({
  after: optional(z.coerce.number().int().min(0)),
  wait: optional(z.coerce.number().min(0).max(25)),
});

/** A message to be understood. */
export const understandBody = z.strictObject({
  id: z.union([z.string().max(200), z.number()]).optional(),
  text: z.string().max(20_000),
  place: z.string().max(500).optional().describe('words, or a code of 2, 4 or 6 digits'),
});

/** A key to be made. */
export const keyBody = z.strictObject({
  name: words(60),
  role: z.enum(['operator', 'agency', 'reader']),
  agency: id.optional(),
  district: district.optional(),
});
