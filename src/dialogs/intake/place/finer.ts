import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isPrecise } from '../guess.ts';
import { STREETS } from './kinds-of-place.ts';
import { BESIDES } from './place-leads.ts';
import { namesSpot } from './spots.ts';

/** A street or a door: told once, it is not told of another place too. */
const STREET = new RegExp(
  `\\b(${STREETS}|casa|apto|apartamento|torre|lote|manzana|street|house|building)\\b`,
);

/** Where only the area was wrong, what was told of the street or the spot stays: `calle 50`, told of Bella Vista, in San Francisco. */
export function withFiner(before: Place | null, now: Place, denied: readonly string[]): Place {
  // A street that no map knew, and then the area it lies in: `calle Ramón Arias`, `Bella Vista`.
  const isLocated = before?.code === null && now.code !== null && denied.length === 0;
  if (isLocated && STREET.test(plainWords(before.text))) return joined(before, now);
  if (before?.code == null || now.code === null) return now;
  const names = [before.corregimiento, before.district, before.province, ...denied];
  const isArea = denied.some(name =>
    names.slice(0, 3).some(area => plainWords(area ?? '') === plainWords(name)),
  );
  const isNear = before.code.slice(0, 4) === now.code.slice(0, 4);
  if (!isNear && !isArea) return now;
  // The map's guess at where it lies is denied, and none of their words.
  const isGuess = denied.length > 0 && !denied.some(name => says(before.text, name));
  if (isNear && isArea && isGuess && !repeats(now.text, nameOf(before)))
    return { ...now, text: `${nameOf(before)}, ${now.text}`.slice(0, 300) };
  const kept = withoutNames(
    before.text,
    names.filter(name => name !== null),
  );
  const isStreet = STREET.test(plainWords(kept));
  const isAnother = isStreet && STREET.test(plainWords(now.text));
  if (denied.length > 0 && isNear && says(kept, now.text)) return { ...now, text: kept };
  const isSpot = (isStreet || namesSpot(kept)) && !repeats(now.text, kept);
  return isSpot && !isAnother ? { ...now, text: `${kept}, ${now.text}`.slice(0, 300) } : now;
}

/** The own words of a place, without the areas it lies in: `La Esperanza` of `La Esperanza, Barú`. */
export function nameOf({ text, corregimiento, district, province }: Place): string {
  const areas = [district, province].filter(name => name !== null);
  return (
    withoutNames(text, areas) || withoutNames(text, corregimiento === null ? [] : [corregimiento]) || text
  );
}

function withoutNames(text: string, names: readonly string[]): string {
  const left = text.split(/\s*,\s*/).map(part => names.reduce((rest, name) => withoutName(rest, name), part));
  return left.filter(part => part !== '').join(', ');
}

/** A part of a place's words without a name in it, and what joins that: `calle 12 de Río Abajo, al lado del kínder`. */
function withoutName(part: string, name: string): string {
  const words = part.split(/\s+/);
  const plain = plainWords(name);
  const count = plain.split(' ').length;
  const starts = plain === '' ? [] : words.map((_, i) => i).slice(0, Math.max(0, words.length - count + 1));
  const at = starts.findLast(i => plainWords(words.slice(i, i + count).join(' ')) === plain);
  if (at === undefined) return part;
  const before = words.slice(0, at).join(' ').replace(JOINT, '');
  const after = words.slice(at + count).join(' ');
  // `El Porvenir de los Santos` is one name.
  if (before !== '' && after !== '' && !BESIDE.test(after)) return part;
  return [before, after].filter(rest => rest !== '').join(' ');
}

const BESIDE = new RegExp(`^(?:${BESIDES})(?![\\p{L}\\d])`, 'iu');

const JOINT = /(?:^|\s+)(?:(?:de|del|en|in|of)(?:\s+(?:la|el|los|las))?|la|el|los|las)$/iu;

/** A district told after the street, or a street after the district, make one place. */
export function joined(before: Place | null, now: Place): Place {
  if (before === null) return now;
  const narrower =
    (now.code?.length ?? 0) >= (before.code?.length ?? 0) ? now : { ...before, text: now.text };
  const kept = isPrecise(before) && !repeats(now.text, before.text) && !says(now.text, before.text);
  return kept ? { ...narrower, text: `${before.text}, ${now.text}` } : narrower;
}

/** A place with another that it is in too, in words; the first stays where it is looked for. */
export function withFurther(place: Place, words: string): Place {
  return says(place.text, words) ? place : { ...place, text: `${place.text}, ${words}`.slice(0, 300) };
}

/** Do words say all that others say, in their order? */
export function says(words: string, others: string): boolean {
  return ` ${plainWords(words)} `.includes(` ${plainWords(others)} `);
}

/** Does a text say again half of what another said, or more? */
export function repeats(text: string, earlier: string): boolean {
  const said = plainWords(text).split(' ');
  const before = plainWords(earlier).split(' ');
  return before.filter(word => said.includes(word)).length * 2 >= before.length;
}
