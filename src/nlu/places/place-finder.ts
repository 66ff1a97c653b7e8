import type { GazetteerRow } from '../../catalogue/catalogue.ts';
import { rememberingOf } from '../../catalogue/remembering.ts';
import type { PlaceGuess } from '../classifier.ts';
import type { Token } from '../tokens.ts';
import { findSpans, type Span } from './mentions.ts';
import { createNameIndex } from './name-index.ts';
import { createNearest, type Nearest } from './nearest.ts';
import { readPlaces } from './readings.ts';
import { resolve } from './resolve.ts';

/** Finds the places a text names and the place of a pin. */
export interface PlaceFinder extends Nearest {
  /** At most six guesses, best first; `near` is the code of a place already known. Never throws. */
  find(tokens: readonly Token[], text: string, near?: string): PlaceGuess[];
  /** The names in a text that some place bears, whatever they mean where they stand. */
  names(tokens: readonly Token[], text: string): Span[];
}

/** Indexes the gazetteer once; finding is deterministic and linear in the text. */
export function createPlaceFinder(places: GazetteerRow[]): PlaceFinder {
  const index = createNameIndex(places);
  const districts = new Map(
    index.places.filter(({ row }) => row.level === 'district').map(place => [place.row.code, place]),
  );
  const names = rememberingOf((tokens: readonly Token[], text: string) => findSpans(tokens, text, index));
  const guess = (tokens: readonly Token[], text: string, near?: string): PlaceGuess[] =>
    resolve(readPlaces(tokens, text, { names: names(tokens, text), districts, near }), tokens, text);
  const anywhere = rememberingOf((tokens: readonly Token[], text: string) => guess(tokens, text));
  return {
    ...createNearest(index.places),
    find(tokens, text, near) {
      return near === undefined ? anywhere(tokens, text) : guess(tokens, text, near);
    },
    names,
  };
}
