import { type Phrase, type PhrasePart, readPhrase } from '../catalogue/phrase.ts';
import { indexAnchors } from './phrase-index.ts';
import { coveredWords, type Test } from './phrase-match.ts';
import { phraseSound, prefixSounds, soundOfWord } from './phrase-sound.ts';
import type { Token } from './tokens.ts';

/** A phrase ready to be looked for. */
export interface CompiledPhrase {
  mark: Phrase['mark'];
  tests: Test[];
}

/** A phrase found in one sentence. */
export interface PhraseHit {
  /** The position of the phrase in the list that was searched for. */
  phrase: number;
  sentence: number;
  /** Positions of the tokens its words stand for, without those in gaps, ascending. */
  words: number[];
}

/** Looks for many phrases at once; words in `skip` stand for nothing. Linear in the length of the text. */
export type FindPhrases = (tokens: readonly Token[], skip?: ReadonlySet<number>) => PhraseHit[];

/** Reads a phrase of the configuration by its sounds. Throws `ConfigError` when it cannot be read. */
export function compilePhrase(text: string): CompiledPhrase {
  return createPhraseReader()(text);
}

/** The same for many phrases: the words that phrases share are spelled out once. */
export function createPhraseReader(): typeof compilePhrase {
  const known = new Map<string, string[]>();
  const soundsOf = (word: string): string[] => {
    const sounds = known.get(word) ?? spellings(word).map(soundOfWord);
    known.set(word, sounds);
    return sounds;
  };
  return text => {
    const { mark, parts } = readPhrase(text);
    return { mark, tests: parts.map(part => testOf(part, soundsOf)) };
  };
}

/** Indexes phrases by their rarest word, so that a text costs what its rare words cost. */
export function createPhraseFinder(phrases: readonly CompiledPhrase[]): FindPhrases {
  const anchorsAt = indexAnchors(phrases.map(({ tests }) => tests));
  return (tokens, skip) => {
    const sounds = tokens.map(phraseSound);
    const hits: PhraseHit[] = [];
    // Beginnings before this one were tried when the word before was met.
    const tried = new Map<number, number>();
    for (const [at, sound] of sounds.entries()) {
      for (const { phrase, before } of anchorsAt(sound)) {
        const from = Math.max(0, at - before, tried.get(phrase) ?? 0);
        tried.set(phrase, at + 1);
        const sentence = tokens[at]?.sentence ?? 0;
        const tests = phrases[phrase]?.tests ?? [];
        const words = coveredWords(tests, { tokens, sounds, sentence, from, to: at, skip });
        if (words.length > 0) hits.push({ phrase, sentence, words });
      }
    }
    return hits;
  };
}

function testOf(part: PhrasePart, soundsOf: (word: string) => string[]): Test {
  if (part.gap) return { kind: 'gap' };
  return {
    kind: part.optional ? 'optional' : 'word',
    sounds: new Set(part.words.flatMap(soundsOf)),
    prefixes: [...new Set(part.prefixes.flatMap(spellings).flatMap(prefixSounds))],
  };
}

/** Telephones without ñ write `nino` and `dano`. */
function spellings(word: string): string[] {
  return word.includes('ñ') ? [word, word.replaceAll('ñ', 'n')] : [word];
}
