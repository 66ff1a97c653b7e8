import type { Place } from '../../../cases/case.ts';
import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { says } from './finer.ts';
import { surePlace } from './namesakes.ts';

/** So long is the code of a corregimiento, and of a district. */
const AREA = 6;
const DISTRICT = 4;

/**
 * `Villa Mercedes, Las Lomas, David`: the map's corregimiento of a smaller name is not said, where they name another one of the
 * district; the district alone is sure then.
 */
export function agreed({ facts }: Pick<Scene, 'facts'>, place: Place, words: string): Place {
  const area = place.code?.slice(0, AREA) ?? '';
  if (area.length < AREA || says(words, place.corregimiento ?? '')) return place;
  const parts = words.split(/\s*,\s*|\s+(?:de|en|del|in)\s+/iu);
  const isOther = (part: string): boolean => {
    const there = surePlace(facts.read(`en ${part}, ${place.district ?? ''}`).places);
    return (
      there?.code?.length === AREA &&
      there.code !== area &&
      there.code.startsWith(area.slice(0, DISTRICT)) &&
      isCalled(there, part)
    );
  };
  return parts.length > 1 && parts.some(isOther) ? inDistrict(place) : place;
}

function isCalled({ corregimiento }: Place, part: string): boolean {
  return plainWords(corregimiento ?? '') === plainWords(part);
}

/** The place with no more known of it than the district. */
export function inDistrict(place: Place): Place {
  return {
    ...place,
    code: place.code?.slice(0, DISTRICT) ?? null,
    corregimiento: null,
    lat: null,
    lon: null,
  };
}
