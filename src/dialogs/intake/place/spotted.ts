import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { repeats } from './finer.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { liesIn, surePlace } from './namesakes.ts';
import { asserted } from './place-words.ts';
import {
  besidesIn,
  bodyThere,
  doorLike,
  doorsIn,
  MOST_SPOTS,
  saidOnce,
  withoutArticle,
  withSpots,
} from './spots.ts';
import { beginsWhere } from './told-where.ts';
import { bare, whereParts } from './where-parts.ts';

/** A draft whose place says what was told of the exact spot before the first summary; later they mend it themselves. */
export function spotted<Told extends Pick<Draft, 'description' | 'summarised' | 'place'>>(
  { facts }: Scene,
  draft: Told,
): Told {
  const { place, description, summarised } = draft;
  if (place === null || summarised) return draft;
  const told = description.filter(line => !OF_SELF.test(plainWords(line)));
  const spots = told.flatMap(line =>
    spotsTold(facts, line, place).filter(spot => !isOtherDoor(spot, place.text, line)),
  );
  const text = withSpots(place.text, saidOnce(spots).slice(0, MOST_SPOTS));
  return { ...draft, place: { ...place, text: text === place.text ? bodyThere(place, description) : text } };
}

/** `Soy vecina del edificio de enfrente`: who writes, seen from where it is. */
const OF_SELF =
  /^(?:yo )?(?:soy|somos|i am|i m|we are) .*\b(?:de enfrente|de al lado|opposite|across the street|next door)$/;

/** The spots in a line: the words that were learned to say where, and the numbers at doors besides. */
function spotsTold(facts: Scene['facts'], line: string, place: Place): string[] {
  const named = namedThere(facts, line).filter(words => !isKnown(facts, words, place));
  const learned =
    named.length > 0
      ? named.map(words => withBeside(line, words))
      : besidesIn(line).filter(words => !repeats(place.text, bare(words)));
  const isSaid = (door: string): boolean => learned.some(words => repeats(words, door));
  return [
    ...learned,
    ...doorsIn(line)
      .map(({ words }) => words)
      .filter(door => !isSaid(door)),
  ];
}

/** `La entrada de David por el mall`: the spot with what it is said to be beside, in the same breath. */
function withBeside(line: string, words: string): string {
  const at = line.indexOf(words);
  const behind = at < 0 ? '' : line.slice(at + words.length);
  const beside = NEXT_TO.exec(behind)?.groups?.['beside'];
  return beside !== undefined && beginsWhere(beside) ? `${words} ${beside}` : words;
}

const NEXT_TO =
  /^\s+(?<beside>(?:por (?:el|la|los|las)|frente (?:a la|al)|cerca del?(?: la)?|diagonal (?:a la|al)|al lado del?(?: la)?|detr[aá]s del?(?: la)?)\s+\p{L}+(?:\s+\p{L}+)?)(?=\s*(?:[,.;]|$)|\s+(?:est[aá]n?|hay|no|y|que|se|tiene|es|desde|hace|porque|lleva)(?!\p{L}))/iu;

/** What says where in words that were told unasked, or are read as if it was asked, without what stands in every barrio. */
export function namedThere(
  { where }: Pick<Scene['facts'], 'where'>,
  line: string,
  isAsked = false,
): string[] {
  return (where(asserted(line), isAsked) ?? [])
    .map(words => withoutArticle(whereParts(words).join(', ')))
    .filter(words => !NO_SPOT.test(plainWords(words)));
}

/** What stands in every barrio is no spot without its name, and a body is asked to act more often than it stands there. */
const NO_SPOT = new RegExp(
  `^(?:(?:la|el|esta|esa|ese|este|una?) )?(?:${STREETS}|${DOORS}|${LANDMARKS}|${QUARTERS}|barrio|esquina|entrada|acera|cuneta|comunidad|finca)$|` +
    // `Un restaurante en Bocas`: one of many.
    '^$|^(?:un|una|unos|unas|an|some|varios|varias|several) |^(?:(?:la|el|los) )?(?:municipio|municipality|ministerio|autoridad|gobierno|junta comunal|policia)\\b',
);

/** Do words say what the place does already, name an area that it lies in, or another place? */
function isKnown({ read }: Scene['facts'], words: string, { code, text, ...names }: Place): boolean {
  const [plain, known] = [plainWords(words), plainWords(text)];
  if (plain !== known && plain.includes(known)) return false;
  const areas = [names.corregimiento, names.district, names.province];
  if (repeats(text, bare(words)) || areas.some(name => plainWords(name ?? '') === plain)) return true;
  // `Barriada El Bambito`, told of Penonomé, whatever bears the name elsewhere.
  if (QUARTER.test(plain)) return false;
  const there = surePlace(read(`en ${words}`).places);
  return there !== null && !liesIn(there.code, [(code ?? '').slice(0, 4)]);
}

const QUARTER = new RegExp(`^(?:(?:el|la) )?(?:barrio|${QUARTERS}) `);

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
