import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import { wordSet } from '../../catalogue/words.ts';
import type { Danger, Ranked } from '../classifier.ts';
import { cue } from '../cue.ts';
import { type Heard, SURE_DANGER } from '../danger.ts';
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
  categories: ReadonlyMap<string, Pick<EmergencyCategory, 'id' | 'personal' | 'firm' | 'general'>>;
  heads: LinearModel['heads'];
  weigh(ruled: RuleReading): Weighed;
  read(text: string): RuleReading;
}

/** From here on it is a danger: recall first, so a small chance is enough. */
const ALARM = 0.08;
/** However few the words, so much is a danger without any phrase of the office's. */
const LEAST_ALONE = 0.97;
/** The same in short texts, and where something is wanted of the desk, without any phrase of that danger. */
const LEAST_UNNAMED = { personal: 0.8, other: 0.5 };
/** A clear phrase of the office's is one from here on, however little a model hears in the whole. */
const LEAST_CLEAR = 0.25;
/**
 * So much a model must hear in the clause of such a phrase, where it hears nothing in the whole; more where the phrase is
 * silent, or the clause too short for a model to be trusted, and then it is only a danger that may be.
 */
const LEAST_IN_CLAUSE = { told: 0.1, doubtful: 0.4 };
/** The category of a danger is sure of itself. */
const SURE_CATEGORY = 0.7;

/** What a model hears in a text: how likely a danger is, and which, the likeliest first. */
interface Told {
  p: number;
  ranked: readonly Ranked[];
}

/** Danger by words and phrases together. */
export function dangerBy(sources: DangerSources, ruled: RuleReading, weighed: Weighed): Danger | null {
  const { danger: gate } = ruled;
  // Among other words they are diluted for a model, and are never to be talked away.
  const isKept = gate !== null && gate.p >= CLEAR && sources.categories.get(gate.category)?.firm;
  if (weighed.trust === 0 || isKept) return gate;
  const ranked = probabilities(sources.heads.category, weighed.seen, weighed.signs.danger);
  const told: Told = { p: chanceOf(sources, weighed), ranked };
  if (gate === null) return alone(sources, ruled, told, weighed.trust);
  if (told.p >= ALARM) return { category: categoryOf(sources, ruled, told), p: told.p };
  return gate.p >= CLEAR ? clear(sources, ruled, { weighed, p: told.p, gate }) : null;
}

function chanceOf({ heads }: DangerSources, { seen, signs }: Weighed): number {
  return 1 - (chancesOf(heads.danger, seen, signs.danger).get(NONE) ?? 1);
}

/**
 * What a model alone takes for a danger: of few words, and of none that the office lists for it, it says odd things. There
 * it is at most a danger that may be; and none where something is wanted of the desk, or who suffers would be spoken to.
 */
function alone(sources: DangerSources, ruled: RuleReading, told: Told, trust: number): Danger | null {
  const { p, ranked } = told;
  const isWish = WISHES.test(ruled.reading.line);
  const likeliest = ranked[0]?.id ?? '';
  const isUnnamed = !ruled.heard.named.has(likeliest) && (trust < 1 || isWish);
  const isPersonal = sources.categories.get(likeliest)?.personal === true;
  const unnamed = isPersonal ? LEAST_UNNAMED.personal : LEAST_UNNAMED.other;
  const least = Math.max(Math.min(LEAST_ALONE, ALARM / trust ** 4), isUnnamed ? unnamed : 0);
  const isFaint = p < least;
  if (isFaint && (isWish || isPersonal || p < LEAST_UNNAMED.other)) return null;
  return { category: categoryOf(sources, ruled, told), p: isFaint ? p * SURE_DANGER : p };
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
  if (told.danger === null) return null;
  const heardIn = chanceOf(sources, own);
  const joined = trusted(told.danger.p, heardIn, own.trust);
  const isDoubtful = heard.isSilent || own.trust === 0;
  if (heardIn < (isDoubtful ? LEAST_IN_CLAUSE.doubtful : LEAST_IN_CLAUSE.told)) return null;
  return { category: gate.category, p: isDoubtful ? joined * SURE_DANGER : joined };
}

/** What the office's phrase and the model say together, by how far the model is believed. */
function trusted(phrase: number, model: number, trust: number): number {
  return phrase * (1 - trust) + model * trust;
}

const BREAK = /[,;:.!?()…\n]/;
const JOINERS = wordSet('y e pero aunque ademas tambien porque and but also because');

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
function categoryOf({ categories }: DangerSources, { danger, heard }: RuleReading, { ranked }: Told): string {
  const [best] = ranked;
  const likeliest = best?.id ?? '';
  if (!categories.get(likeliest)?.personal || heard.named.has(likeliest)) return likeliest;
  if ((best?.p ?? 0) >= SURE_CATEGORY) return likeliest;
  return danger?.category ?? ranked.find(({ id }) => categories.get(id)?.general)?.id ?? likeliest;
}
