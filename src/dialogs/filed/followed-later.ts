import { isOpen } from '../../cases/lifecycle.ts';
import { actIn, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { likelyProcedures, SURE } from '../asked/information.ts';
import { type Move, type Scene, say, type Topic } from '../scene.ts';
import { asksIfTold } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { bodyOf, capital } from './case-steps.ts';
import { BY_WHEN } from './due-words.ts';
import { told } from './status.ts';
import { mayBeUnjoined } from './unjoined-by-act.ts';

const LEAD =
  /^((ok|okay|bueno|listo|perfecto|muchas|gracias|thanks|thank you|y|e|and|so|pero|but|then|ahora|entonces|oiga|hola|disculpe) )+/;
const LATER = '(?: (?:despues|luego|mas tarde|ahora|mañana|later|afterwards?|then|now|tomorrow|please))*$';
const CASE = '(?:caso|reporte|denuncia|queja|case|report|complaint)';
/** `¿Y cómo la sigo?`, `how do I check it later?` */
const FOLLOWS = [
  new RegExp(
    `^(?:como|donde) (?:(?:puedo|hago para|se puede) )?(?:(?:la|lo|le) (?:sigo|reviso|consulto|veo|busco|doy seguimiento)|(?:ver|revisar|consultar|seguir|buscar)(?:la|lo)|(?:sigo|reviso|doy seguimiento a) (?:esto|eso)|(?:sigo|reviso|consulto|veo|ver|revisar|consultar|doy seguimiento a) (?:(?:el|mi|ese|la|al) ${CASE}|(?:como va|que paso|en que va|si hay respuesta)))${LATER}`,
  ),
  new RegExp(
    `^(?:how|where) (?:do|can|could|will|would|should) i (?:check|see|follow|track|look up|find|view)(?: up)?(?: on)?(?: (?:it|this|that|(?:my|the) (?:${CASE}|status|answer)|the status of (?:it|my ${CASE})|how it (?:is going|goes)))?(?: up)?${LATER}`,
  ),
];
/** `¿Y quién me llama?`, `will somebody call me?` */
const WHO_CALLS = [
  /^quien(es)? (es (el|la) que )?(me|nos) (va a |van a |va |viene a )?(llam|contact|escrib|avis)\w*( (a mi|ahora|despues|luego|cuando))*$/,
  /^who (will|is going to|s going to|would|does|is) (call|calls|calling|contact|contacts|phone|write|text|reach)\w*( to)? ?(me|us)?( back)?$/,
  /^(will|is|are|does|do) (somebody|someone|anybody|anyone|they|you|a person|he|she) (going to )?(call|phone|contact|ring)( me| us)?( back)?( (later|today|tomorrow))?$/,
];

const NUMBERED = /\d{3}/;
/** More words tell something besides. */
const MOST_WORDS = 12;

/**
 * How a case is followed, and who calls about it. Of one without a name nothing is known here: the page is told again, which shows it
 * to who has its number and PIN.
 */
export const followedLater: Topic = scene => {
  const { burst, facts, state } = scene;
  const all = plainWords(burst.text);
  const isFree = burst.choice === null && burst.files.length === 0 && state.draft === null;
  // Who writes a number means the case it belongs to.
  if (!isFree || all.split(' ').length > MOST_WORDS || NUMBERED.test(all)) return null;
  const plain = all.replace(LEAD, '');
  const calls = WHO_CALLS.some(pattern => pattern.test(plain));
  const follows = FOLLOWS.some(pattern => pattern.test(plain));
  const c = facts.cases.find(isOpen) ?? facts.cases[0];
  if (c === undefined) return calls || follows || asksOfSent(scene, plain) ? onPage(scene) : null;
  if (calls && isOpen(c))
    return told(
      scene,
      say(scene, 'follow.who_calls', { number: c.number, agency: capital(bodyOf(scene, c)) }),
      c.number,
    );
  return follows ? told(scene, say(scene, 'follow.told_here', { number: c.number }), c.number) : null;
};

function onPage(scene: Scene): Move {
  return told(scene, say(scene, 'pin.page_only', { url: `${scene.publicUrl}/caso` }));
}

/** From here on a matter is told. */
const TOLD = 0.6;

/** Is something asked that is only asked of what was sent, in a talk where it may have been: `¿cuándo vienen?` */
function asksOfSent(scene: Scene, plain: string): boolean {
  const { facts } = scene;
  if (!mayBeUnjoined(scene) || facts.reading.places.length > 0) return false;
  const { procedures, p } = likelyProcedures(scene);
  const isKnown = procedures.length > 0 && p >= SURE;
  if (isKnown || (facts.reading.services[0]?.p ?? 0) >= TOLD) return false;
  const act = actIn(scene, SURE_ACT);
  const isFollowed = act === 'follows' && questionIn(scene, SURE_QUESTION) === 'follow';
  return BY_WHEN.test(plain) || asksIfTold(plain) || isFollowed;
}
