import { z } from 'zod';
import type { Kind } from '../cases/case.ts';

const KINDS: { [K in Kind]: K } = {
  queja: 'queja',
  denuncia: 'denuncia',
  idea: 'idea',
  sugerencia: 'sugerencia',
};
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'must be small letters without accents, digits, "-" and "_"');
const line = z.string().trim().min(1, 'is empty: fill it in or remove it');
const bilingual = z.strictObject({ es: line, en: line });
const word = line.toLowerCase();
const words = z.array(word).min(1, 'is empty: write at least one');
const confidence = z.enum(['A', 'M', 'B']);
const codeOf = (digits: number, what: string, example: string) =>
  z.string().regex(new RegExp(`^\\d{${digits}}$`), `must be ${what} in quotes, such as "${example}"`);
const provinceCode = codeOf(2, 'the two digits of a province', '08');
const districtCode = codeOf(4, 'the four digits of a district', '0804');
const corregimientoCode = codeOf(6, 'the six digits of a corregimiento', '080401');
const days = z.int().min(1).max(60);
const span = z.int().min(0);
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'must be a time such as "08:00"', abort: true });

/** `config/agencies.yaml` */
export const agenciesSchema = z.array(
  z.strictObject({
    id,
    name: line,
    acronym: line,
    acronymEn: line.optional(),
    aliases: z.array(line).default([]),
    scope: z.enum(['national', 'district']).default('national'),
    districts: z.array(districtCode).default([]),
    answersFor: bilingual,
    words: z.array(word).default([]),
    needsIdentity: z.boolean().default(false),
    days,
    website: line.nullable().default(null),
    phones: z.array(line).default([]),
    confidence,
    source: line,
    weight: z.number().min(0).max(100),
    parent: id.optional(),
  }),
);

const placeCondition = z
  .strictObject({
    provinces: z.array(provinceCode).min(1, 'is empty: name one or remove it'),
    districts: z.array(districtCode).min(1, 'is empty: name one or remove it'),
    corregimientos: z.array(corregimientoCode).min(1, 'is empty: name one or remove it'),
    outside: z.array(districtCode).min(1, 'is empty: name one or remove it'),
  })
  .partial()
  .refine(
    condition => Object.keys(condition).length > 0,
    'needs "provinces", "districts", "corregimientos" or "outside"; a rule for everywhere has no "when"',
  );

/** `config/services.yaml` */
export const servicesSchema = z.array(
  z.strictObject({
    id,
    name: bilingual,
    covers: bilingual,
    needs: z.array(z.enum(['place', 'description', 'business'])),
    kinds: z.array(z.enum(KINDS)).min(1, 'is empty: name the usual kind'),
    words,
    days,
    area: z.literal(true).optional(),
    advised: z.literal(true).optional(),
    against: id.optional(),
    watchdog: id.optional(),
    holder: z
      .array(z.strictObject({ when: placeCondition.optional(), agency: id, because: bilingual.optional() }))
      .min(1, 'is empty: write at least one rule with an "agency"'),
  }),
);

const needs = z.array(line).min(1, 'is empty: write at least one');

/** `config/procedures.yaml` */
export const proceduresSchema = z.array(
  z.strictObject({
    id,
    agency: id,
    name: bilingual,
    words: z.array(word).min(6, 'has fewer than six: add phrases people use'),
    needs: z.strictObject({ es: needs, en: needs }),
    cost: bilingual.nullable(),
    where: bilingual,
    takes: bilingual.nullable(),
    asOf: z
      .string()
      .regex(
        /^\d{4}(-(0[1-9]|1[0-2])|-\d{4})?$/,
        'must be a year or a month in quotes, such as "2025" or "2025-10"; null when undated',
      )
      .nullable(),
    confidence,
    source: line,
  }),
);

/** `config/topics.yaml` */
export const topicsSchema = z.array(
  z.strictObject({
    id,
    words,
    services: z
      .array(id)
      .min(1, 'is empty: name a service')
      .max(3, 'has more than three: keep the likeliest'),
  }),
);

/** `config/emergency.yaml` */
export const emergenciesSchema = z.array(
  z.strictObject({
    id,
    rescuers: z.array(id).default([]),
    report: id.nullable().default(null),
    personal: z.literal(true).optional(),
    minor: id.optional(),
    firm: z.literal(true).optional(),
    distress: z.literal(true).optional(),
    veiled: z.literal(true).optional(),
    advised: z.literal(true).optional(),
    general: z.literal(true).optional(),
    lines: z
      .array(z.strictObject({ number: line, name: bilingual }))
      .min(1, 'is empty: give at least one number'),
    triggers: words,
    guards: z.array(word).default([]),
  }),
);

