import type { EmergencyCategory } from '../catalogue/catalogue.ts';
import type { Danger } from './classifier.ts';
import { areTwo, createSilence, isDenied, type Silence } from './danger-silence.ts';
import {
  type CompiledPhrase,
  createPhraseFinder,
  createPhraseReader,
  type FindPhrases,
  type PhraseHit,
} from './phrases.ts';
import type { Token } from './tokens.ts';

/** From here on a danger is taken for one; below it the numbers are told, and the words are heard as what they also are. */
export const SURE_DANGER = 0.3;
/** What may become a danger is one that only the numbers are told for. */
const HAZARD = 0.2;

/** What the office's phrases say of a text. */
export interface Heard {
  danger: Danger | null;
  /** What may become a danger, whatever else is said and whatever was learned: `un palo que se va a caer sobre la casa`. */
  hazard: Danger | null;
  /** The categories of which a phrase stands in the text, also in a sentence that is silent; a sign alone is none. */
  named: ReadonlySet<string>;
  /** The tokens of the phrase that the danger was heard in, from the first to the last. */
  span: { from: number; to: number } | null;
  /** All of that phrase stands where a lesser one would mean no danger: in a silent sentence, or behind a denial. */
  isSilent: boolean;
  /** The categories that the office says are not meant, whatever was learned: `una soga atravesada en la calle`. */
  harmless: ReadonlySet<string>;
}
/** Tells whether a text speaks of a danger that must not wait, and of which. Deterministic; never throws. */
export type DangerEar = (tokens: readonly Token[]) => Heard;

/** About how often a message with such a trigger is a true emergency: an estimate, from invented messages. */
const CERTAINTY = { strong: 0.95, plain: 0.8, signs: 0.7 };

/** Phrases that are looked for together. */
interface PhraseList {
  phrases: CompiledPhrase[];
  find: FindPhrases;
}

interface Watch {
  id: string;
  triggers: PhraseList;
  guards: PhraseList;
}

const SILENCE: Heard = {
  danger: null,
  hazard: null,
  named: new Set(),
  span: null,
  isSilent: false,
  harmless: new Set(),
};

/** Builds the ear from the categories of `config/emergency.yaml`. Throws `ConfigError` on a phrase it cannot read. */
export function createDangerEar(categories: Iterable<EmergencyCategory>): DangerEar {
  const read = createPhraseReader();
  const listOf = (texts: readonly string[]): PhraseList => {
    const phrases = texts.map(read);
    return { phrases, find: createPhraseFinder(phrases) };
  };
  const watches = [...categories].map(({ id, triggers, guards }): Watch => {
    return { id, triggers: listOf(triggers), guards: listOf(guards) };
  });
  const silenceOf = createSilence(read);
  const owners = watches.flatMap(watch => watch.triggers.phrases.map(() => watch));
  const harmlessIn = harmlessOf(watches);
  const findAny = createPhraseFinder(watches.flatMap(({ triggers }) => triggers.phrases));
  return tokens => {
    // Most messages meet no trigger: guards and silence are read only for the others.
    const met = new Set(findAny(tokens).map(({ phrase }) => owners[phrase]));
    const harmless = harmlessIn(tokens);
    if (met.size === 0) return { ...SILENCE, harmless };
    const silence = silenceOf(tokens);
    const watching = watches.filter(watch => met.has(watch));
    const weighed = watching
      .map(watch => weigh(watch, tokens, silence))
      .filter(({ hits }) => hits.length > 0);
    const best = clearest(weighed);
    return {
      danger: best && { category: best.category, p: best.p },
      hazard: hazardIn(watching, tokens),
      named: new Set(weighed.filter(({ isNamed }) => isNamed).map(({ category }) => category)),
      span: best && spanOf(best.hits),
      isSilent: best?.hits.every(hit => isQuiet(hit, silence, tokens)) === true,
      harmless,
    };
  };
}

