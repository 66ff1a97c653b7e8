import type { Danger, Ranked } from '../classifier.ts';
import { cue } from '../cue.ts';
import { type Heard, PERSONAL_DANGERS } from '../danger.ts';
import type { Reading } from '../reading.ts';
import type { RuleReading } from '../rules.ts';
import { chancesOf, probabilities } from './chances.ts';
import type { LinearModel, Seen } from './linear.ts';
import { CLEAR, NONE, type Signs } from './signs.ts';

/** What a model sees of a text, and how far it is believed about it: 0 not at all, 1 wholly. */
export interface Weighed {
  seen: Seen;
  signs: Signs;
  trust: number;
}

/** What danger is judged with. */
export interface DangerSources {
  heads: LinearModel['heads'];
  weigh(ruled: RuleReading): Weighed;
  read(text: string): RuleReading;
}

/** From here on it is a danger: recall first, so a small chance is enough. */
const ALARM = 0.1;
/** However few the words, so much is a danger without any phrase of the office's. */
const LEAST_ALONE = 0.97;
/** The same in short texts, and where something is wanted of the desk, without any phrase of that danger. */
const LEAST_UNNAMED = { personal: 0.8, other: 0.5 };
/** A clear phrase of the office's is one from here on, however little a model hears in the whole. */
const LEAST_CLEAR = 0.25;
/** The category of a danger is sure of itself. */
const SURE_CATEGORY = 0.7;
/** The danger of which only the numbers of all the rescuers are told. */
const NEUTRAL = 'auxilio';

/** A wish to die, and somebody missing: so few wrote of them that a model knows few of their words. */
const NEVER_TALKED_AWAY = ['suicidio', 'desaparecido'];

/** Danger by words and phrases together. */
export function dangerBy(sources: DangerSources, ruled: RuleReading, weighed: Weighed): Danger | null {
  const { danger: gate, heard } = ruled;
  // Among other words they are diluted for a model, and are never to be talked away.
  const isKept = gate !== null && gate.p >= CLEAR && NEVER_TALKED_AWAY.includes(gate.category);
  if (weighed.trust === 0 || isKept) return gate;
  const p = chanceOf(sources, weighed);
  const ranked = probabilities(sources.heads.category, weighed.seen, weighed.signs.danger);
  if (gate === null) return alone(ranked, p, ruled, weighed.trust);
  if (p >= ALARM) return { category: categoryOf(ranked, heard, gate), p };
  return gate.p >= CLEAR ? clear(sources, ruled, { weighed, p, gate }) : null;
}

function chanceOf({ heads }: DangerSources, { seen, signs }: Weighed): number {
  return 1 - (chancesOf(heads.danger, seen, signs.danger).get(NONE) ?? 1);
}

/** What a model alone takes for a danger: of few words, and of none that the office lists for it, it says odd things. */
function alone(
  ranked: readonly Ranked[],
  p: number,
  { heard, reading }: RuleReading,
  trust: number,
): Danger | null {
  const likeliest = ranked[0]?.id ?? '';
  const isUnnamed = !heard.named.has(likeliest) && (trust < 1 || WISHES.test(reading.line));
  const unnamed = PERSONAL_DANGERS.has(likeliest) ? LEAST_UNNAMED.personal : LEAST_UNNAMED.other;
  const least = Math.max(Math.min(LEAST_ALONE, ALARM / trust ** 4), isUnnamed ? unnamed : 0);
  return p >= least ? { category: categoryOf(ranked, heard, null), p } : null;
}

/** What is wanted of the desk, with whatever impatience: `ya no quiero esperar más, mándelo`. */
const WISHES = cue(
  '(mande|mandelo|mandela|mandalo|mandala|envie|envielo|enviela|envialo|registrelo|cancele|cancelelo|cancelela|cierre|cierrelo|olvidelo|olvidese|dejelo|dejela)',
  'que (me|nos|lo|la|le)? ?llamen',
  'lo que (quiero|queremos) es *',
  '(send|file|cancel|forget|drop|make) (it|this|a report|the report|my report)',
  'i just want *',
);

/** A clear phrase that a model hears nothing in: it knows little of few words, and hears more of what stands beside it. */
function clear(
  sources: DangerSources,
  { reading, heard }: RuleReading,
  { weighed, p, gate }: { weighed: Weighed; p: number; gate: Danger },
): Danger | null {
  const whole = trusted(gate.p, p, weighed.trust);
  if (whole >= LEAST_CLEAR) return { category: gate.category, p: whole };
  const clause = heard.span && clauseAround(reading, heard.span);
  if (clause === null || clause.length >= reading.text.trim().length) return null;
  const told = sources.read(clause);
  const own = sources.weigh(told);
  if (told.danger === null || own.trust === 0) return null;
  const heardIn = chanceOf(sources, own);
  const joined = trusted(told.danger.p, heardIn, own.trust);
  return heardIn >= ALARM ? { category: gate.category, p: joined } : null;
}

/** What the office's phrase and the model say together, by how far the model is believed. */
function trusted(phrase: number, model: number, trust: number): number {
  return phrase * (1 - trust) + model * trust;
}

const BREAK = /[,;:.!?()…\n]/;
const JOINERS: ReadonlySet<string> = new Set(
  'y e pero aunque ademas tambien porque and but also because'.split(' '),
);

/** The words between the signs or joining words around a phrase. */
function clauseAround({ text, tokens }: Reading, { from, to }: NonNullable<Heard['span']>): string {
  const breaksBefore = (at: number): boolean => {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token) return true;
    return BREAK.test(text.slice(before.end, token.start)) || JOINERS.has(token.word);
  };
  let first = from;
  while (!breaksBefore(first)) first -= 1;
  let last = to;
  while (!breaksBefore(last + 1)) last += 1;
  return text.slice(tokens[first]?.start, tokens[last]?.end);
}

/** The category that the words fit: one that speaks to who suffers it needs a phrase of its own, or to be sure. */
function categoryOf(ranked: readonly Ranked[], { named }: Heard, gate: Danger | null): string {
  const [best] = ranked;
  const likeliest = best?.id ?? '';
  if (!PERSONAL_DANGERS.has(likeliest) || named.has(likeliest)) return likeliest;
  if ((best?.p ?? 0) >= SURE_CATEGORY) return likeliest;
  return gate?.category ?? (ranked.some(({ id }) => id === NEUTRAL) ? NEUTRAL : likeliest);
}
