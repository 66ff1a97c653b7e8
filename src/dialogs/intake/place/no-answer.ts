import { anyOf } from '../../any-of.ts';
import { plainWords } from '../../plain-words.ts';
import type { Scene } from '../../scene.ts';
import { isTime } from './no-place.ts';
import { placeClauses } from './place-clauses.ts';
import { spotsIn } from './spots.ts';
import { unknownPlace } from './unknown-place.ts';

const NOT_YET = anyOf(
  /^(no|ya|todavia|aun|nunca|nada|still)\b.*\b(hay|llegan?|vienen?|pasan?|recog\w+|tenemos|tengo|vuelve|regresa|funciona|sirve|igual|ha|han|nothing|no)\b/,
  /^(sigue|siguen|seguimos) (igual|sin|asi|dañad\w|la?s? mism\w+)\b/,
  /^(ya )?(estamos|estoy|esta|estan) (todos )?(bien|afuera|fuera|a salvo|segur\w+|lejos)$/,
);

const SAFE =
  /^(ya )?(no hay (ningun )?peligro|no danger|there is no danger|(i am|i m|im|we are) (safe|fine|ok))\b/;
const AGE =
  /^((el|ella|mi \w+|son|somos|es) )?(tiene|tienen|tengo|tenemos|he is|she is|is)? ?(como )?(\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (años|meses|hijos|hijas|niños|years|months|children)\b( de edad| old)?$/;
const WISHES =
  /^(y |pero )?(yo )?(quiero|queremos|quisiera|exijo|exigimos|pido|pedimos|necesito|necesitamos|espero|esperamos|deberian|deben|tienen que|ojala|que lo|que los|que la|que las|i want|we want|i need|they should)\b.* \w+/;

/** Since when, what they wish, or once more what is wrong, and no word of where. */
export function isMore({ burst, facts }: Scene): boolean {
  if (burst.pin !== null || facts.read(`en ${burst.text}`).places.length > 0) return false;
  const plain = plainWords(burst.text);
  if (isTime(burst.text) || SAFE.test(plain) || AGE.test(plain) || ORDERS.test(plain)) return true;
  return (NOT_YET.test(plain) || WISHES.test(plain)) && spotsIn(burst.text).length === 0;
}

/** A sentence, a wish or a question in which nothing says where: `mándenla rápido, que tengo un bebé`. */
export function tellsNoPlace(scene: Scene): boolean {
  const { burst, facts } = scene;
  if (burst.pin !== null || facts.reading.places.length > 0 || spotsIn(burst.text).length > 0) return false;
  return placeClauses(burst.text).where.length === 0 && unknownPlace(scene, burst.lines) === null;
}

/** What they want done: `mande a alguien a revisar`. */
const ORDERS =
  /^(por favor )?(que )?(me |lo |la |nos )*(manden?|envien?|vengan?|arreglen?|reparen?|revisen?|hagan algo|send|fix)\b( \w+)+$/;
