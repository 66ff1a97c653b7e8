import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksForHours, waysTo } from './agency-words.ts';
import { rootsOf } from './card-conditions.ts';
import { asksWhichDay, fieldsAsked, withoutFields } from './field-words.ts';
import { fieldWords, hasHours, sourceWords } from './procedure-words.ts';

/** A day is more than a card tells of how long it takes. */
const EXACTLY = /\b(fechas?|que dia|exact\w+|date)\b/;

/** The lines of the card for the fields that are asked for, and what of them is not known; null: none is. */
export function ofFields(scene: Scene, procedure: Procedure, agency: Agency): Sentence | null {
  const plain = plainWords(scene.burst.text);
  const asked = fieldsAsked(plain);
  const isHours = asksForHours(plain) || asksWhichDay(plain);
  if (asked.length === 0 && !isHours) return null;
  if (isHours && hasHours(procedure) && !asked.includes('takes')) asked.push('takes');
  const noHours = isHours && !hasHours(procedure);
  const told = asked.map(field => fieldWords(scene, procedure, field) ?? say(scene, UNKNOWN[field]));
  const isMissing = noHours || asked.some(field => fieldWords(scene, procedure, field) === null);
  // Where it is done may tell the rest; which office is near nobody wrote down.
  const where = isMissing && !asked.includes('where') ? fieldWords(scene, procedure, 'where') : null;
  const isOpen = isMissing || asked.includes('where') || EXACTLY.test(plain) || hasMore(plain, procedure);
  return lines(
    ...told,
    noHours ? say(scene, 'info.hours_unknown') : null,
    where,
    asked.includes('where') && scene.facts.reading.places.length > 0 ? say(scene, 'info.no_office') : null,
    sourceWords(scene, procedure),
    isOpen ? whoKnows(scene, agency) : null,
  );
}

/** `¿A los jubilados les cobran menos?`: more is asked than the line tells. */
function hasMore(plain: string, { name }: Procedure): boolean {
  const rest = withoutFields(plain);
  const own = rootsOf(`${name.es} ${name.en}`);
  return [...rootsOf(rest)].some(root => !own.has(root));
}

const UNKNOWN = {
  needs: 'info.unknown',
  cost: 'info.no_cost',
  where: 'info.unknown',
  takes: 'info.no_time',
} as const;

function whoKnows(scene: Scene, agency: Agency): Sentence {
  return lines(say(scene, 'info.rest', { agency: agency.acronym }), waysTo(scene, agency));
}
