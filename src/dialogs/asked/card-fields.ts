import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksForHours, waysTo } from './agency-words.ts';
import { asksWhichDay } from './asked-on.ts';
import { rootsOf } from './card-conditions.ts';
import { type Field, fieldWords, hasHours, sourceWords } from './procedure-words.ts';

const ASKED: readonly (readonly [Field, RegExp])[] = [
  [
    'needs',
    /\b(que|cuales) (papeles|documentos|requisitos)\b|\b(requisitos|requirements|documents|paperwork)\b|\bque (mas )?(cosas )?(llevo|necesito|piden|debo (llevar|tener)|tengo que (llevar|tener)|hay que llevar|se necesita)\b|\bwhat (do|should|must) i (need|bring|take)\b/,
  ],
  [
    'cost',
    /\bcuanto (me )?(va a |van a )?(cuesta|costar|vale|valer|sale|salir|es|seria|cobran|cobrar|pago|hay que pagar|tengo que pagar|debo pagar)\b|\b(el |que |cual es el )?(precio|costo|valor|monto)\b|\b(hay|tengo) que pagar\b|\b(me )?cobran\b|\bes gratis\b|\bcuanto (le |me |nos |les )?(dan|pagan|toca|queda)\b|\b(hay|hacen|tiene|dan) (algun )?descuento\b|\bhow much\b|\bis there a discount\b|\b(price|cost|costs|fee|fees)\b|\bis it free\b|\b(do|will) i (have to )?pay\b/,
  ],
  [
    'where',
    /\b(a?donde|en que (lugar|parte|oficina|sede))\b|\b(oficinas?|sedes?|sucursal(es)?|quioscos?) (hay|queda|quedan|tienen)\b|\bhay (una |alguna )?(oficinas?|sedes?|sucursal(es)?|quioscos?)\b|\bwhere\b|\bwhich (office|place)\b/,
  ],
  [
    'takes',
    /\bcuanto (tiempo )?(se )?(me )?(puede |va a |van a )?(demor|tard|dur|toma)\w*\b|\b(en )?cuant(o tiempo|os dias)\b|\bcuando (me |lo |la |esta|estaria) ?(la |lo )?(dan|entregan|lista|listo|recojo|retiro)\b|\b(cuando|que dia|en que (fecha|mes)) (me |le |lo |la )?(paga|deposita|cae|cobra)\w*\b|\b(en|para) que fecha( exacta)?\b|\bhow (long|many days)\b|\bwhen (is it|will it be) ready\b/,
  ],
];

/** A day is more than a card tells of how long it takes. */
const EXACTLY = /\b(fechas?|que dia|exact\w+|date)\b/;

/** The fields of a card that plain words ask for. */
export function fieldsAsked(plain: string): Field[] {
  return ASKED.filter(([, pattern]) => pattern.test(plain)).map(([field]) => field);
}

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
  const rest = ASKED.reduce((text, [, pattern]) => text.replace(pattern, ' '), plain);
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
