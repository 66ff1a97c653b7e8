import { plainWords } from '../words/plain-words.ts';
import { isSortOfPlace } from './place/of-place.ts';
import type { Field } from './summary.ts';

const FIELDS: [Field, RegExp][] = [
  ['place', /\b(lugar|direccion|ubicacion|sitio|barrio|sector|donde|place|address|location)\b/],
  ['kind', /\b(tipo|clase|kind|type)\b/],
  ['privacy', /\b(reserva|privacidad|anonim\w+|confidencial\w*|privacy)\b/],
  ['agency', /\b(asunto|tema|servicio|entidad|institucion|matter|subject|service|agency)\b/],
];
const WRONG =
  /\b(cambi\w*|corregi\w*|corrij\w*|modific\w*|editar|mal|equivocad\w*|incorrect\w*|errone\w*|otro|otra|no es|change|wrong|fix)\b/;

/** `Eso no es el lugar, es el nombre de mi abuela`. */
const NO_PLACE =
  /^(no |pero |ay )*(eso|ese|esa|ahi) no es (el |la |un |una )?(lugar|direccion|sitio|barrio)\b/;
/** The field a short text wants changed, without saying what to: `el lugar está mal`. */
export function fieldIn(text: string): Field | null {
  const plain = plainWords(text);
  if (isSortOfPlace(plain)) return null;
  if (NO_PLACE.test(plain)) return 'place';
  // `Corrija la dirección, es la 53` says already what to.
  if (/\d/.test(plain)) return null;
  const words = plain.split(' ').length;
  const isWrong = WRONG.test(plain);
  if (words > 7 || (words > 2 && !isWrong)) return null;
  const field = FIELDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  // "Sin reserva" says already how it should be.
  return field === 'privacy' && !isWrong ? null : field;
}
