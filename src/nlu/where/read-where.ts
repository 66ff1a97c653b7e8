import { wordSet } from '../../catalogue/words.ts';
import type { LinearModel } from '../model/linear.ts';
import { firstTokens } from '../reading.ts';
import type { Rules } from '../rules.ts';
import type { Token } from '../tokens.ts';
import { readChain } from './chain.ts';
import { placeAlone } from './end-of-place.ts';
import { featuresOfWords, MOST_WORDS } from './where-features.ts';

/** The one question such a model answers, and its one class. */
export type WhereHead = 'where';
export const SAYS_WHERE = 'where';

/** What is looked at to tell which words say where. */
export interface WhereInput {
  tokens: readonly Token[];
  /** The text in composed form: tokens stand in it. */
  text: string;
  features: number[][];
}

/** Prepares a text; `isAnswer`: they were asked where it is, or put a place right. */
export function whereInput({ places, tokensOf }: Rules, written: string, isAnswer: boolean): WhereInput {
  const text = written.toWellFormed().normalize('NFC');
  const all = firstTokens(tokensOf(text));
  const tokens = all.slice(0, MOST_WORDS);
  const map = { names: places.names(all, text), guesses: places.find(all, text) };
  return { tokens, text, features: featuresOfWords(tokens, text, map, isAnswer) };
}

/** The words that say where, as they stand in the text, in their order. */
export function readWhere({ words, heads }: LinearModel<WhereHead>, input: WhereInput): string[] {
  const { bias, words: weights, signs } = heads.where;
  const odds = input.features.map(features => {
    let sum = 0;
    for (const feature of features) sum += weights.rows[words.get(feature) ?? -1] ?? 0;
    return (bias[0] ?? 0) + sum * weights.scale;
  });
  return runsOf(input, readChain(signs, odds));
}

/** What of the text runs on from the first of the words that are marked to the last, each time; no run ends with what only leads on. */
function runsOf({ tokens, text }: WhereInput, marked: readonly boolean[]): string[] {
  const runs: Token[][] = [];
  for (const [i, token] of tokens.entries()) {
    if (!marked[i]) continue;
    if (marked[i - 1]) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs.flatMap(run => {
    const last = run.findLast(({ word }) => !LEADING.has(word));
    return last === undefined ? [] : [placeAlone(text.slice(run[0]?.start, last.end), text.slice(last.end))];
  });
}

const LEADING = wordSet(
  'de del el la los las lo un una y e o en con a al por para que of the a an and in at by',
);
