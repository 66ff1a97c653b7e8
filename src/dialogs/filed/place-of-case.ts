import type { Case, Place } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { actIn, LIKELY_ACT } from '../acts.ts';
import { numberPutRight } from '../intake/place/number-right.ts';
import { placePutRight } from '../intake/place/put-right.ts';
import { type Move, retold, type Scene, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { caseNamed } from './case-named.ts';
import { toldPlace } from './case-steps.ts';
import { caseMeant } from './just-filed-case.ts';
import { movedCase, movesPlace } from './moved.ts';

const PLACE = '(?:lugar|direccion|sitio|ubicacion|place|address|location)';
const WRONG = '(?:mal|malo|mala|incorrect\\w*|equivocad\\w*|errad\\w*|wrong)';
/** `Está mal el lugar`, `puse mal la dirección`, `the place is wrong`. */
const SAYS_WRONG = anyOf(
  new RegExp(
    `\\b(?:esta|quedo|salio|puse|pusieron|puso|escribi|is|got|put) ${WRONG} (?:el|la|mi|the) ${PLACE}\\b`,
  ),
  new RegExp(
    `\\b(?:el|la|mi|the) ${PLACE} (?:(?:del caso|de ese|que puse) )?(?:esta|quedo|salio|es|era|is|was) ${WRONG}(?= |$)`,
  ),
  new RegExp(
    `\\bme (?:equivoque|confundi) (?:de|con el|con la) ${PLACE}\\b|\\b(?:el|the) ${PLACE} no es (?:ese|ahi)$|\\b(?:put|gave|got) the wrong ${PLACE}\\b`,
  ),
);
/** `Cambie el lugar a Las Tablas`, `quiero cambiar el lugar del caso`. */
const CHANGES_PLACE = new RegExp(
  `^(?:no |pero |es que |por favor |quiero |quisiera |necesito |hay que |me |puede |pueden |please )*(?:cambi\\w+|corrij\\w+|correg(?!imiento)\\w+|change|correct) (?:el|la|mi|the) ${PLACE}\\b`,
);
/** `Cámbiele a calle 13`, `cambie el lugar a calle 13`, `póngale que es en la calle 13`. */
const CHANGE_TO =
  /(?:c[aá]mb[ií]|corr[ií]j|corr[eé]g|mu[eé]v|change|correct|move|p[oó]ng|ponle)\p{L}*\s+(?:(?:el lugar|la direcci[oó]n|the place|the address|it)\s+)?(?:(?:que (?:es|queda) )?(?:al?|por|to|en)\s+|que (?:es|queda)\s+)(?=\S)/iu;

/**
 * Where a filed case is, put right or asked: the case they name by number, matter or order, or that was shown last; whatever
 * report is open keeps its own place. Without a name, where they say outright that the place of what was filed is wrong.
 */
export const placeOfCase: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.text === '' || burst.files.length > 0) return null;
  const named = caseNamed(scene);
  if (named && !isOpen(named.c)) return null;
  if (named) return asksPlace(named.rest) ? toldPlace(scene, named.c) : corrected(scene, named.c, named.rest);
  if (state.draft === null && asksPlace(burst.text)) {
    const meant = caseMeant(scene);
    return meant && toldPlace(scene, meant);
  }
  const plain = plainWords(burst.text);
  const c =
    state.draft === null && (SAYS_WRONG.test(plain) || CHANGES_PLACE.test(plain)) ? caseMeant(scene) : null;
  return c && corrected(scene, c, burst.text);
};

const ASKS_PLACE = anyOf(
  new RegExp(
    `^(?:(?:y|pero|me|a ver|quiero|puedo|and) )*(?:(?:cual|donde|que|como|what|which) (?:es|queda|quedo|dice|esta|puso|tiene|is)|muestr\\w+|digame|dime|ver|show me|tell me)(?: (?:me|en))* (?:el|la|mi|the) ${PLACE}(?: (?:de|que|tiene|dice|quedo|ahora|is|it|has))*$`,
  ),
  /\b(como|donde|que|cual) (me )?(quedo|puso|pusieron|pusiste|apunto|apuntaron|anoto|anotaron|tiene|es)( apuntad[oa]| anotad[oa]| escrit[oa])? (como |de )?(el |la )?(lugar|direccion|sitio|ubicacion)\b/,
);

/** Is it asked where a case is: `¿cuál es el lugar?`, `¿cómo quedó apuntado el lugar?`, `muéstreme el lugar`? */
function asksPlace(text: string): boolean {
  return ASKS_PLACE.test(plainWords(text));
}

function corrected(scene: Scene, c: Case, words: string): Move | null {
  const isAsked = words.includes('?') || beginsAsQuestion(words) || asksBack(words);
  if (isAsked || STANDS.test(plainWords(words)) || plainWords(words).split(' ').length > MOST_WORDS)
    return null;
  const told = retold(scene, [asChange(words)]);
  const plain = plainWords(words);
  const isOutright = SAYS_WRONG.test(plain) || CHANGES_PLACE.test(plain);
  if (c.place === null) return isOutright ? movedCase(told, c) : null;
  if (isThere(told.burst.text, c.place)) return toldPlace(scene, c);
  return isOutright || putsPlace(told, c) ? movedCase(told, c) : null;
}

/** `Cambie el lugar a calle 13`, which it says already: nothing of it is lost for that. */
function isThere(text: string, place: Place): boolean {
  const told = text.startsWith(CHANGE) ? contentWordsOf(text.slice(CHANGE.length)) : [];
  const known = plainWords([place.text, place.corregimiento, place.district].join(' ')).split(' ');
  return told.length > 0 && told.every(word => known.includes(word));
}

function contentWordsOf(text: string): string[] {
  return plainWords(text)
    .split(' ')
    .filter(word => word.length > 2 || /\d/.test(word));
}

const CHANGE = 'cambie el lugar a ';

const MOST_WORDS = 24;
/** `El caso anterior está bien, este es en la calle 3`: of another one. */
const STANDS = /\b(?:esta|quedo|va|is) (?:bien|correct[oa]|fine|right|ok)\b(?!.*\bpero\b)/;

/** Without what only says that it is wrong, and an order to change it in the one form in which places are read. */
function asChange(words: string): string {
  const kept = clauses(words).filter(part => !SAYS_WRONG.test(plainWords(part)));
  const told = kept.length > 0 && SAYS_WRONG.test(plainWords(words)) ? kept.join(',').trim() : words;
  const order = CHANGE_TO.exec(told);
  return order === null ? told : `${CHANGE}${told.slice(order.index + order[0].length)}`;
}

/** Do words surely say where it is instead? */
function putsPlace(scene: Scene, c: Case): boolean {
  const { text } = scene.burst;
  if (c.place === null) return false;
  if (movesPlace(scene, c) || numberPutRight(text, c.place) !== null || placePutRight(scene, c) !== null)
    return true;
  return text.startsWith(CHANGE) && actIn(scene, LIKELY_ACT) === 'place';
}
