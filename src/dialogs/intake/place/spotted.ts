import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import { plainWords } from '../../plain-words.ts';
import type { Scene } from '../../scene.ts';
import { repeats } from './finer.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { liesIn, surePlace } from './namesakes.ts';
import { asserted } from './place-words.ts';
import {
  bodyThere,
  doorLike,
  doorsIn,
  MOST_SPOTS,
  quartersIn,
  saidOnce,
  spotsIn,
  withSpots,
} from './spots.ts';
import { whereParts } from './where-parts.ts';

/** A draft whose place says what was told of the exact spot before the first summary; later they mend it themselves. */
export function spotted<Told extends Pick<Draft, 'description' | 'summarised' | 'place'>>(
  { facts }: Scene,
  draft: Told,
): Told {
  const { place, description, summarised } = draft;
  if (place === null || summarised) return draft;
  const spots = description.flatMap(line =>
    spotsTold(facts, line, place).filter(spot => !isOtherDoor(spot, place.text, line)),
  );
  const text = withSpots(place.text, saidOnce(spots).slice(0, MOST_SPOTS));
  return { ...draft, place: { ...place, text: text === place.text ? bodyThere(place, description) : text } };
}

/** The spots in a line: the words that were learned to say where, and what the language of places tells besides. */
function spotsTold(facts: Scene['facts'], line: string, place: Place): string[] {
  const learned = (facts.where(asserted(line), false) ?? [])
    .map(words => withoutArticle(whereParts(words).join(', ')))
    .filter(words => !isKnown(facts, words, place) && !NO_SPOT.test(plainWords(words)));
  const ruled = [...spotsIn(line), ...quartersIn(line, place)];
  const isSaid = (spot: string): boolean => learned.some(words => repeats(words, spot));
  return learned.length === 0
    ? ruled
    : [...learned, ...ruled.filter(spot => doorsIn(spot).length > 0 && !isSaid(spot))];
}

/** What stands in every barrio is no spot without its name, and a body is asked to act more often than it stands there. */
const NO_SPOT = new RegExp(
  `^(?:(?:la|el|esta|esa|ese|este|una?) )?(?:${STREETS}|${DOORS}|${LANDMARKS}|${QUARTERS}|barrio|esquina|entrada|acera|cuneta|comunidad|finca)$|` +
    // `Un restaurante en Bocas`: one of many.
    '^$|^(?:un|una|unos|unas|an|some|varios|varias|several) |^(?:(?:la|el|los) )?(?:municipio|municipality|alcaldia|ministerio|autoridad|gobierno|junta comunal|policia)\\b',
);

/** `Calle 3`, of `la calle 3`; but `La Chorrera`. */
function withoutArticle(words: string): string {
  return words.replace(ARTICLE, '');
}

const ARTICLE = new RegExp(
  `^(?:el|la|los|las|the) (?=(?:${STREETS}|${DOORS}|${LANDMARKS}|${QUARTERS}|barrio|corredor|alcald[ií]a|sem[aá]foro)s?(?![\\p{L}]))`,
  'iu',
);

/** Do words say what the place does already, name an area that it lies in, or another place? */
function isKnown({ read }: Scene['facts'], words: string, { code, text, ...names }: Place): boolean {
  const [plain, known] = [plainWords(words), plainWords(text)];
  if (plain !== known && plain.includes(known)) return false;
  const areas = [names.corregimiento, names.district, names.province];
  if (repeats(text, words) || areas.some(name => plainWords(name ?? '') === plain)) return true;
  const there = surePlace(read(`en ${words}`).places);
  return there !== null && !liesIn(there.code, [(code ?? '').slice(0, 4)]);
}

/**
 * `calle 5`, of a place that is known to be in `calle 8`: told before it was put right, or of somebody's way there. In one line
 * with it and not taken back there, it is two streets.
 */
function isOtherDoor(spot: string, known: string, line: string): boolean {
  const kept = plainWords(asserted(line));
  return doorsIn(spot).some(door => {
    const like = door.words === spot ? doorLike(door, known) : undefined;
    return like !== undefined && ![spot, like.words].every(words => kept.includes(plainWords(words)));
  });
}
