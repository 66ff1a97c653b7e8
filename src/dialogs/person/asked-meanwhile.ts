import type { Sentence } from '../../texts.ts';
import { categoryTold } from '../danger/after-danger.ts';
import { lines, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { onlyThanks } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { officeHours, whenAnswered } from './when-answered.ts';

/** `Nadie me contesta`, `llevo rato esperando`. */
const NOBODY = anyOf(
  /\b(nadie|ninguno|ninguna persona) (me |nos )?(ha |han )?(contest|respond|escrib|escrit|atiend|atend|aparec|habl|dice)\w*/,
  /\b(llevo|tengo|hace) (ya |como |mas de |casi )*(\w+ ){0,2}(rato|horas?|minutos?|esperando)\b|\b(sigo|todavia|aun|aqui|rato|mucho) (ando |estoy |sigo )?esperando\b/,
  /\b(nobody|no one) (is |has |have |ever )*(answer|writ|repl|respond)\w*|\b(still|been) waiting\b/,
);
/** `¿Y si no llega hoy?` */
const IF_NOT =
  /\b(?:y si|si|what if|if) (?:\w+ ){0,4}?(?:no|nadie|nunca|nobody|no one|does not|doesn t|don t|never) (?:\w+ ){0,3}?(?:lleg|vien|ven|escrib|contest|respond|aparec|atiend|alcanz|puede|llam|writ|com|answer|repl)\w*/;
const VERBS =
  '(?:escrib|contest|respond|atiend|atend|demor|tard|falt|esper|trabaj|answer|repl|writ|tak|wait)\\w*';
const ONE =
  '(?:persona|alguien|operador\\w*|humano|agente|funcionari\\w+|person|someone|somebody|anybody|agent)';
/** `¿Cuánto se demora la persona?`, `a qué hora me contestan`, `¿hasta qué hora atienden?`, `¿me escriben hoy?` */
const WHEN = anyOf(
  new RegExp(
    `\\b(?:a que hora|que horario|hasta que hora|como a que hora|cuando|cuant[oa]s?|how long|how soon|when|what time)\\b.*\\b(?:${VERBS}|${ONE})\\b`,
  ),
  new RegExp(
    `\\b(?:${VERBS}|${ONE})\\b.*\\b(?:(?:a|hasta) que hora|cuando|cuanto|hoy|mañana|ahorita|ya mismo|pronto|mucho|today|tomorrow|soon)\\b`,
  ),
  /^(?:(?:y|pero|ok|bueno|como|mas o menos|and|so) )*(?:a que hora|cuando|cuanto(?: tiempo)?|how long|when)$/,
);
/** Without its sign: `y la persona cuándo me escribe`. */
const OUTRIGHT = new RegExp(`\\b(?:a|hasta) que hora\\b|\\b${ONE} (?:\\w+ ){0,3}(?:cuando|cuanto)\\b`);
/** `Ok, espero`. */
const WAITS =
  /^(?:(?:ok|okay|okey|bueno|ya|listo|dale|ta|esta|bien|vale|entonces|pues|si|gracias|aqui|yo|la|lo|los|entiendo|no importa|sure|fine|all right|alright|i|ill|ll|will|can) )*(?:espero|esperare|esperando|esperar|(?:voy a|puedo) esperar|wait|waiting)(?: (?:pues|entonces|aqui|gracias|la|a|persona|por|favor|su|respuesta|ok|here|then|thanks|mi|turno|lo|que|sea|necesario))*$/;
/** `¿Siguen ahí?`, `¿y cuándo me atienden?` */
const THERE =
  /\b(hola|alo|aqui|ahi|cuando|cuanto|demora\w*|tard\w+|alguien|persona|a que hora|escrib\w+|contest\w+|respond\w+|atiend\w+|hoy|mañana|lunes|hello|when|how long|anybody|somebody|today)\b/;

/** `¿Hay alguien?`, `hola`, and nothing else. */
const CALLS_OUT =
  /^(?:(?:hola|alo|buenas|buenos dias|buenas tardes|buenas noches|oiga|disculpe|hello|hi|y|pero) ?)+(?:(?:hay|esta|estan|sigue|siguen) (?:alguien|alguna persona|ahi|aqui)(?: (?:ahi|aqui|alli))?)?$|^(?:(?:y|pero|oiga|ok|entonces|donde|esta|que|paso|con|and|where|is|so) )+(?:el|la|un|una|ese|esa|mi|the|a|my) (?:persona|jef[ea]|encargad[oa]|gerente|supervisora?|operadora?|person|manager|boss|supervisor)(?: (?:que|pedi|pues|para cuando|me dijo|i|asked|for))*$|^(?:hay|esta|estan|sigue|siguen) (?:alguien|alguna persona|ahi)(?: (?:ahi|aqui|alli|atendiendo|en linea))?$|^(?:anybody|anyone|somebody) there$/;
/** `Cuál es el horario`. */
const HOURS =
  /^(?:(?:y|ok|cual|que|es|el|su|tienen|deme|hay|de|atencion|atienden|what|are|your|the) )*(?:horario|hours)(?: (?:de|atencion|es|tienen|atienden|la|persona|ustedes|por favor))*$/;
/** `¿Me pueden llamar?` */
const CALL_ME =
  /^(?:(?:y|o|pero|mejor|por favor|prefiero que|quiero que|can|could|please) )*(?:(?:me|nos) (?:puede|pueden|podria|podrian|va a|van a)? ?(?:llam\w+)|(?:puede|pueden|podria|podrian|van a) (?:llamarme|llamarnos|llamar)|llamenme|llameme|(?:you |they )?call me)(?: (?:por telefono|al telefono|ustedes|mejor|por favor|porfa|hoy|please))*$/;

/** What who waits for a person says of that. */
export type OfWaiting = 'nobody' | 'if_not' | 'when' | 'waits' | 'there' | 'call' | 'thanks';

/** More words, or a matter, tell more than that they wait. */
const MOST_WORDS = 20;
const TOLD = 0.5;

/** Is it said or asked of the person they wait for, and of nothing else? Null: no. */
export function ofWaiting({ burst, facts, conversation }: Scene): OfWaiting | null {
  const { text } = burst;
  const plain = plainWords(text);
  if (burst.files.length > 0 || plain.split(' ').length > MOST_WORDS) return null;
  if (WAITS.test(plain)) return 'waits';
  // Who is in need is never left with so little.
  const light = conversation.reason === 'distress' ? null : saidLightly(text);
  if (light) return light;
  const isMatter = (facts.reading.services[0]?.p ?? 0) >= TOLD && facts.reading.places.length > 0;
  if (isMatter) return null;
  if (IF_NOT.test(plain)) return 'if_not';
  const asks = text.includes('?') || beginsAsQuestion(text) || OUTRIGHT.test(plain);
  if (asks && WHEN.test(plain)) return 'when';
  if (NOBODY.test(plain)) return 'nobody';
  // `Persona`, once more: they are not left without a word.
  if (facts.reading.flags.includes('wants_person')) return 'there';
  return asks && THERE.test(plain) ? 'there' : null;
}

function saidLightly(text: string): OfWaiting | null {
  const plain = plainWords(text);
  if (onlyThanks(text)) return 'thanks';
  if (CALL_ME.test(plain)) return 'call';
  if (HOURS.test(plain)) return 'when';
  return CALLS_OUT.test(plain) ? 'there' : null;
}

/**
 * What the desk knows to who waits for a person and asks after them: whether one is on duty, until when, and that no hour can be
 * promised.
 */
export function answerOfWaiting(scene: Scene, of: OfWaiting): Sentence {
  if (of === 'waits') return say(scene, 'person.waits');
  if (of === 'thanks') return say(scene, lastOf(scene) ?? 'person.thanks');
  if (of === 'call') return lines(say(scene, 'person.calls'), say(scene, lastLine(scene)));
  const open = whenAnswered(scene);
  const back = say(scene, lastLine(scene));
  const hours = officeHours(scene);
  if (of === 'there') return lines(open, back);
  if (of === 'if_not')
    return lines(
      hours ? say(scene, 'person.if_not_today', hours) : lines(open, say(scene, 'person.kept')),
      back,
    );
  const lead = of === 'nobody' ? say(scene, 'person.nobody_yet') : null;
  const hour = hours ? say(scene, 'person.no_hour', hours) : say(scene, 'person.no_hour_closed');
  return lines(lead, open, hour, back);
}

/** Who told of a danger, or of dying, is not only told when a person writes. */
function lastLine(scene: Scene): 'person.danger_noted' | 'person.distress_noted' | 'person.back' {
  return lastOf(scene) ?? 'person.back';
}

function lastOf(scene: Scene): 'person.danger_noted' | 'person.distress_noted' | null {
  if (scene.conversation.reason === 'danger') return 'person.danger_noted';
  return spokeOfDying(scene) ? 'person.distress_noted' : null;
}

/** Did who waits speak of dying, and not only of need? */
export function spokeOfDying(scene: Scene): boolean {
  return scene.state.danger !== null && categoryTold(scene)?.distress === true;
}
