import { isAfterDanger } from './after-danger.ts';
import { anyOf } from './any-of.ts';
import { askLeave } from './leave.ts';
import { plainWords } from './plain-words.ts';
import { stepOf } from './questions.ts';
import { afterQuestion, replyOf, say, type Topic } from './scene.ts';

const CAME = anyOf(
  /^(gracias |ok |listo |si )*(ya |por fin |que |dicen que )*(viene|vienen|llego|llegaron|esta llegando) (la |el |los |una |un )?(ambulancia|bomberos|policias?|patrulla|unidad)( \w+){0,2}$/,
  /^(gracias |ok |listo |si )*(ya |por fin )+(me |nos |lo |la )?(llego|llegaron|vino|vinieron|vienen|viene|estan|atendieron|atiende)\b.*\b(ambulancia|bomberos|policia|patrulla|911|104|103|sinaproc|aqui|camino)\b/,
  /^(ok |si |listo |gracias |bueno )*(ya )+(llame|los llame|la llame|llamamos|los llamamos|hable)( (al \d+|a los bomberos|a la policia|a la ambulancia|con ellos))*( gracias)?$/,
  /\b(ambulance|police|firemen|fire brigade|help) (is|are|has|have)? ?(here|arrived|came|coming|on (the|its|their) way)\b/,
);
/** More words tell something else besides. */
const MOST_CAME = 10;

/** `Ya llegó la ambulancia`, `ok, ya llamé`, after a danger: no complaint about it; whether what was begun is still wanted is asked. */
export const helpCame: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isIt = isAfterDanger(scene) && CAME.test(plain) && plain.split(' ').length <= MOST_CAME;
  if (!isIt || burst.choice !== null || facts.reading.flags.length > 0) return null;
  const isOffer = state.awaits !== null && stepOf(state.awaits) === 'offer';
  if (isOffer) return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'help_came'))] };
  const move = state.draft === null ? { state } : askLeave(scene);
  return { ...move, replies: [replyOf(say(scene, 'help_came'))] };
};
