import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import { wordSet } from '../../catalogue/words.ts';
import type { Danger, Ranked } from '../classifier.ts';
import { cue } from '../cue.ts';
import { dangerOrHazard, type Heard, SURE_DANGER } from '../danger.ts';
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
  /** The likeliest of the matters that an office sees to. */
  matter: Ranked | undefined;
}

/** What danger is judged with. */
export interface DangerSources {
  categories: ReadonlyMap<string, Pick<EmergencyCategory, 'id' | 'personal' | 'firm' | 'general' | 'report'>>;
  heads: LinearModel['heads'];
  weigh(ruled: RuleReading): Weighed;
  read(text: string): RuleReading;
}

/** From here on it is a danger: recall first, so a small chance is enough. */
const ALARM = 0.06;
/**
 * Who surely tells of an ordinary matter tells of a danger only from `least` on, and surely from `certain` on; unless the
 * matter is the one such a danger is reported to. Beside the `surest` matter a guess below `unnamed` is none: of 410 dangers
 * told sideways, by two writers the model had not read, it was none of them.
 */
const BESIDE_MATTER = { sure: 0.7, least: 0.2, certain: 0.5, unnamed: 0.7, surest: 0.9 };
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
/** The same in the whole, where the matter is the one that such a danger is reported to: a fire, and not a hydrant. */
const LEAST_OF_MATTER = 0.04;
/** The category of a danger is sure of itself. */
const SURE_CATEGORY = 0.7;

/** What a model hears in a text: how likely a danger is, and which, the likeliest first. */
interface Told {
  p: number;
  ranked: readonly Ranked[];
}

/** Danger by words and phrases together; what the office lists as what may become one is never less. */
export function dangerBy(sources: DangerSources, ruled: RuleReading, weighed: Weighed): Danger | null {
  const { danger: gate, heard } = ruled;
  // Among other words they are diluted for a model, and are never to be talked away.
  const isKept = gate !== null && gate.p >= CLEAR && sources.categories.get(gate.category)?.firm;
  if (weighed.trust === 0 || isKept) return dangerOrHazard(gate, heard);
  const told = heardBy(sources, ruled, weighed);
  if (told === null || gate !== null || heard.named.has(told.category)) return dangerOrHazard(told, heard);
  const isHarmless = heard.harmless.has(told.category);
  return dangerOrHazard(isHarmless ? null : { ...told, guessed: true }, heard);
}

function besideMatter(
  { categories }: DangerSources,
  danger: Danger,
  { matter }: Weighed,
  { named }: Heard,
): Danger | null {
  const category = categories.get(danger.category);
  const isOwn = category?.report === matter?.id;
  const { sure, least } = BESIDE_MATTER;
  const certain = named.size > 0 ? BESIDE_MATTER.certain : BESIDE_MATTER.unnamed;
  if (!matter || matter.p < sure || isOwn || danger.p >= certain) return danger;
  if (named.size === 0 && matter.p >= BESIDE_MATTER.surest) return null;
  // A danger of no kind is heard in much that is merely bad.
  const isVague = named.size === 0 && category?.general === true;
  return danger.p < least || isVague ? null : { ...danger, p: (danger.p * SURE_DANGER) / certain };
}

function heardBy(sources: DangerSources, ruled: RuleReading, weighed: Weighed): Danger | null {
  const { danger: gate } = ruled;
  const ranked = probabilities(sources.heads.category, weighed.seen, weighed.signs.danger);
  const told: Told = { p: chanceOf(sources, weighed), ranked };
  const isIdle =
    gate !== null && gate.p < CLEAR && tellsNothing(ruled.reading, WISHES.test(ruled.reading.line));
  const isGated = gate !== null && !isIdle;
  const heard = isGated ? inWhole(sources, ruled, told) : alone(sources, ruled, told, weighed.trust);
  const danger = heard && besideMatter(sources, heard, weighed, ruled.heard);
  if (danger || !isGated || gate.p < CLEAR) return danger;
  return clear(sources, ruled, { weighed, p: told.p, gate });
}

function inWhole(sources: DangerSources, ruled: RuleReading, told: Told): Danger | null {
  return told.p < ALARM ? null : { category: categoryOf(sources, ruled, told), p: told.p };
}

function chanceOf({ heads }: DangerSources, { seen, signs }: Weighed): number {
  return 1 - (chancesOf(heads.danger, seen, signs.danger).get(NONE) ?? 1);
}

/** `It's not dangerous, just annoying`. */
const HARMLESS = cue(
  'no (es|era|hay) ((nada|ningun|un|tan|muy) )?peligro*',
  'sin (ningun )?peligro',
  '(not|nothing|isnt) dangerous',
  'no danger',
);

