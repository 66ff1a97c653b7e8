import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import type { PlaceGuess } from '../../../src/nlu/classifier.ts';
import { createPlaceFinder } from '../../../src/nlu/places/place-finder.ts';
import { readTokens } from '../../../src/nlu/tokens.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

/** The rows of the office's own `config/places.json`. */
export const REAL_PLACES: GazetteerRow[] = JSON.parse(fromConfig('places.json')).places;

/** Chat shorthand as the office lists it. */
export const ABBREVIATIONS = new Map<string, string>(Object.entries(parse(fromConfig('abbreviations.yaml'))));

/** Reads a text's places with a gazetteer of one's own. */
export function finderOf(rows: GazetteerRow[]): (text: string, near?: string) => PlaceGuess[] {
  const finder = createPlaceFinder(rows);
  return (text, near) => finder.find(readTokens(text, ABBREVIATIONS), text, near);
}

/** Reads a text's places with the small gazetteer of the tests. */
export const findSmall = finderOf(smallCatalogue().places);

/** Reads a text's places with the office's gazetteer. */
export const findReal = finderOf(REAL_PLACES);

function fromConfig(name: string): string {
  return readFileSync(new URL(`../../../config/${name}`, import.meta.url), 'utf8');
}
