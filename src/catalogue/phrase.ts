import { ConfigError } from '../errors.ts';
import { FAMILIES } from './phrase-families.ts';
import { bareWords } from './words.ts';

/** One place of a phrase: any of these words or beginnings of words, or a gap of a few words. */
export type PhrasePart =
  | { gap: true }
  | {
      gap: false;
      /** Plain words, any of which fits. */
      words: string[];
      /** Beginnings, any of which fits. */
      prefixes: string[];
      /** The word may be missing. */
      optional: boolean;
    };

/** A phrase of the configuration as read: `! se quem* ... <home>`. */
export interface Phrase {
  /**
   * `!` counts in every sentence, `?` only with another sign, `+` tells what may become a danger, `~` quiets a whole
   * sentence, `=` what was learned; null without a mark.
   */
  mark: (typeof ALL_MARKS)[number] | null;
  parts: PhrasePart[];
}

/** The marks that have a meaning in a list of phrases. */
const MARKS = { triggers: ['!', '?', '+'], guards: ['~', '='] };
const ALL_MARKS = ['!', '?', '+', '~', '='] as const;

/** Reads a phrase. Throws `ConfigError` with the phrase and the reason when it cannot be read. */
export function readPhrase(text: string): Phrase {
  const problem = phraseProblem(text);
  if (problem !== null) throw new ConfigError([{ where: `the phrase "${text}"`, reason: problem }]);
  const { mark, written } = split(text);
  return { mark, parts: written.map(readPart) };
}

/** Why a phrase cannot be read, in words of the person who wrote it, or null; of a list, if its mark fits there. */
export function phraseProblem(text: string, list?: keyof typeof MARKS): string | null {
  const { mark, written } = split(text);
  if (list && mark !== null && !MARKS[list].includes(mark)) {
    return `"${mark}" has no meaning among the ${list}: remove it, or move the phrase to the other list`;
  }
  const must = written.filter(part => part !== '...' && !part.startsWith('('));
  return (
    written.map(partProblem).find(problem => problem !== null) ??
    gapProblem(written) ??
    (must.length > 0 ? null : 'has no word that must be there: write at least one without brackets')
  );
}

function split(text: string): { mark: Phrase['mark']; written: string[] } {
  const written = text.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  const [first] = written;
  const mark = ALL_MARKS.find(known => known === first) ?? null;
  return { mark, written: mark === null ? written : written.slice(1) };
}

function gapProblem(written: string[]): string | null {
  const firm = written.filter(part => part === '...' || !part.startsWith('('));
  const lonely = firm.some((part, at) => part === '...' && (firm[at - 1] ?? '...') === '...');
  return lonely || firm.at(-1) === '...' ? '"..." needs a word without brackets on both sides: add it' : null;
}

function partProblem(part: string): string | null {
  if (part === '...') return null;
  if (/[()]/.test(part) && !/^\([^()]+\)$/.test(part)) {
    return `"${part}": brackets go around one word or its alternatives, such as (se) or (la/mi)`;
  }
  for (const word of alternatives(part)) {
    const problem = wordProblem(word, part);
    if (problem) return problem;
  }
  return null;
}

function wordProblem(word: string, part: string): string | null {
  if (word === '') return `"${part}" has an empty alternative: write a word on both sides of each "/"`;
  const family = familyOf(word);
  if (family !== null) {
    if (Object.hasOwn(FAMILIES, family)) return null;
    return `<${family}> is no family of words: use ${Object.keys(FAMILIES)
      .map(name => `<${name}>`)
      .join(', ')}`;
  }
  if (!/^[\p{L}\p{N}]+\*?$/u.test(word)) {
    return `"${word}" is not one word: use letters and digits only, and "*" only at the end`;
  }
  return word.endsWith('*') && word.length < 4
    ? `"${word}" fits too many words: begin it with three letters`
    : null;
}

/** The families' words, spelled as they are compared. */
const FAMILY_WORDS: ReadonlyMap<string, string[]> = new Map(
  Object.entries(FAMILIES).map(([name, words]) => [name, words.trim().split(/\s+/).map(bareWords)]),
);

function readPart(part: string): PhrasePart {
  if (part === '...') return { gap: true };
  const written = alternatives(part);
  const ofFamilies = written.flatMap(word => FAMILY_WORDS.get(familyOf(word) ?? '') ?? []);
  const plain = written.filter(word => familyOf(word) === null);
  return {
    gap: false,
    words: [...plain.filter(word => !word.endsWith('*')).map(bareWords), ...ofFamilies],
    prefixes: plain.filter(word => word.endsWith('*')).map(bareWords),
    optional: part.startsWith('('),
  };
}

function alternatives(part: string): string[] {
  return part.replace(/^\(|\)$/g, '').split('/');
}

function familyOf(word: string): string | null {
  return /^<(.*)>$/.exec(word)?.[1] ?? null;
}