/**
 * What a model alone takes for a danger: of few words, and of none that the office lists for it, it says odd things. There
 * it is at most a danger that may be; and none where something is wanted of the desk, or who suffers would be spoken to.
 */
function alone(sources: DangerSources, ruled: RuleReading, told: Told, trust: number): Danger | null {
  const { p, ranked } = told;
  const isWish = WISHES.test(ruled.reading.line);
  const likeliest = ranked[0]?.id ?? '';
  const isNamed = ruled.heard.named.has(likeliest);
  if (!isNamed && p < LEAST_UNNAMED.personal && HARMLESS.test(ruled.reading.line)) return null;
  if (!isNamed && tellsNothing(ruled.reading, isWish) && p < (isWish ? LEAST_ALONE : LEAST_UNNAMED.personal))
    return null;
  const isUnnamed = !isNamed && (trust < 1 || isWish);
  const isPersonal = sources.categories.get(likeliest)?.personal === true;
  const unnamed = isPersonal ? LEAST_UNNAMED.personal : LEAST_UNNAMED.other;
  const least = Math.max(Math.min(LEAST_ALONE, ALARM / trust ** 4), isUnnamed ? unnamed : 0);
  const isFaint = p < least;
  if (isFaint && (isWish || isPersonal || p < LEAST_UNNAMED.other)) return null;
  return { category: categoryOf(sources, ruled, told), p: isFaint ? p * SURE_DANGER : p };
}

/** So few words beside the name of a place, or a wish, tell nothing of what happens. */
const FEW_BESIDE = 2;

/** `El de La Pintada, el que está arriba en la montaña`, `sí, manden a alguien rápido`. */
function tellsNothing({ units }: Reading, isWish: boolean): boolean {
  const beside = units.filter(({ inPlace, common }) => !inPlace && !common);
  return beside.length <= FEW_BESIDE && (isWish || units.some(({ inPlace }) => inPlace));
}

/** What is wanted of the desk, with whatever impatience: `ya no quiero esperar más, mándelo`. */
const WISHES = cue(
  '(mande|mandelo|mandela|mandalo|mandala|envie|envielo|enviela|envialo|registrelo|cancele|cancelelo|cancelela|cierre|cierrelo|olvidelo|olvidese|dejelo|dejela)',
  'que (me|nos|lo|la|le)? ?llamen',
  '(manden|envien|mande|envie) (a )?(alguien|a una persona|una cuadrilla|al que|el reporte|eso|ya)',
  'lo que (quiero|queremos) es *',
  '(send|file|cancel|forget|drop|make) (it|this|a report|the report|my report)',
  'i just want *',
);

/** A clear phrase that a model hears nothing in: it knows little of few words, and hears more of what stands beside it. */
function clear(
  sources: DangerSources,
  ruled: RuleReading,
  { weighed, p, gate }: { weighed: Weighed; p: number; gate: Danger },
): Danger | null {
  const whole = trusted(gate.p, p, weighed.trust);
  if (p < ALARM && whole >= LEAST_CLEAR) return { category: gate.category, p: whole };
  const isOwn =
    weighed.matter !== undefined && sources.categories.get(gate.category)?.report === weighed.matter.id;
  if (isOwn && !ruled.heard.isSilent && p >= LEAST_OF_MATTER)
    return { category: gate.category, p: gate.p * SURE_DANGER };
  return inClause(sources, ruled, gate, p >= ALARM);
}

/** The same in its own clause; `isBeside` a matter that is surely told it is only a danger that may be. */
function inClause(
  sources: DangerSources,
  { reading, heard }: RuleReading,
  gate: Danger,
  isBeside: boolean,
): Danger | null {
  const clause = heard.span && clauseAround(reading, heard.span);
  if (clause === null || clause.length >= reading.text.trim().length) return null;
  const told = sources.read(clause);
  const own = sources.weigh(told);
  if (told.danger === null) return null;
  const heardIn = chanceOf(sources, own);
  const joined = trusted(told.danger.p, heardIn, own.trust);
  const isDoubtful = isBeside || heard.isSilent || own.trust === 0;
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
  // A clear phrase of another one says who suffers: `el marido de mi mamá me toca`.
  if (danger && danger.p >= CLEAR && categories.get(danger.category)?.personal) return danger.category;
  if ((best?.p ?? 0) >= SURE_CATEGORY) return likeliest;
  return danger?.category ?? ranked.find(({ id }) => categories.get(id)?.general)?.id ?? likeliest;
}
