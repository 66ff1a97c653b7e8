import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import { type Move, type Scene, say } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { showSummary } from '../flow.ts';

/** A street or a house by its number, in either language: `calle 74`, `street 74`, `house 12`. */
const DOOR =
  /(?<!\p{L})(?:(?:la|el|the)\s+)?(?:calle|avenida|vereda|casa|lote|apto|apartamento|edificio|torre|street|avenue|house|apartment|building)\s+(?:n[uú]mero |number |no\.? ?|#\s?)?(?:[\p{L}]-?)?\d+(?:-?\p{L}|-\d+)?(?![\p{L}\d])/giu;
/** `You forgot the street`, `se le olvidó la calle`, `yo dije calle 74`, `agregue la casa 12`. */
const FORGOTTEN =
  /\b(?:you (?:forgot|missed|left out)|i (?:already )?(?:said|told you|wrote)|(?:please )?add|se (?:le|te|les) (?:olvido|paso|fue)|(?:falto|falta)|(?:yo |ya )*(?:le )?(?:dije|puse|escribi)|(?:y |pero |por favor )*agreg\w+|(?:no )?(?:puso|anoto|agrego))\b/;
const MOST_WORDS = 14;

/** The place with the street and the house that a text tells by number; a number of the same kind it had gives way. */
export function withDoorsTold(place: Place, text: string): Place {
  const told = doorsIn(text).filter(
    words => !` ${plainWords(place.text)} `.includes(` ${plainWords(words)} `),
  );
  return told.length === 0 ? place : { ...place, text: told.reduce(withDoor, place.text) };
}

function withDoor(known: string, words: string): string {
  const before = doorsIn(known).find(door => kindOf(door) === kindOf(words));
  return before === undefined ? `${known}, ${words}` : known.replace(before, () => words);
}

function doorsIn(text: string): string[] {
  return [...text.matchAll(DOOR)].map(([words]) => words.trim());
}

function kindOf(door: string): string {
  return (
    plainWords(door)
      .replace(/^(?:la|el|the) /, '')
      .split(' ')[0] ?? ''
  );
}

/** `You forgot the street, it is street 74`: put into the place, and shown so. Null: none was forgotten, or it stands there. */
export function doorForgotten(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const isSaid = FORGOTTEN.test(plain) && plain.split(' ').length <= MOST_WORDS && !burst.text.includes('?');
  if (burst.choice !== null || !isSaid || draft.place === null || !draft.summarised) return null;
  const place = withDoorsTold(draft.place, burst.text);
  return place === draft.place
    ? null
    : showSummary(scene, { ...touched(scene, draft), place }, say(scene, 'corrected'));
}