/** What tells that a category is not meant, of all of them; few phrases, looked for in every text. */
function harmlessOf(watches: readonly Watch[]): (tokens: readonly Token[]) => ReadonlySet<string> {
  const all = watches.flatMap(({ id, guards }) =>
    guards.phrases.filter(({ mark }) => mark === '=').map(phrase => ({ id, phrase })),
  );
  const find = createPhraseFinder(all.map(({ phrase }) => phrase));
  return tokens => new Set(find(tokens).flatMap(({ phrase }) => all[phrase]?.id ?? []));
}

/** The first that stands under no denial; guards and silence quiet what is, and not what may be. */
function hazardIn(watches: readonly Watch[], tokens: readonly Token[]): Danger | null {
  const met = watches.find(({ triggers }) =>
    triggers.find(tokens).some(hit => markOf(triggers, hit) === '+' && !isDenied(hit, tokens)),
  );
  return met ? { category: met.id, p: HAZARD } : null;
}

/** The danger, or what may become one; a danger that no phrase speaks of is the one that may become. */
export function dangerOrHazard(danger: Danger | null, { hazard, named }: Heard): Danger | null {
  if (danger === null || hazard === null) return danger ?? hazard;
  const category = named.has(danger.category) ? danger.category : hazard.category;
  return { category, p: Math.max(danger.p, hazard.p) };
}

/** A danger with the phrases that speak of it. */
interface Weighed extends Danger {
  hits: PhraseHit[];
  /** One of them is more than a sign, or two signs stand together. */
  isNamed: boolean;
}

/** The first of the clearest. */
function clearest(dangers: Weighed[]): Weighed | null {
  return dangers.reduce<Weighed | null>((best, next) => (next.p > (best?.p ?? 0) ? next : best), null);
}

function spanOf(hits: readonly PhraseHit[]): Heard['span'] {
  const words = hits.flatMap(hit => hit.words);
  return { from: Math.min(...words), to: Math.max(...words) };
}

/** How sure it is that the text speaks of this danger: 0 when no trigger is left after guards and silence. */
function weigh({ id, triggers, guards }: Watch, tokens: readonly Token[], silence: Silence): Weighed {
  const all = unguarded(triggers, guards, tokens).filter(hit => markOf(triggers, hit) !== '+');
  const marked = (hits: PhraseHit[], mark: CompiledPhrase['mark']): PhraseHit[] =>
    hits.filter(hit => markOf(triggers, hit) === mark);
  const strong = marked(all, '!');
  if (strong.length > 0) return { category: id, p: CERTAINTY.strong, hits: strong, isNamed: true };
  const heard = all.filter(hit => !isQuiet(hit, silence, tokens));
  const plain = marked(heard, null);
  if (plain.length > 0) return { category: id, p: CERTAINTY.plain, hits: plain, isNamed: true };
  if (areTwo(heard)) return { category: id, p: CERTAINTY.signs, hits: heard, isNamed: true };
  return { category: id, p: 0, hits: all, isNamed: marked(all, null).length > 0 || areTwo(all) };
}

function isQuiet(hit: PhraseHit, silence: Silence, tokens: readonly Token[]): boolean {
  return silence.has(hit.sentence) || isDenied(hit, tokens);
}

/** Triggers met outside the words a guard covers and the sentences one quiets. */
function unguarded(triggers: PhraseList, guards: PhraseList, tokens: readonly Token[]): PhraseHit[] {
  const guarded = guards.find(tokens);
  const covered = new Set(guarded.flatMap(({ words }) => words));
  const quieted = guarded.filter(hit => markOf(guards, hit) === '~').map(({ sentence }) => sentence);
  const quiet = new Set(quieted);
  return triggers.find(tokens, covered).filter(({ sentence }) => !quiet.has(sentence));
}

function markOf(list: PhraseList, { phrase }: PhraseHit): CompiledPhrase['mark'] {
  return list.phrases[phrase]?.mark ?? null;
}
