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

/** Tells whether a text speaks of a danger that must not wait, and of which. Deterministic; never throws. */
export type DangerGate = (tokens: Token[]) => Danger | null;

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

/** Builds the gate from the categories of `config/emergency.yaml`. Throws `ConfigError` on a phrase it cannot read. */
export function createDangerGate(categories: Iterable<EmergencyCategory>): DangerGate {
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
  const findAny = createPhraseFinder(watches.flatMap(({ triggers }) => triggers.phrases));
  return tokens => {
    // Most messages meet no trigger: guards and silence are read only for the others.
    const met = new Set(findAny(tokens).map(({ phrase }) => owners[phrase]));
    if (met.size === 0) return null;
    const silence = silenceOf(tokens);
    return clearest(watches.filter(watch => met.has(watch)).map(watch => weigh(watch, tokens, silence)));
  };
}

/** The first of the clearest. */
function clearest(dangers: Danger[]): Danger | null {
  return dangers.reduce<Danger | null>((best, next) => (next.p > (best?.p ?? 0) ? next : best), null);
}

/** How sure it is that the text speaks of this danger: 0 when no trigger is left after guards and silence. */
function weigh({ id, triggers, guards }: Watch, tokens: Token[], silence: Silence): Danger {
  const hits = unguarded(triggers, guards, tokens);
  const isMarked = (hit: PhraseHit, mark: CompiledPhrase['mark']): boolean => markOf(triggers, hit) === mark;
  if (hits.some(hit => isMarked(hit, '!'))) return { category: id, p: CERTAINTY.strong };
  const heard = hits.filter(hit => !silence.has(hit.sentence) && !isDenied(hit, tokens));
  if (heard.some(hit => isMarked(hit, null))) return { category: id, p: CERTAINTY.plain };
  return { category: id, p: areTwo(heard) ? CERTAINTY.signs : 0 };
}

/** Triggers met outside the words a guard covers and the sentences one quiets. */
function unguarded(triggers: PhraseList, guards: PhraseList, tokens: Token[]): PhraseHit[] {
  const guarded = guards.find(tokens);
  const covered = new Set(guarded.flatMap(({ words }) => words));
  const quieted = guarded.filter(hit => markOf(guards, hit) === '~').map(({ sentence }) => sentence);
  const quiet = new Set(quieted);
  return triggers.find(tokens, covered).filter(({ sentence }) => !quiet.has(sentence));
}

function markOf(list: PhraseList, { phrase }: PhraseHit): CompiledPhrase['mark'] {
  return list.phrases[phrase]?.mark ?? null;
}