/** `config/abbreviations.yaml` */
export const abbreviationsSchema = z.record(z.string(), line);

/** `config/centre.yaml` */
export const centreSchema = z.strictObject({
  name: bilingual,
  prefix: z.string().regex(/^\d{2,4}$/, 'must be two to four digits in quotes, such as "311"'),
  timeZone: z.literal('America/Panama'),
  hours: z
    .array(
      z
        .strictObject({ open: time, close: time })
        .refine(day => day.open < day.close, 'a day must open before it closes')
        .nullable(),
    )
    .length(7, 'needs seven days, Sunday first; null where nobody answers'),
  holidays: z.array(z.iso.date('must be a date of the calendar in quotes, such as "2026-11-03"')),
  legalDays: z.int().min(1).max(365),
  ombudsman: z.string().nullable().default(null),
  appeals: z.record(z.string(), z.string()).default({}),
  quietGapMs: z.record(z.string(), span.max(60_000)),
  nudgeAfterMs: span,
  draftDays: days,
  solvedNudgeDays: days,
  closeAfterDays: days,
  limits: z.strictObject({
    mediaBytes: z.int().min(1),
    mediaTypes: z
      .array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a type of file such as image/jpeg'))
      .min(1, 'is empty: name at least one type of file'),
    messagesPerMinute: z.int().min(1),
  }),
});

const road = z.strictObject({
  roads: z
    .array(z.string().regex(/^[a-z][a-z-]*$/, 'must be conversation, or a channel such as sms'))
    .min(1, 'is empty: name at least conversation'),
  cost: z.enum(['free', 'paid']),
  atNight: z.boolean(),
});

/** `config/notices.yaml` */
export const noticesSchema = z.strictObject({
  quietHours: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from !== to, 'begin and end at the same time: write null for none')
    .nullable(),
  roads: z.record(z.string(), z.strictObject({ cost: z.enum(['free', 'paid']), wakes: z.boolean() })),
  news: z.strictObject({
    opened: road,
    assigned: road,
    status: road,
    solved: road,
    question: road,
    reminder: road,
  }),
});

/** What each kind of news has to fill a template's places with. */
export const TEMPLATE_VALUES = {
  opened: ['number', 'matter', 'agency', 'day'],
  assigned: ['number', 'matter', 'agency'],
  status: ['number', 'matter', 'status', 'note'],
  solved: ['number', 'matter', 'note', 'choice1', 'choice2'],
  question: ['number', 'matter', 'question'],
} as const;

function templatesOf<L extends z.ZodType>(name: z.ZodString, language: L) {
  const forNews = (values: readonly string[]) => {
    const one = z.strictObject({
      template: name,
      language,
      values: z.array(z.enum(values as [string, ...string[]])).max(values.length),
      buttons: z.int().min(0).max(2).default(0),
    });
    return z.strictObject({ es: one, en: one });
  };
  const { opened, assigned, status, solved, question } = TEMPLATE_VALUES;
  return z
    .strictObject({
      opened: forNews(opened),
      assigned: forNews(assigned),
      status: forNews(status),
      solved: forNews(solved),
      question: forNews(question),
    })
    .partial();
}

/** `config/templates.yaml` */
export const templatesSchema = z.strictObject({
  whatsapp: templatesOf(
    z.string().regex(/^[a-z0-9_]{1,512}$/, 'must be the name of a template: small letters, digits and _'),
    z
      .string()
      .regex(
        /^[a-z]{2,3}(_[A-Z]{2})?$/,
        'must be the code the template was approved under, such as es or en_US',
      ),
  ),
  'whatsapp-twilio': templatesOf(
    z
      .string()
      .regex(/^HX[0-9a-f]{32}$/, 'must be the ContentSid of a template: HX and 32 digits or letters a to f'),
    z.null().default(null),
  ),
});

/** `config/places.json` */
export const placesSchema = z.strictObject({
  attribution: line,
  places: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}(\d\d){0,2}$/, 'must have two, four or six digits'),
      level: z.enum(['province', 'district', 'corregimiento', 'neighbourhood', 'landmark']),
      name: line,
      aliases: z.array(line),
      lat: z.number().min(-90).max(90).nullable(),
      lon: z.number().min(-180).max(180).nullable(),
      confidence,
      people: z.int().positive().optional(),
      known: z.boolean().optional(),
    }),
  ),
});
