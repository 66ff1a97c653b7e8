import { isOpen } from '../../cases/lifecycle.ts';
import { replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { added, bodyOf, capital } from './case-steps.ts';
import { isJustFiled } from './just-filed-case.ts';

const LED = '(?:(?:ok|okay|bueno|no|ya|ah|gracias|listo|dale|y|pero|entonces|yo|mejor|well|thanks) )*';
const WHEN =
  '(?:otro dia|otro rato|otra vez|despues|luego|mas tarde|mas luego|mañana|ahorita|en (?:un )?rato|en un momento|al rato|pronto|later|tomorrow|another day|some other time)';
const TELLS =
  '(?:(?:le|les|te|yo|lo|la|se|se lo|i|ll|will|you) )*(?:cuento|digo|dire|escribo|hablo|aviso|sigo|explico|contare|escribire|contesto|mando (?:mas|lo demas|el resto)|tell|write)';
/** `Otro día le cuento`, `después le digo`: nothing is told yet. */
const LATER = anyOf(
  new RegExp(
    `^${LED}${WHEN} ${TELLS}(?: (?:mas|bien|todo|el resto|lo demas|gracias|you|more|la historia|con calma|eso))*$`,
  ),
  new RegExp(
    `^${LED}${TELLS}(?: (?:mas|bien|todo|el resto|lo demas|you|more|eso))* ${WHEN}(?: (?:gracias|mas|con calma))*$`,
  ),
);
/** `Es urgente`, `apúrense`, `que sea rápido por favor`. */
const URGENT =
  /^(?:(?:y|pero|por favor|porfa|es que|esto|eso|mire|oiga|ok|and|but|please|it|s|this|is|it is) )*(?:(?:es|sigue siendo|esta|muy|bien|super|demasiado|algo|un|caso|asunto|very|really|so|an?) )*(?:urgente|urgentisimo|de urgencia|una urgencia|urge|me urge|nos urge|prioridad|urgent)(?: (?:por favor|porfa|gracias|ya|hoy|esto|eso|mucho|este caso|mi caso|de verdad|please))*$/;

/** Who means to tell something another time has told nothing: nothing is added, and it is said that it can be written here. */
export const leftForLater: Topic = scene => {
  const { burst, facts, state } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const c = isFree ? facts.cases.find(filed => isJustFiled(scene, filed)) : undefined;
  if (c === undefined || !LATER.test(plainWords(burst.text))) return null;
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(say(scene, 'follow.whenever', { number: c.number }), { caseNumber: c.number })],
  };
};

/** That it is urgent is kept with the case, and said; how soon is for the body to decide. */
export const pressing: Topic = scene => {
  const { burst, facts, state } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  const open = isFree ? facts.cases.filter(isOpen) : [];
  const [c, other] = open;
  const meant = other === undefined ? c : open.find(filed => isJustFiled(scene, filed));
  if (meant === undefined || meant.holder === null || !URGENT.test(plainWords(burst.text))) return null;
  const words = say(scene, 'follow.urgent', { number: meant.number, agency: capital(bodyOf(scene, meant)) });
  return added(scene, meant, words);
};
