import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import { lines, type Move, retold, type Scene, say } from '../../scene.ts';
import { sentences } from '../../words/clauses.ts';
import { readable } from '../../words/excerpt.ts';
import { touched } from '../absorb.ts';
import { showSummary } from '../flow.ts';
import { says } from './finer.ts';
import { doorsIn } from './spots.ts';
import { placeFrom, withoutPlace } from './where.ts';

const THE_PLACE = '(?:el (?:lugar|sitio)|la (?:direcci[oó]n|ubicaci[oó]n)|the (?:place|address))';
const WRONG =
  '(?:mal(?: escrit[oa]| puest[oa])?|incorrect\\p{L}+|equivocad\\p{L}+|errad\\p{L}+|al rev[eé]s|wrong|incorrect)';
const BUT =
  '(?:(?:debe|deber[ií]a|tiene que|it should)\\s+(?:decir|ser|salir|say|be)|p[oó]ng\\p{L}+|es|(?:el|la) correct[oa] es|it is|put)';
const INSTEAD = new RegExp(
  `^(?:(?:no|pero|but|oiga|ay)[,\\s]+)*${THE_PLACE}\\s+(?:est[aá]|qued[oó]|sale|sali[oó]|is|was)\\s+${WRONG}[\\s,.;:]+${BUT}\\s+(?:que\\s+)?(?:es\\s+)?(.{3,200})$`,
  'iu',
);

/** What stands for a place that is said to be wrong: `el lugar está mal, debe decir Farmacia Central`; null: none is. */
export function placeInstead(text: string): string | null {
  return INSTEAD.exec(text.trim())?.[1] ?? null;
}

const ONLY = '(?:s[oó]lo|solamente|[uú]nicamente|nada m[aá]s|just|only)';
const SIGHS = '(?:[\\s,]+(?:por favor|porfa|please|gracias|ya|nada m[aá]s|no m[aá]s|y listo|only))*[\\s.!]*';
const PUT_ONLY = new RegExp(
  `(?:^|[\\s,;])(?:(?:p[oó]ng|d[eé]j|escr[ií]b|dig|use)\\p{L}*|put|say|leave|keep|write)(?:\\s+(?:(?:en|como|in|as)\\s+)?${THE_PLACE})?(?:\\s+(?:que|es|it))*\\s+${ONLY}\\s+(?:(?:que|en|es|in)\\s+)*(.{3,120}?)${SIGHS}$|(?:^|[\\s,;])${ONLY}\\s+(?:p[oó]ng\\p{L}*|d[eé]j\\p{L}*|dig\\p{L}*|put|say|write)\\s+(?:(?:que|en|es|in)\\s+)*(.{3,120}?)${SIGHS}$`,
  'iu',
);
/** `El lugar es la escuela Simeón Conte nada más`. */
const IS_NO_MORE = new RegExp(
  `${THE_PLACE}\\s+(?:es|ser[ií]a|debe ser|is|should be)\\s+(?:${ONLY}\\s+)?([^,;?]{3,120}?)[\\s,]+(?:nada m[aá]s|no m[aá]s|nom[aá]s|solamente|[uú]nicamente|y (?:ya|punto|listo)|only|nothing else)[\\s.!]*$`,
  'iu',
);
const IS_ONLY = new RegExp(`^${ONLY}\\s+`, 'iu');

/** `Ponga solo Curundú`, `el lugar está mal escrito, es solo calle 3`: all that shall stand for the place; null: it is not put so. */
export function onlyNamed(text: string): string | null {
  const bidden = sentences(text).flatMap(part => {
    const found = PUT_ONLY.exec(part);
    return found?.[1] ?? found?.[2] ?? IS_NO_MORE.exec(part)?.[1] ?? [];
  });
  const instead = placeInstead(text);
  return bidden.at(-1) ?? (instead !== null && IS_ONLY.test(instead) ? instead.replace(IS_ONLY, '') : null);
}

/** The place that shall stand alone, whatever stood there; null: they bid none, or what they name is no place. */
export function placeAlone(scene: Scene, { place: before }: Draft): Place | null {
  const words = onlyNamed(scene.burst.text);
  if (words === null) return null;
  const found = placeFrom(retold(scene, [words]), null, words, true);
  if (found !== null && 'place' in found && found.place.code !== null) return { ...found.place, text: words };
  // A part of what stood there lies where that did.
  return before !== null && says(before.text, words) ? { ...before, text: words } : null;
}

/** `Ponga solo Curundú`, said to a summary: nothing else stands for the place any more, and it is shown so. Null: it is not bidden. */
export function placeSetAlone(scene: Scene, draft: Draft): Move | null {
  const place = draft.summarised && scene.burst.choice === null ? placeAlone(scene, draft) : null;
  if (place === null) return null;
  const own = { ...touched(scene, draft), place, reasons: withoutPlace(draft) };
  const done = say(scene, place.text === draft.place?.text ? 'already_so' : 'corrected');
  const still = doorsIn(draft.place?.text ?? '')
    .map(({ words }) => words)
    .filter(words => !says(place.text, words) && draft.description.some(line => line.includes(words)));
  // Who hides may hide their door too, and it stands in what they told.
  const isHiding = draft.privacy === 'confidential' || draft.privacy === 'anonymous';
  const told =
    isHiding && still.length > 0 ? say(scene, 'record.still_told', { words: readable(still) }) : null;
  return showSummary(scene, own, lines(done, told));
}
