import { plainWords } from '../words/plain-words.ts';

/** Lines with some words in the place of others, as they were told; null: the others stand in none. */
export function swapped(description: readonly string[], from: string, to: string): string[] | null {
  // `El súper 99`, in the place of `Rey` of `súper Rey`: once is enough.
  const [head = ''] = to.split(/\s+/);
  const words = loosely(from, head);
  return description.some(line => words.test(line))
    ? description.map(line => line.replaceAll(words, () => to))
    : null;
}

/** Words as they stand in a text, with or without accents and capitals, and with `head` before them or not. */
function loosely(words: string, head: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${spelt(head)}\\s+)?${spelt(words)}(?![\\p{L}\\d])`, 'giu');
}

function spelt(words: string): string {
  const letters = [...plainWords(words)].map(letter =>
    letter === ' ' ? '[\\s,.]+' : (ACCENTED[letter] ?? letter),
  );
  return letters.join('');
}

const ACCENTED: Record<string, string> = { a: '[aá]', e: '[eé]', i: '[ií]', o: '[oó]', u: '[uúü]' };
