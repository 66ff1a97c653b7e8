/** Words that are kept; when there are more, all of them are worked out again as they come. */
const MOST = 20_000;
/** A longer one is no word that comes again. */
const LONGEST = 24;

/** The same answer for a word, worked out once as long as it is kept: people use few words, and use them again and again. */
export function rememberingWords<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return word => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = answer(word);
    if (word.length > LONGEST) return made;
    if (known.size >= MOST) known.clear();
    known.set(word, made);
    return made;
  };
}
