import type { Danger } from '../../nlu/classifier.ts';
import { SURE_DANGER } from '../../nlu/danger.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** More words than this are heard by themselves. */
const MOST_WORDS = 3;
/** So many lines may belong together. */
const MOST_LINES = 5;

/** The danger that lines of a word or two tell together, each of them no sentence; null: they tell none. */
export function dangerOfLines({ facts }: Pick<Scene, 'facts'>, told: readonly string[]): Danger | null {
  const brief = told.slice(told.findLastIndex(line => !isBrief(line)) + 1).slice(-MOST_LINES);
  return brief.length < 2 ? null : surely(facts.read(brief.map(plainWords).join(' ')).emergency);
}

/** Is it a line of so few words that only those beside it tell what it means? */
export function isBrief(line: string): boolean {
  const plain = plainWords(line);
  return plain !== '' && plain.split(' ').length <= MOST_WORDS;
}

/** The danger where it surely is one. */
export function surely(danger: Danger | null): Danger | null {
  return danger !== null && danger.guessed !== true && danger.p >= SURE_DANGER ? danger : null;
}
