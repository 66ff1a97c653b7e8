import type { EmergencyCategory } from '../catalogue/catalogue.ts';
import type { Danger } from './classifier.ts';
import { SILENT_SENTENCES, URGENT_SENTENCES } from './danger-silence.ts';
import {
  type CompiledPhrase,
  compilePhrase,
  createPhraseFinder,
  type FindPhrases,
  type PhraseHit,
} from './phrases.ts';
import type { Token } from './tokens.ts';

/** Tells whether a text speaks of a danger that must not wait, and of which. Deterministic; never throws. */
export type DangerGate = (tokens: Token[]) => Danger | null;

/** How often a message with such a trigger is a true emergency, from labelled messages. */
const STRONG = 0.95;
const PLAIN = 0.8;
const SIGNS = 0.7;

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
  const watches = [...categories].map(({ id, triggers, guards }): Watch => {
    return { id, triggers: listOf(triggers), guards: listOf(guards) };
  });
  const silent = listOf(SILENT_SENTENCES);
  const urgent = listOf(URGENT_SENTENCES);
  const owners = watches.flatMap(watch => watch.triggers.phrases.map(() => watch));
  const findAny = createPhraseFinder(watches.flatMap(({ triggers }) => triggers.phrases));
  return tokens => {
    const met = new Set(findAny(tokens).map(({ phrase }) => owners[phrase]));
    if (met.size === 0) return null;
    const quiet = quietSentences(tokens, silent, urgent);
    return strongest(watches.filter(watch => met.has(watch)).map(watch => weigh(watch, tokens, quiet)));
  };
}

function listOf(texts: readonly string[]): PhraseList {
  const phrases = texts.map(compilePhrase);
  return { phrases, find: createPhraseFinder(phrases) };
}

/** Sentences in which plain triggers are silent. */
function quietSentences(tokens: Token[], silent: PhraseList, urgent: PhraseList): Set<number> {
  const quiet = new Set(silent.find(tokens).map(({ sentence }) => sentence));
  if (quiet.size > 0) for (const { sentence } of urgent.find(tokens)) quiet.delete(sentence);
  return quiet;
}

/** The first of the clearest. */
function strongest(dangers: Danger[]): Danger | null {
  return dangers.reduce<Danger | null>((best, next) => (next.p > (best?.p ?? 0) ? next : best), null);
}

/** How sure it is that the text speaks of this danger: 0 when no trigger is left after the guards. */
function weigh({ id, triggers, guards }: Watch, tokens: Token[], quiet: ReadonlySet<number>): Danger {
  const guarded = guards.find(tokens);
  const covered = new Set(guarded.flatMap(({ words }) => words));
  const hushed = new Set(guarded.filter(hit => markOf(guards, hit) === '~').map(({ sentence }) => sentence));
  const hits = triggers.find(tokens, covered).filter(hit => !hushed.has(hit.sentence));
  if (hits.some(hit => markOf(triggers, hit) === '!')) return { category: id, p: STRONG };
  const heard = hits.filter(hit => !quiet.has(hit.sentence) && !denied(hit, tokens));
  if (heard.some(hit => markOf(triggers, hit) === null)) return { category: id, p: PLAIN };
  return { category: id, p: areTwo(heard) ? SIGNS : 0 };
}

/** Whether two signs stand for different words: one word is one sign, however many phrases fit it. */
function areTwo(signs: PhraseHit[]): boolean {
  const [first, ...others] = signs;
  return others.some(({ phrase, words }) => {
    return phrase !== first?.phrase && !words.some(word => first?.words.includes(word));
  });
}

function markOf(list: PhraseList, { phrase }: PhraseHit): CompiledPhrase['mark'] {
  return list.phrases[phrase]?.mark ?? null;
}

const DENIALS: ReadonlySet<string> = new Set([
  'no',
  'sin',
  'ningun',
  'ninguna',
  'nunca',
  'tampoco',
  'not',
  'without',
]);

/** "No hay incendio", "sin heridos": a denial one or two words before. */
function denied({ words, sentence }: PhraseHit, tokens: Token[]): boolean {
  const first = words[0] ?? 0;
  return tokens
    .slice(Math.max(0, first - 2), first)
    .some(token => token.sentence === sentence && DENIALS.has(token.word));
}
