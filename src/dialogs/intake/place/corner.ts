import { plainWords } from '../../words/plain-words.ts';

const ROAD = '(?:calle|avenida|ave\\.?|av\\.?|v[ií]a|transversal|street|avenue)';
const NAMED = `(?:la |the )?${ROAD} [\\p{L}\\d-]+(?: (?!con\\b|y\\b|and\\b|esq)\\p{Lu}[\\p{L}\\d]*)?`;
/** `Calle 8 con avenida B`, `la esquina de calle 8 y avenida B`, with what leads to it. */
const CORNER = new RegExp(
  `(?<corner>(?:(?:la )?esquina (?:de |entre )?|(?:the )?corner of )?(?<one>${NAMED}) (?:con|y|and|esq\\.?|esquina(?: con)?) (?<two>${NAMED}))`,
  'iu',
);

/** The place with the corner in the stead of the one of its streets that it had; null: none is told, or of other streets. */
export function withCorner(known: string, text: string): string | null {
  const found = CORNER.exec(text)?.groups;
  if (found === undefined) return null;
  const { corner = '', one = '', two = '' } = found;
  const street = [one, two].find(road => ` ${plainWords(known)} `.includes(` ${bare(road)} `));
  if (street === undefined || plainWords(known).includes(plainWords(corner))) return null;
  const stands = new RegExp(`(?:la |the )?${bare(street).split(' ').join('\\s+')}(?![\\p{L}\\d])`, 'iu');
  return stands.test(known) ? known.replace(stands, () => corner.trim()) : null;
}

function bare(road: string): string {
  return plainWords(road).replace(/^(?:la|the) /, '');
}
