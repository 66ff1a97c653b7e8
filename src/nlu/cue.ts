import { soundOf } from './tokens.ts';

/**
 * A turn of phrase to find in a reading's line, written plainly and compared by sound: `quiero ... (denunciar|quejar*)`.
 * `*` is the rest of a word, `...` up to three words of the sentence, `a|b` either; other signs as in regular expressions,
 * where `*` and `?` after a bracket are theirs.
 */
export function cue(...patterns: string[]): RegExp {
  const sources = patterns.map(pattern =>
    pattern
      .replaceAll(' ... ', ' ~')
      .replace(/(?<![\])])\*/g, '@')
      .replace(/[a-zñ]+/g, soundOf)
      .replaceAll('~', '(?:[^ .?]+ ){0,3}?')
      .replaceAll('@', '[^ ]*'),
  );
  return new RegExp(` (?:${sources.join('|')})(?= )`);
}

/** Turns of phrase with what each adds to a score when the line has it. */
export type WeightedCues<Key extends string> = readonly (readonly [
  key: Key,
  weight: number,
  pattern: RegExp,
])[];

/** The sums by key, 0 where nothing is found. */
export function weigh<Key extends string>(line: string, cues: WeightedCues<Key>): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const [key, weight, pattern] of cues) {
    if (pattern.test(line)) sums.set(key, (sums.get(key) ?? 0) + weight);
  }
  return sums;
}
