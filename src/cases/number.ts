/**
 * The check digit of a case number: Damm's algorithm (H. M. Damm, 2004) over a totally anti-symmetric
 * quasigroup of order 10. It catches every single wrong digit and every swap of neighbours.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function damm(digits: string): number {
  return [...digits].reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0);
}

/** `311-483-920-716`: the office's prefix, eight random digits and the check digit. */
export function newNumber(prefix: string, random: (bytes: number) => Buffer): string {
  const digits = String(random(6).readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
  return format(prefix, `${digits}${damm(digits)}`);
}

function format(prefix: string, nine: string): string {
  return `${prefix}-${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)}`;
}

/** A case number met in a text; `valid` false: its check digit says that a digit is wrong. */
export interface FoundNumber {
  number: string;
  valid: boolean;
}

/** Between digits people write nothing, blanks, dots or dashes of any sort, three of them at most. */
const GAP = '[\\s.·‐-―−-]{0,3}';
const NINE = `(\\d)${`${GAP}(\\d)`.repeat(8)}(?!\\d)`;
/** Without the prefix only whole groups count; neither a part of a longer row of groups nor `+507 …`. */
const BARE = /(?<![\d+]|\d[.-])(\d{3})[\s.-]?(\d{3})[\s.-]?(\d{3})(?!\d|[.-]\d)/g;
/** Without so many digits there is no number to look for. */
const NINE_DIGITS = /^(?:\D*\d){9}/;
/** A message that is nothing but three groups of three was meant as a number. */
const ALONE = /^\D{0,3}(\d{3})[\s.-](\d{3})[\s.-](\d{3})\D{0,3}$/;

/**
 * Case numbers in a text, in order, each once. With the office's prefix, or as the whole message, a mistyped one is
 * reported too; elsewhere nine digits count only when they check, so that telephone numbers and dates are left alone.
 */
export function findNumbers(text: string, prefix: string): FoundNumber[] {
  if (!NINE_DIGITS.test(text)) return [];
  const found = new Map<string, FoundNumber>();
  const withPrefix = new RegExp(`(?<!\\d)${[...prefix].join(GAP)}\\)?${GAP}${NINE}`, 'g');
  const rest = text.replace(withPrefix, (_match, ...groups) => {
    note(found, prefix, groups.slice(0, 9).join(''), true);
    return ' ';
  });
  for (const match of rest.matchAll(BARE)) note(found, prefix, match.slice(1, 4).join(''), false);
  const alone = ALONE.exec(text);
  if (alone) note(found, prefix, alone.slice(1, 4).join(''), true);
  return [...found.values()];
}

function note(found: Map<string, FoundNumber>, prefix: string, nine: string, sure: boolean): void {
  const valid = damm(nine) === 0;
  if (valid || sure) found.set(nine, { number: format(prefix, nine), valid });
}
