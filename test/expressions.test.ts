import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';

const SRC = path.join(PROJECT_ROOT, 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

/** A group that holds no other, and whether it may come again and again. */
interface Group {
  choices: string[];
  repeats: boolean;
}

/** Innermost groups of a text's expressions, with those of their choices that are words. */
function groupsIn(text: string): Group[] {
  const found = text.matchAll(/\((?:\?:)?((?:[^()\n]|\\[()])*)\)([*+]?)/g);
  return [...found].map(([, body = '', sign]) => ({
    choices: body.split('|').filter(choice => /^[\p{L}\d ]+$/u.test(choice)),
    repeats: sign !== '',
  }));
}

/** Choices that can be read in two ways: said twice, or made of others where the group repeats. */
function ambiguous(text: string): string[] {
  return groupsIn(text).flatMap(({ choices, repeats }) =>
    choices.filter((choice, i) => {
      const others = choices.filter(other => other !== choice);
      return choices.indexOf(choice) !== i || (repeats && isMadeOf(choice, others));
    }),
  );
}

function isMadeOf(word: string, parts: string[]): boolean {
  return word === '' || parts.some(part => word.startsWith(part) && isMadeOf(word.slice(part.length), parts));
}

/** A star of stars: `(a*)*`. */
const STAR_OF_STARS = /\)[*+]\)[*+]/;

describe('an expression', () => {
  // Each word that can be read in two ways doubles the time of a text that does not match: forty of them stop the desk.
  it.each([
    ['^(?:si |si me |me )*borra', ['si me ']],
    ['^((ok|pero|ok) )*no', ['ok']],
    ['^(ok |pero )*no (ok|oka)', []],
  ])('that can be read in two ways is found: %s', (source, found) => {
    expect(ambiguous(source)).toEqual(found);
  });

  it.each(FILES)('reads words in one way only: %s', file => {
    const text = readFileSync(path.join(SRC, file), 'utf8');
    expect(ambiguous(text)).toEqual([]);
    expect(text.split('\n').filter(line => STAR_OF_STARS.test(line))).toEqual([]);
  });
});
