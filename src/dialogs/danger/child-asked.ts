import { isJustFiled } from '../filed/just-filed-case.ts';
import { toldBesideQuestion } from '../kept-beside.ts';
import type { Scene, Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { numbersReply } from './numbers.ts';

const CHILD =
  '(?:(?:niñ|nen|bebe|bebit|criatur|chiquill|chiquit|pelait|pelad|chamaquit)\\w*|pelao|menor|child|kid|baby|toddler|little (?:boy|girl))';
const THAT = `(?:el|la|los|las|lo|al|ese|esa|este|esta|un|una|the|that|this|a) (?:pobre |poor )?${CHILD}`;
/** `¿Qué hago con el niño?`, `¿a quién llamo por la niña?`, `¿adónde llevo al bebé?` */
const ASKS = anyOf(
  new RegExp(
    `\\b(?:que|q|what) (?:yo )?(?:hago|hacemos|se hace|hay que hacer|puedo hacer|podemos hacer|debo hacer|do i do|should i do|can i do|do we do|should we do) (?:yo |entonces |ahora )?(?:con|por|with|about) (?:ell[oa]s?$|${THAT})`,
  ),
  new RegExp(
    `\\b(?:a ?quien|con quien|a ?donde|donde|who|where) (?:(?:\\w+) ){0,3}?(?:llam|llev|avis|entreg|dej|call|take|tell)\\w* (?:\\w+ ){0,2}?(?:al? |por |con |to |about )?${THAT}`,
  ),
);
/** `¿Y el niño?`, asked again of the one that was told. */
const AND_IT = new RegExp(`^(?:(?:y|pero|ok|and|but|what about) )+${THAT}(?: (?:que|entonces|then))?$`);
const ALONE = anyOf(
  new RegExp(
    `\\b${CHILD}\\b.*\\b(?:sol[oa]s?|perdid\\w+|abandonad\\w+|llorando|alone|lost|crying|abandoned)\\b`,
  ),
  new RegExp(`\\b(?:lost|abandoned|crying) ${CHILD}\\b`),
);
/** What a doctor, a school or a counter answers. */
const OF_OTHERS =
  /\b(fiebre|vacun\w+|enferm\w+|vomit\w+|diarrea|tos|medic\w+|escuela|colegio|kinder|clases?|maestr\w+|beca|bono|cita|cedula|pasaporte|matricul\w+|cupo|guarderia|fever|sick|vaccin\w+|school|class)\b/;
const MOST_WORDS = 20;

/** What to do with a child that is alone or lost is asked of nobody who sees to parks: who protects them is told at once. */
export const childAsked: Topic = scene => {
  const { burst, catalogue, state, facts, conversation } = scene;
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  if (burst.choice !== null || !isShort || OF_OTHERS.test(plain) || conversation.mode !== 'bot') return null;
  const isAgain = plainClauses(burst.text).some(clause => AND_IT.test(clause));
  // `What do I do about the baby?`, told beside water that does not come, is of the water.
  const isAlone = isFree(scene) || FOUND.test(plain) || toldAlone(scene);
  const asks = (ASKS.test(plain) || isAgain) && isAlone && !(isAgain && isFree(scene));
  const category = asks ? catalogue.emergencies.get(OF_CHILD) : undefined;
  if (!category) return null;
  const told =
    state.draft === null ? [] : toldBesideQuestion(scene).filter(part => ALONE.test(plainWords(part)));
  return {
    state: { ...state, danger: category.id, lost: 0, later: [...state.later, ...told] },
    replies: [numbersReply(scene, category, 'emergency.with_child')],
    set: { review: true, reason: 'danger', since: facts.now },
  };
};

const OF_CHILD = 'menor';

const FOUND =
  /\b(?:sol[oa]s?|perdid\w+|abandonad\w+|no es mi[oa]|no se de quien|encontr\w+|en la calle|alone|lost|found|not mine)\b/;

function isFree({ state, facts }: Scene): boolean {
  return state.draft === null && facts.cases.length === 0;
}

function toldAlone(scene: Scene): boolean {
  const { state, facts } = scene;
  const filed = facts.cases.filter(c => isJustFiled(scene, c));
  const told = [...(state.draft?.description ?? []), ...filed.flatMap(c => c.description), ...state.later];
  return told.some(line => ALONE.test(plainWords(line)));
}
