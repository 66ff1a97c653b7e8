import { say, type Topic } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { MOST_OF_LIST, nearestOrAll, told } from './status.ts';

const UNKNOWN_PIN =
  /\bpin (?:yo )?no se (?:que|lo que) es\b|\bno se (?:que|lo que) es (?:eso del? |el |ese )*pin\b|\b(?:don t|do not) know what (?:the|a|my) pin is\b/;
const WHAT_PIN =
  /^(que|cual|what) pin$|\bno entiendo (eso del?|lo del|el) pin\b|^(y |oiga |disculpe |perdon )*((que|cual|what) (es|s|significa|is) (el |un |eso del? |my |a |the )?pin|para que (es|sirve|quiero) (el |ese )?pin|(donde|como) (veo|uso|pongo|encuentro) (el |mi )?pin|what (is|s) (the |a |my )?pin( for)?)\b/;
const LOST_PIN =
  /\b(perdi|olvide|extravie|bote|borre|no me (salio|aparecio|llego|dio|dieron)|no (recuerdo|encuentro|tengo|se|me se|me acuerdo de(l)?)|se me (perdio|olvido|borro)|lost|forgot|do not have|don t have)\b.{0,40}\bpin\b|\bpin\b.{0,20}\bno (?:(?:lo|me lo|se si lo|creo que|voy a|vaya a|podre|puedo|poder) )*(?:record\w+|acord\w+|memoriz\w+|aprend\w+)/;
const NO_NUMBER =
  /\b(no (tengo|recuerdo|se|me dieron|encuentro)|perdi|olvide|no me acuerdo de(l)?)( cual es)? (el |mi |ningun |un )?numero(?<of> del? (mi |la |el )?(caso|queja|denuncia|reporte|tramite))?$/;

const ELSEWHERE =
  /^(?:(?:no|es que|yo|nosotros|pero|y|si|i|we|but|yes) )*(?:(?:lo|la) (?:puse|pusimos|hice|hicimos|presente|reporte|llame|denuncie)|llame|(?:made|filed|reported) it) (?:por|en|desde|a|al|by|on|at|over) (?:(?:el|la|los|una|the|mi) )*(?:telefono|llamada|311|oficina|persona|whatsapp|correo|app|aplicacion|pagina|facebook|phone|call|office|person|email|web)(?: (?:la semana pasada|ayer|hace [\wñ]+ [\wñ]+|el mes pasado|last week|yesterday))?$/;

/** What the PIN is for, and what to do without it or the number, in any state. */
export const aboutPin: Topic = scene => {
  const { burst, facts } = scene;
  const plain = plainWords(burst.text);
  const page = { url: `${scene.publicUrl}/caso` };
  // `Tengo el número, pero el pin no sé qué es. Fue hace dos meses, por …`: of a case that is not here.
  if (burst.choice === null && facts.cases.length === 0 && UNKNOWN_PIN.test(plain))
    return told(scene, say(scene, 'pin.what_elsewhere', page));
  if (burst.choice !== null || plain.split(' ').length > MOST_ABOUT) return null;
  if (WHAT_PIN.test(plain)) return told(scene, say(scene, 'pin.what', page));
  // `No tengo el número del caso, lo perdí. ¿Cómo hago?`: of a case they have here none is needed.
  const isOfCase = plainClauses(burst.text).some(part => NO_NUMBER.exec(part)?.groups?.['of']);
  const isNumber = isOfCase || (NO_NUMBER.test(plain) && plain.split(' ').length <= MOST_OF_LIST);
  const lacksNumber = isNumber && scene.state.draft === null;
  if (lacksNumber && isOfCase && facts.cases.length > 0) return nearestOrAll(scene);
  // `Lo puse por teléfono`, of a case that is not here.
  const isElsewhere = ELSEWHERE.test(plain) || NUMBER_GONE.test(plain);
  if (OF_OTHER.test(plain) && scene.state.draft === null) return told(scene, say(scene, 'pin.elsewhere'));
  if (isElsewhere && facts.cases.length === 0 && scene.state.draft === null)
    return told(scene, say(scene, 'pin.elsewhere'));
  if (!LOST_PIN.test(plain) && !(lacksNumber && facts.cases.length === 0)) return null;
  return told(scene, say(scene, facts.cases.length > 0 ? 'pin.not_needed' : 'pin.lost', page));
};

/** `Me dieron un número, pero no lo encuentro`. */
const NUMBER_GONE =
  /\b(?:me (?:dieron|habian dado|pasaron)|tenia|tuve|they gave me|i had) (?:un|el|a|the) (?:numero|number|papel(?:ito)?)(?: de (?:caso|reporte|queja))?\b.*\b(?:no (?:lo|me) (?:encuentro|tengo|recuerdo|acuerdo|hallo)|(?:lo|se me) (?:perdi|bote|perdio|borro)|lost it|can t find it|cannot find it)\b/;
/** `Mi mamá perdió su número de caso`: of one that is not theirs. */
const OF_OTHER =
  /\b(?:mi|la|el|un|una|my) [\wñ]+ (?:se le )?(?:perdio|boto|olvido|extravio|no (?:tiene|encuentra|recuerda)|lost|forgot) (?:(?:su|el|her|his|the) )?(?:papel(?:ito)? (?:del?|con el) )?(?:numero|number)(?: (?:del?|of) (?:su |la |el |her |his |the )?(?:caso|queja|denuncia|reporte|case|report))\b/;
const MOST_ABOUT = 14;
