import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import { type Scene, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { plainWords } from '../words/plain-words.ts';
import { numbersReply } from './numbers.ts';

const AGES = '(\\d|1[0-7]|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete)';
/** `Tengo 13 años`; `tengo 12 años de esperar` is no age. */
const SAYS_AGE = new RegExp(
  `\\b(yo )?tengo 1[0-7]$|\\b(yo )?tengo ${AGES} (años|añitos|anos)(?! (de|sin|viviendo|esperando|pagando|pidiendo|trabajando|en|con|aqui|reclamando|luchando|y (medio|pico)))\\b|\\bsoy (un |una )?(menor( de edad)?|niñ[oa]|adolescente|estudiante de (primaria|premedia))\\b|\\bi (am|m) (a (kid|child|minor|teenager)|${AGES}( years old)?$)|\\b${AGES} years old\\b`,
);
/** Their own age, and not of who they write for. */
const OF_OTHERS = /\b(hij[oa]s?|niet[oa]s?|sobrin[oa]s?|alumn[oa]s?|kids|children|son|daughter)\b/;

/** The scene of who has said that they are a minor, now or before. */
export function withMinor(scene: Scene): Scene {
  const { state, burst } = scene;
  const plain = plainWords(burst.text);
  const isSaid = SAYS_AGE.test(plain) && !OF_OTHERS.test(plain);
  return state.minor || !isSaid ? scene : withState(scene, { minor: true });
}

/** Besides their age, nothing but that they want to tell something: `tengo 13 años, ¿puedo contar algo?` */
const BESIDE =
  /\b(hola|buenas|buenos dias|buenas tardes|buenas noches|yo|y|pero|tengo|soy|un|una|menor|niñ[oa]|adolescente|estudiante|primaria|premedia|de|edad|años|añitos|me|le|te|les|puedo|puede|quiero|quisiera|necesito|queria|contar\w*|contart\w*|escribir\w*|escribo|chatear|cuento|decir\w*|hablar|preguntar\w*|pedir|ayuda\w*|algo|una cosa|cosa|con|a|alguien|usted|ustedes|aqui|por|favor|porfa|esto|si|no|se|am|i|m|kid|child|minor|years|old|can|tell|write|you|something|need|help|want|to|talk)\b/g;

/** `¿El 182 me contesta siendo niño?` */
const MAY_CALL =
  /\b(contest\w+|atiend\w+|puedo llamar|dejan llamar|sirve|hacen caso|creen|answer|can i call)\b.*\b(siendo|aunque (sea|soy)|si soy|por ser|if i am|though i am) (un |una |a )?(niñ[oa]|menor|kid|child|minor)\b/;

/**
 * A minor who only begins, or asks whether a child may call, is met kindly and told who helps at once; nothing is demanded
 * of them.
 */
export const minorBegins: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  const isMinor = MAY_CALL.test(plain) || isBeginning(scene, plain);
  const category = isMinor ? ofMinors(scene) : undefined;
  if (!category || scene.burst.choice !== null) return null;
  const { state } = withState(scene, { minor: true, lost: 0 });
  return { state, replies: [numbersReply(scene, category, 'minor_begins')], quiet: true };
};

/** The words for a minor who tells what is done to them; null: it is no minor, or no danger of theirs. */
export function minorWords(scene: Scene, { id }: EmergencyCategory): TextKey | null {
  return scene.state.minor && ofMinors(scene)?.id === id ? 'emergency.of_minor' : null;
}

function isBeginning({ state, burst }: Scene, plain: string): boolean {
  const isAlone = state.draft === null && state.awaits === null && burst.files.length === 0;
  if (!isAlone || !SAYS_AGE.test(plain) || OF_OTHERS.test(plain)) return false;
  const rest = plain.replace(BESIDE, ' ').replace(new RegExp(`\\b${AGES}\\b`, 'g'), ' ');
  return rest.trim() === '';
}

/** The danger that is given to minors in place of others. */
function ofMinors({ catalogue: { emergencies } }: Scene): EmergencyCategory | undefined {
  const [id] = [...emergencies.values()].flatMap(({ minor }) => minor ?? []);
  return id === undefined ? undefined : emergencies.get(id);
}
