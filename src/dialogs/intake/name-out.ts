/** Whose name a wish is about: `dueño`, of `no ponga el nombre del dueño`, `no diga cómo se llama el dueño`. */
const WHOSE =
  /\b(?:nombre (?:de (?:la|el|los|las|mi|ese|esa|su)|del?)|como se llama (?:el|la|mi|ese|esa|su)|name of (?:the|my)) (?<whose>[\wñ]+)/;

/** Where what was told may be cut, so that the rest still reads. */
const PARTS = /(?<=[,.;!?\n])\s+|\s+(?=(?:y|pero|and|but)\s)/iu;
const LEADS = '^(?:(?:y|e|pero|and|but)\\s+)?';
const ENDS = '[\\s,.;!?]*$';
const THE = '(?:(?:el|la|los|las|mi|su|ese|esa|the|my)\\s+)?';
/** A name however it is written, up to what goes on: `Tony Arias`, of `se llama Tony Arias y …`. */
const NAME = "\\p{L}[\\p{L}.’']*(?:\\s+(?!(?:y|que|en|me|nos|no|and|who|in)\\s)\\p{L}[\\p{L}.’']*){0,4}";
const AS_WRITTEN = "\\p{Lu}[\\p{L}’']+(?:\\s+(?:(?:de|del|la|los)\\s+)*\\p{Lu}[\\p{L}’']+)*";
const CALLED =
  '(?:,?\\s+(?:que\\s+|who\\s+)?(?:se\\s+llama|llamad[oa]|de\\s+nombre|is\\s+called|called|named))';

/** Whose name it is that plain words speak of; null: of none, or they do not say whose. */
export function whoseName(wish: string): string | null {
  return WHOSE.exec(wish)?.groups?.['whose'] ?? null;
}

/**
 * Lines without the name that somebody, or something, is told to have in them: `el dueño se llama Tony Arias` goes, of `mi jefe
 * Tony Arias me grita` the name alone. The same lines when none is told.
 */
export function withoutNameOf(lines: readonly string[], whose: string): string[] {
  const who = whose.replace(/[aeioun]/g, letter => ACCENTED[letter] ?? letter);
  const wholes = [
    `${LEADS}${THE}${who}(?:${CALLED}|\\s+es)\\s+(?:${NAME})${ENDS}`,
    `${LEADS}${NAME}\\s+(?:se\\s+llama|es|is\\s+called)\\s+(?:el|la|mi|su|the|my)\\s+${who}${ENDS}`,
    `${LEADS}(?:el|la|he|she|él|ella)?\\s*(?:se\\s+llama|is\\s+called)\\s+${NAME}${ENDS}`,
  ].map(pattern => new RegExp(pattern, 'iu'));
  const called = new RegExp(`(?<!\\p{L})(${who})${CALLED}\\s+${NAME}`, 'giu');
  // Only what is written as a name is one without such words before it.
  const written = new RegExp(
    `(?<!\\p{L})(${who.replace(/^\p{L}/u, letter => `[${letter}${letter.toUpperCase()}]`)})\\s+${AS_WRITTEN}`,
    'gu',
  );
  return lines
    .map(line =>
      line
        .split(PARTS)
        .filter(part => !wholes.some(whole => whole.test(part)))
        .map(part => part.replace(called, '$1').replace(written, '$1'))
        .join(' ')
        .replace(/[\s,;]+$/u, ''),
    )
    .filter(line => line !== '');
}

const ACCENTED: Record<string, string> = {
  a: '[aá]',
  e: '[eé]',
  i: '[ií]',
  o: '[oó]',
  u: '[uúü]',
  n: '[nñ]',
};
