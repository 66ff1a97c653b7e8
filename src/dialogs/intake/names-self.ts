import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const CALLED =
  '(?:se[ñn]or(?:a|ita)?|sra?\\.?|don|do[ñn]a|prof(?:e|esor|esora)?|maestr[oa]|doctora?|licenciad[oa]|mr\\.?|mrs\\.?|ms\\.?)';
const NO_NAME =
  '(?:de|del|que|y|e|con|en|la|el|los|las|una?|muy|no|ya|me|mi|dueñ|madre|mam|vecin|residente|encargad|jubilad|soltera|soltero)';
const WORD = `(?!${NO_NAME}(?!\\p{L}))\\p{L}{3,}`;
const CAPITAL = '\\p{Lu}\\p{Ll}{2,}';
/** `Soy la señora Elvia`, `me llamo Ana Ríos`, `soy Elvia Pérez`; a name without a title is told by its capital. */
const SELF = new RegExp(
  [
    `(?<![\\p{L}])(?:[Yy]o\\s+)?(?:[Ss]oy|[Ll]e escribe|[Hh]abla|[Ii] am|[Ii]['’]?m)\\s+(?:(?:el|la|the)\\s+)?${CALLED}\\s+(?<titled>${WORD}(?:\\s+${CAPITAL})*)`,
    `(?<![\\p{L}])(?:[Yy]o\\s+)?(?:[Mm]e llamo|[Mm]i nombre es|[Mm]y name is)\\s+(?<called>${WORD}(?:\\s+${CAPITAL})*)`,
    `(?<![\\p{L}])(?:[Yy]o\\s+)?(?:[Ss]oy|[Ll]e escribe|[Ii] am|[Ii]['’]m)\\s+(?<bare>${CAPITAL}(?:\\s+${CAPITAL})+)`,
  ].join('|'),
  'u',
);

interface Named {
  /** The words that say it, as they stand there. */
  words: string;
  name: string;
}

/** Where what was told says who writes, which whoever reads it sees however it is kept; null: nowhere. */
export function namesSelf(description: readonly string[]): Named | null {
  for (const line of description) {
    const found = SELF.exec(line);
    const name = Object.values(found?.groups ?? {}).find(words => words !== undefined);
    if (found && name !== undefined) return { words: found[0], name };
  }
  return null;
}

/** The lines without the words that say who writes; null where that would leave a line empty. */
export function withoutSelf(description: readonly string[]): string[] | null {
  const left = description.map(line =>
    SELF.test(line)
      ? line
          .replace(SELF, '')
          .replace(/^[\s,.;:]+(?:(?:y|and)\s+)?/iu, '')
          .replace(/\s+([,.;])/gu, '$1')
          .replace(/[\s,;:]+(?:y|and)?[\s,;:]*$/iu, '')
          .trim()
      : line,
  );
  return left.every(line => line.split(/\s+/).length >= LEAST_LEFT || description.includes(line))
    ? left
    : null;
}

const LEAST_LEFT = 3;

const STANDS = '(?:dice|sale|aparece|esta|quedo|puse|escribi|lee[n]?|ve[n]?|says|shows)';
const GOES = '(?:quit\\w*|borr\\w*|sa(?:c|qu)\\w*|elimin\\w*|tach\\w*|remov\\w*|delete\\w*|take out)';
const ABOUT = anyOf(
  new RegExp(
    `\\b${STANDS}\\b(?: \\w+){0,3} (?:mi nombre|my name|quien soy)\\b|\\bmi nombre\\b(?: \\w+){0,3} ${STANDS}\\b`,
  ),
  new RegExp(`\\b${GOES}(?: \\w+){0,3} (?:mi nombre|my name)\\b|\\bmi nombre\\b.*\\b${GOES}\\b`),
);

/** Do they speak of the name that stands in what they told: that it stands there, or is to go? */
export function speaksOfOwnName(text: string, name: string): boolean {
  const plain = plainWords(text);
  const [first = ''] = plainWords(name).split(' ');
  const isNamed = ` ${plain} `.includes(` ${first} `);
  const isAbout = new RegExp(`\\b${STANDS}\\b|\\b${GOES}\\b`).test(plain);
  return plain.split(' ').length <= MOST_WORDS && ((isNamed && isAbout) || ABOUT.test(plain));
}

const MOST_WORDS = 20;

/** `Sí, quítelo`, to who was told that it stands there. */
const JUST_THAT =
  /^(?:(?:si|ok|bueno|claro|por favor|porfa|entonces|mejor|yes|please) )*(?:quitel[oa]|quitemel[oa]|quitalo|saquel[oa]|take (?:it|that) out|remove (?:it|that))(?: (?:por favor|porfa|entonces|please|de ahi))*$/;

/** Do they bid no more than that it go? */
export function bidsItGo(text: string): boolean {
  return JUST_THAT.test(plainWords(text));
}
