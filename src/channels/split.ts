/** What may not be cut as long as it fits: a link, a case number. */
const WHOLE = /https?:\/\/\S+|\d{3}-\d{3}-\d{3}-\d{3}/g;

/** Where a text is cut, best first; the cut falls after the match's first group. */
const BREAKS = [/(\S)\s*\n\s*\n/g, /(\S)[^\S\n]*\n/g, /([^\s\d][.!?…]["')»”]?)\s/g];

/** A break so early that most of a part would stay empty is not worth its elegance. */
const LEAST_FILL = 0.3;

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units: at a paragraph, else a line, else a sentence, else a
 * word, and inside a word only when it is longer than a piece. Never inside a surrogate pair; a link or a case
 * number stays whole when it fits. Only white space at the cuts is left out. Limits below 2 count as 2.
 */
export function split(text: string, limit: number): string[] {
  const most = Math.max(2, limit);
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutAt(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cutAt(text: string, limit: number): number {
  // One more character, so that a space just behind the limit counts as a break.
  const window = text.slice(0, limit + 1);
  for (const pattern of BREAKS) {
    const at = lastEnd(window, pattern);
    if (at >= limit * LEAST_FILL) return at;
  }
  const word = lastEnd(window, /(\S)\s/g);
  return word > 0 ? word : insideWord(text, limit);
}

function lastEnd(window: string, pattern: RegExp): number {
  const last = [...window.matchAll(pattern)].at(-1);
  return last ? last.index + (last[1]?.length ?? 0) : 0;
}

function insideWord(text: string, limit: number): number {
  for (const { 0: whole, index } of text.slice(0, limit * 2).matchAll(WHOLE)) {
    if (index > 0 && index < limit && index + whole.length > limit && whole.length <= limit) return index;
  }
  const splitsPair = isHigh(text.charCodeAt(limit - 1)) && isLow(text.charCodeAt(limit));
  return splitsPair ? limit - 1 : limit;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Labels as titles of at most `limit` UTF-16 units; those that became equal are numbered. */
export function titlesOf(labels: readonly string[], limit: number): string[] {
  const titles = labels.map(label => shorten(label, limit));
  if (new Set(titles).size === titles.length) return titles;
  return labels.map((label, i) => shorten(`${i + 1}. ${label}`, limit));
}

/** A label within `limit` UTF-16 units: cut after a word and closed with `…` when it is longer. */
export function shorten(label: string, limit: number): string {
  const whole = label.trim();
  if (whole.length <= limit) return whole;
  const room = Math.max(1, limit - 1);
  const [first = ''] = split(whole, room);
  return room < 2 ? '…' : `${first.slice(0, room).replace(/[\s,;:.]+$/, '')}…`;
}

/** Choices as a list in words, which are understood by their number. */
export function numbered(choices: readonly { label: string }[]): string {
  return choices.map(({ label }, i) => `${i + 1}. ${label.replace(/\s+/g, ' ')}`).join('\n');
}
