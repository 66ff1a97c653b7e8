/** How much is remembered. */
interface Limits {
  /** Answers that are kept; when there are more, all of them are worked out again as they come. */
  most: number;
  /** A longer text is no one that comes again, in characters. */
  longest: number;
}

/** The same answer for a text, worked out once as long as it is kept: who takes it must not change it. */
export function remembering<T>(answer: (text: string) => T, { most, longest }: Limits): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/** Remembers words: people use few, and use them again and again. */
export function rememberingWords<T>(answer: (word: string) => T): (word: string) => T {
  return remembering(answer, { most: 20_000, longest: 24 });
}

/** Remembers what was asked just now: a message is looked at from many sides, and then never again. */
export function rememberingLately<T>(answer: (text: string) => T): (text: string) => T {
  return remembering(answer, { most: 64, longest: 2_000 });
}

/** Remembers what was made of a thing as long as the thing itself is kept; `more` must follow from the thing. */
export function rememberingOf<K extends object, M, T>(
  answer: (thing: K, more: M) => T,
): (thing: K, more: M) => T {
  const known = new WeakMap<K, T>();
  return (thing, more) => {
    const made = known.get(thing) ?? answer(thing, more);
    known.set(thing, made);
    return made;
  };
}
