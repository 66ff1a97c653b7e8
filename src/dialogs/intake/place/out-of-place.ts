import type { Draft } from '../../conversation.ts';
import { contentWords } from '../../likeness.ts';
import { retold, type Scene } from '../../scene.ts';
import { touched } from '../absorb.ts';
import { type Cut, withoutPhrase } from '../cut-words.ts';
import { says } from './finer.ts';
import { toldWhere } from './told-where.ts';
import { placeFrom, withoutPlace } from './where.ts';

/**
 * `Quite lo de vía Tocumen, es solo en Juan Díaz`: what they want out stands in the place, and what stands beside says where it is
 * instead. Only the name goes from what they told. Null: it is no word of the place, or none is told instead.
 */
export function placeInsteadOf(scene: Scene, draft: Draft, what: string, rest: string): Draft | null {
  if (draft.place === null || !says(draft.place.text, what)) return null;
  const { where, beside } = toldWhere(scene, rest.replace(ONLY, ' '));
  const words = where.join(', ');
  if (words === '' || beside.length > 0 || says(words, what)) return null;
  const found = placeFrom(retold(scene, [words]), draft.place, words, true);
  const there = found !== null && 'place' in found && found.place.code !== null ? found.place : draft.place;
  return {
    ...touched(scene, draft),
    place: { ...there, text: words },
    reasons: withoutPlace(draft),
    description: linesWithoutName(draft, what) ?? draft.description,
  };
}

/** `Es solo en …`, `deje solo …`: nothing of where. */
const ONLY =
  /(?<!\p{L})(?:d[eé]j\p{L}*\s+)?(?:s[oó]lo|solamente|[uú]nicamente|nada m[aá]s|only|just)(?!\p{L})/giu;

/** The lines without a name of the place that stands in them, and all else as it was told; null: it is none, or stands in no line. */
export function linesWithoutName({ place, description }: Draft, what: string): string[] | null {
  if (place === null || !says(place.text, what)) return null;
  const name = what.trim().toLowerCase();
  const left = description.map(line => {
    const at = line.toLowerCase().indexOf(name);
    return at < 0 ? line : withoutPhrase(line, line.slice(at, at + name.length));
  });
  return left.some((line, at) => line !== description[at]) ? left : null;
}

/** Would words of the matter go with a name of the place: `hay un hueco enorme`, with `en la vía Tocumen`? */
export function losesMatter({ place }: Draft, { gone }: Cut): boolean {
  const named = new Set(contentWords(place?.text ?? ''));
  return contentWords(gone.join(' ')).filter(word => !named.has(word)).length > 1;
}
