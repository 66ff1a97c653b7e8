import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Chance } from './chance.ts';

/** Words that stand nowhere else, each put into one field. */
export interface Canaries {
  /** A new one for the field named. */
  word(field: string): string;
  /** A telephone number that is one. */
  number(field: string): string;
  given: { field: string; word: string }[];
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';

/** An empty cage. */
export function createCanaries(chance: Chance): Canaries {
  const given: Canaries['given'] = [];
  const give = (field: string, word: string): string => {
    given.push({ field, word });
    return word;
  };
  return {
    given,
    word: field => give(field, [...Array(14)].map(() => chance.pick([...LETTERS])).join('')),
    number: field => give(field, `6${chance.whole(1e9, 9e9)}`),
  };
}

/** Where a canary lies open. */
export interface Hit {
  field: string;
  file: string;
  as: string;
}

/** Looks for every canary, in every way it may be written, in the files of these folders. */
export function findCanaries(folders: string[], { given }: Pick<Canaries, 'given'>): Hit[] {
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)),
  );
  return files
    .filter(file => statSync(file).isFile())
    .flatMap(file => {
      const bytes = readFileSync(file);
      // Words in upper case, or with the first letter in upper case, are the same words.
      const folded = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
      return given.flatMap(({ field, word }) => {
        return disguisesOf(word)
          .filter(({ as, needle }) => (FOLDED.has(as) ? folded : bytes).includes(needle))
          .map(({ as }) => ({ field, file: path.basename(file), as }));
      });
    });
}

const FOLDED = new Set(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'hex']);

/** A word as it may lie in a file; of base64 the part that is the same whatever stands around it. */
export function disguisesOf(word: string): { as: string; needle: Buffer }[] {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    const whole = Math.floor((shift + utf8.length) / 3) * 4;
    return { as: `base64+${shift}`, needle: Buffer.from(text.slice(shift === 0 ? 0 : 4, whole)) };
  });
  return [
    { as: 'UTF-8', needle: utf8 },
    { as: 'UTF-16LE', needle: utf16 },
    { as: 'UTF-16BE', needle: Buffer.from(utf16).swap16() },
    { as: 'hex', needle: Buffer.from(utf8.toString('hex')) },
    ...base64,
  ];
}
