import { sureService } from '../intake/guess.ts';
import { contentWords } from '../likeness.ts';
import { type Move, retold, type Scene, say, type Topic } from '../scene.ts';
import { BARELY_ASKS, beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { agencyWords, asksForContact } from './agency-words.ts';
import { asksWhichDay } from './field-words.ts';
import {
  answeredAlone,
  likelyProcedures,
  ofAgency,
  ofProcedures,
  SURE,
  tellProcedure,
  told,
} from './information.ts';
import { costsOfSeveral } from './of-several.ts';
import { tellsOther } from './told-beside.ts';

/** As few words go on with a question: `y para un menor?`. */
const MOST_FURTHER = 10;
const FURTHER = /^(ah |ok |bueno |gracias )*(y|e|pero|and|but)\b/;
/** `Y para jubilados`, behind an answer. */
const FOR_SOME = /^(y|e|and) (a mi que|para|por|con|en|si|for|with|in|if)( \w+){1,3}$/;
/** `Tengo 72 años, ¿es igual?` */
const IF_SAME = /\b(es igual|es lo mismo|cambia|aplica|is it the same|does it change)$/;
/** `¿Cuál es su teléfono?`, of the body that was named. */
const THEIRS =
  /^(cual (es|seria) |what is |what s |deme |digame |tienen |y )?(su|sus|el|la|their|de ellos|the)? ?(telefono|numero|whatsapp|pagina|direccion|horario|correo|phone( number)?|number|address|website|hours)( (de ellos|de alla|de ahi|tienen|porfa|por favor|please))*$/;

/** `Ay, quise decir el de la 24 de Diciembre`. */
const MEANT =
  /^(ay |no |perdon |disculpe |ah |sorry )*(quise decir|quiero decir|me refiero a|me referia a|i meant?|i mean)\b/;

/** `Es para mi hija de 5 años`. */
const FOR_WHOM =
  /^(no |ah |es que |pero |perdon |si |oiga )*((es|era|seria|lo quiero|la quiero|it is|it s) )?(para|de|for) (mi|un|una|el|la|my|a)\b/;
/** More words tell a story. */
const MOST_OF_WHOM = 9;

/** For whom it is, told behind what is needed: the procedure of such people. Null: it is the same, or none is sure. */
function forWhom(scene: Scene): Move | null {
  const { informed, procedure, state, burst } = scene;
  const plain = plainWords(burst.text);
  const isIt = FOR_WHOM.test(plain) && plain.split(' ').length <= MOST_OF_WHOM && !tellsOther(burst.text);
  if (informed === null || procedure === null || state.draft !== null || !isIt) return null;
  const joined = retold(scene, [`${informed.replace(/[.?!;\n]+/g, ' ')} ${burst.text}`]);
  return ofProcedures(joined);
}

/** How to reach who knows what was answered just now: `persona no, dime el teléfono nomás`. Null: they do not ask that. */
export function reachedBefore(scene: Scene): Move | null {
  const { state, burst, informed } = scene;
  const plain = plainWords(burst.text);
  const asks = asksForContact(plain) && plain.split(' ').length <= MOST_REACHING;
  if (!asks || informed === null || state.draft !== null || burst.choice !== null) return null;
  const asked = retold(scene, [informed]);
  const { procedures, p } = likelyProcedures(asked);
  const [procedure] = p >= SURE ? procedures : [];
  const body = procedure ? scene.catalogue.agencies.get(procedure.agency) : undefined;
  const words = body ? agencyWords(scene, body, plain) : ofAgency(asked);
  return words ? told(asked, words) : null;
}

const MOST_REACHING = 10;

/** What is asked on of what was answered just now: of another procedure, or of the body that knows. */
export const askedFurther: Topic = scene => {
  const { state, burst, facts } = scene;
  const plain = plainWords(burst.text);
  const reached = reachedBefore(scene);
  if (reached) return reached;
  const ofOthers = forWhom(scene);
  if (ofOthers) return ofOthers;
  const onDay = onWhichDay(scene);
  if (onDay) return onDay;
  if (scene.informed !== null && state.draft === null && MEANT.test(plain))
    return answeredAlone(retold(scene, [`${scene.informed.replace(/[.?!;\n]+/g, ' ')} ${burst.text}`]));
  const goesOn =
    (FURTHER.test(plain) || THEIRS.test(plain) || BARELY_ASKS.test(plain) || IF_SAME.test(plain)) &&
    plain.split(' ').length <= MOST_FURTHER;
  if (scene.informed === null || state.draft !== null || !goesOn || tellsOther(burst.text)) return null;
  const isQuestion = burst.text.includes('?') || beginsAsQuestion(burst.text) || FOR_SOME.test(plain);
  if (sureService(scene, facts.reading.services, null) && !isQuestion) return null;
  const before = likelyProcedures(retold(scene, [scene.informed])).procedures;
  const joined = retold(scene, [`${scene.informed.replace(/[.?!;\n]+/g, ' ')} ${burst.text}`]);
  const { procedures, p } = likelyProcedures(joined);
  const [now, ...others] = procedures;
  const isOther = now && others.length === 0 && p >= SURE && now.id !== before[0]?.id;
  if (isOther) return tellProcedure(joined, now);
  // `Cuánto cuesta`, of what was answered: it stands there, and is told once more.
  if (BARELY_ASKS.test(plain) && now && now.id === before[0]?.id && before.length === 1)
    return tellProcedure(joined, now);
  // Of something else, the body that knew before knows nothing.
  const isSame = now?.id === before[0]?.id && (facts.reading.procedures[0]?.p ?? 0) < LITTLE;
  if (IF_SAME.test(plain)) {
    const known = scene.catalogue.agencies.get(before[0]?.agency ?? '');
    return told(joined, known ? agencyWords(scene, known, plain) : say(scene, 'info.unknown'));
  }
  // `¿Y lo del impuesto?` asks on, and complains of nothing.
  if (isQuestion && sureService(scene, facts.reading.services, null)) return ofOther(scene);
  const asks = isQuestion && (isSame || contentWords(burst.text).length <= 1);
  const bodies = new Set(before.map(({ agency }) => agency));
  const body = asks && bodies.size === 1 ? scene.catalogue.agencies.get(before[0]?.agency ?? '') : undefined;
  if (body === undefined) return null;
  const costs = FOR_SOME.test(plain) ? costsOfSeveral(retold(scene, [scene.informed])) : null;
  return told(joined, costs ?? agencyWords(scene, body, plain));
};

/** Asked of a body that was named just now: it is the one that knows. */
function onWhichDay(scene: Scene): Move | null {
  const { informed, burst, state } = scene;
  if (informed === null || state.draft !== null || !asksWhichDay(plainWords(burst.text))) return null;
  const words = ofAgency(retold(scene, [informed]));
  return words && told(retold(scene, [informed]), words);
}

/** `Ah, ¿y el pasaporte?`: the same question of something else. */
function ofOther(scene: Scene): Move {
  const asked = retold(scene, [
    `qué necesito para ${scene.burst.text.replace(/^.*?(?<!\p{L})[ye]\s+/iu, '')}`,
  ]);
  return ofProcedures(asked) ?? told(scene, ofAgency(scene) ?? say(scene, 'info.unknown'));
}

/** Words that by themselves mean a procedure less than this mean none. */
const LITTLE = 0.15;
