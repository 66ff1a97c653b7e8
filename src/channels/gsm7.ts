/** The GSM 03.38 default alphabet, without its escape. */
const ALPHABET =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const DEFAULT = new Set(ALPHABET);
const BEYOND_DEFAULT = new RegExp(`[^${ALPHABET.replace(/[-/]/g, '\\$&')}]`, 'gu');

/** Its extension table: two septets each. */
const EXTENSION = new Set('\f^{}\\[~]|€');

const REPLACEMENTS = new Map([
  ...pairs('‘’‚‛′´`ʼ', "'"),
  ...pairs('“”„‟″«»', '"'),
  ...pairs('‐‑‒–—―−⁻', '-'),
  ...pairs('•·∙◦▪►→⇒', '-'),
  ...pairs('\t\u00a0\u2007\u2009\u202f', ' '),
  ...pairs('‹', '<'),
  ...pairs('›', '>'),
  ...pairs('×', 'x'),
  ...pairs('÷⁄', '/'),
  ...pairs('°', 'o'),
  ...pairs('Đ', 'D'),
  ...pairs('đ', 'd'),
  ...pairs('Ł', 'L'),
  ...pairs('ł', 'l'),
  ...pairs('œ', 'oe'),
  ...pairs('Œ', 'OE'),
  ...pairs('©', '(c)'),
  ...pairs('®', '(R)'),
  ...pairs('✓✔✅👍', 'OK'),
]);

function pairs(characters: string, by: string): [string, string][] {
  return [...characters].map(character => [character, by]);
}

/** Stands for what is left out, until the spaces around it are mended. */
const GAP = '\ue000';

/**
 * The same text in GSM 03.38 characters only: accents that would cost 70-character segments go (á, í, ó, ú),
 * those that are free stay (é, ñ, ü), typography becomes plain, emoji are left out, other letters become `?`.
 */
export function toGsm7(text: string): string {
  const written = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(BEYOND_DEFAULT, write);
  if (!written.includes(GAP)) return written;
  return written
    .replace(/\ue000+/g, GAP)
    .replace(/^\ue000(?: ?\ue000)* ?/gm, '')
    .replace(/ ?\ue000(?: ?\ue000)*(?= |$)/gm, '')
    .replaceAll(GAP, '');
}

function write(character: string): string {
  const known = simple(character);
  if (known !== undefined) return known;
  const plain = [...character.normalize('NFKD')].map(part => simple(part) ?? '').join('');
  if (plain.trim() !== '') return plain;
  return /[\p{L}\p{N}]/u.test(character) ? '?' : GAP;
}

function simple(character: string): string | undefined {
  return isGsm7(character) ? character : REPLACEMENTS.get(character);
}

function isGsm7(character: string): boolean {
  return DEFAULT.has(character) || EXTENSION.has(character);
}

/** How many segments a text costs as SMS, and in which encoding it would travel. An empty text costs none. */
export function segments(text: string): { encoding: 'gsm7' | 'ucs2'; count: number } {
  const characters = [...text];
  if (characters.every(isGsm7)) {
    return { encoding: 'gsm7', count: pack(characters.map(septets), 160, 153) };
  }
  const units = characters.map(character => character.length);
  return { encoding: 'ucs2', count: pack(units, 70, 67) };
}

function septets(character: string): number {
  return EXTENSION.has(character) ? 2 : 1;
}

/** Counts segments; a character of two units never straddles two of them. */
function pack(costs: number[], single: number, each: number): number {
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  if (total <= single) return total === 0 ? 0 : 1;
  let count = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > each) {
      count += 1;
      used = 0;
    }
    used += cost;
  }
  return count;
}
