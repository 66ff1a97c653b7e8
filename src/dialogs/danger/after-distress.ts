import type { Sentence } from '../../texts.ts';
import { lines, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { plainWords } from '../words/plain-words.ts';
import { NEAR_MS } from './after-danger.ts';

const WHO =
  '(?:(?:una?|mi|mis|la|el|los|las) )?(?:herman[oa]s?|mama|papa|hij[oa]s?|espos[oa]|marido|mujer|novi[oa]|vecin[oa]s?|amig[oa]s?|prim[oa]s?|ti[oa]s?|abuel[oa]s?|cuñad[oa]s?|sobrin[oa]s?|niet[oa]s?|comadre|pastor|padre|familia|suegra|pareja|doctora?|psicolog[oa])';
/** `Mi hermana ya viene`, `estoy con mi mamá`, `ya llamé al 147`, `me voy donde mi tía`. */
const COMPANY = anyOf(
  new RegExp(
    `\\b${WHO} (?:ya |me )*(?:viene|vino|llego|llega|esta (?:aqui|conmigo|en camino|llegando|a mi lado)|va a venir|acompaña|viene (?:ya|para aca|en camino))\\b`,
  ),
  new RegExp(`\\b(?:ya )?(?:hable|estoy hablando|le conte|me desahogue) (?:con |a )${WHO}\\b`),
  new RegExp(`\\b(?:ya )?(?:viene|llego|llega|vino|esta(?: aqui)?(?: conmigo)?) ${WHO}\\b`),
  new RegExp(
    `\\b(?:estoy|me quede|me voy|voy|me fui|ando|quede) (?:ya |aqui |a dormir |a quedarme )*(?:con|donde|a casa de) ${WHO}\\b`,
  ),
  /\b(ya )?(no estoy sol[oa]|llame al (147|911)|hable con (ellos|ellas|alguien|la linea|una psicologa|un psicologo|el 147)|(me estan|me esta) (acompañando|atendiendo)|estoy acompañad[oa])\b/,
  /\b(my (sister|brother|mom|mother|dad|father|friend|husband|wife|neighbou?r|son|daughter) is (here|coming|with me|on (her|his|the) way)|i am not alone|i called 147|i (talked|spoke|have talked|have spoken) (to|with) my (sister|brother|mom|mother|dad|father|friend|husband|wife|son|daughter))\b/,
);
/** `Lo del subsidio, ¿lo arreglan después?` */
const OTHER_MATTER =
  /\b(lo|y lo|eso) (de|del) (la |el |los |las |mi |mis |ese |esa )?\w+|\b(arregl\w+|resuelv\w+|van a (hacer|dar|ver))\b/;
/** Turned to no matter: what was told goes with the talk to the person who reads it. */
const MOST_WORDS = 25;

/** Was a wish to die told not long ago, and has no person taken the talk yet? */
function isNearDistress({ conversation, facts }: Scene): boolean {
  const { mode, reason, since } = conversation;
  return reason === 'distress' && mode !== 'person' && facts.now.getTime() - Number(since) < NEAR_MS;
}

/** A kind word for who is no longer alone with it; null: they say no such thing, or of nothing so heavy. */
export function companyOf(scene: Scene): Sentence | null {
  return isNearDistress(scene) && COMPANY.test(plainWords(scene.burst.text))
    ? say(scene, 'emergency.company')
    : null;
}

/**
 * `Mi hermana ya viene. ¿Lo del subsidio lo arreglan después?`, from who spoke of dying: a kind word, and an honest one of the
 * other matter. Nothing is offered or asked.
 */
export const afterDistress: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  if (burst.choice !== null || !isShort || facts.reading.emergency !== null || !isNearDistress(scene))
    return null;
  const isCompany = COMPANY.test(plain);
  // What they were reporting they may order all the same.
  if (state.draft !== null && ordersBeside(burst.text)) return null;
  const asks = burst.text.includes('?') || putsQuestion(burst.text) || beginsAsQuestion(burst.text);
  const isOther = OTHER_MATTER.test(plain) && (asks || isCompany);
  if (!isCompany && !(isOther && state.draft === null)) return null;
  const later = isOther && state.later.length < MOST_KEPT ? [...state.later, ...burst.lines] : state.later;
  const words = lines(
    isCompany ? say(scene, 'emergency.company') : null,
    isOther ? say(scene, 'emergency.for_person') : null,
  );
  return { state: { ...state, later }, replies: [replyOf(words)], quiet: true, set: { review: true } };
};

const MOST_KEPT = 5;
