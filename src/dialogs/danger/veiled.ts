import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import { SURE_DANGER } from '../../nlu/danger.ts';
import type { Scene } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';

/** Who is told of by who sees or hears it, and who speaks of their own house. */
const OTHERS =
  /\b(vecin[oa]s?|profe|profesora?|maestr[oa]|una? (señora?|hombre|mujer|tipo|man|maestr[oa])|neighbou?rs?|teacher)\b/;
const OWN =
  /\b(me|nos|conmigo|yo|soy|mi (hij|niñ|bebe|ex|espos|marid|pap|mam|parej|novi|herman|padrastr|sobrin|niet|amig)\w*|i|us)\b/;

/** `El vecino le pega a su hijo`: told by who sees or hears it, and is spoken to as such. */
export function tellsOfOthers(line: string): boolean {
  const plain = plainWords(line);
  return OTHERS.test(plain) && !OWN.test(plain);
}

/** `Tengo`, `estoy`, `duermo`: told of oneself without a word for it. */
const FIRST_PERSON = /\b(me|nos|mi|mis|yo|conmigo|tengo|estoy|escribo|voy|salgo|soy|my|i|us)\b/;

/**
 * Is it told by who suffers it, and only in what may become a danger: fear at home, hiding, `él no sabe que escribo`? It is no
 * matter to ask the place of; the numbers are given gently, and a report is only offered.
 */
export function isVeiled(scene: Scene, category: EmergencyCategory): boolean {
  const { facts, burst } = scene;
  if (asksOther(burst.text) || tellsOther(scene)) return false;
  const { emergency, intent } = facts.reading;
  const isFaint = emergency !== null && emergency.p < SURE_DANGER && intent !== 'emergency';
  const isHeard = emergency?.guessed !== true && category.veiled === true;
  return isHeard && isFaint && !tellsOfOthers(burst.text) && FIRST_PERSON.test(plainWords(burst.text));
}

/** From here on another body's matter is told, and taken down as such: `un policía me golpeó`. */
const TOLD = 0.5;

function tellsOther({ facts, catalogue }: Scene): boolean {
  const [best] = facts.reading.services;
  const ofPersons = [...catalogue.emergencies.values()].filter(({ personal }) => personal);
  return best !== undefined && best.p >= TOLD && !ofPersons.some(({ report }) => report === best.id);
}

/** What to do, or where to go: of the same. */
const ASKS_HELP =
  /\b(que|q) (hago|puedo hacer|debo hacer)\b|\b(a ?donde|donde) (voy|puedo|me)\b|\bcomo (me|hago|lo|salgo|pido)\b|\b(me|nos) (puede|pueden|podria) ayudar\b|\bquien (me )?(ayuda|puede)\b/;

/** `¿Este chat queda grabado? Mi esposo revisa el teléfono`: answered on that, with the numbers. */
function asksOther(text: string): boolean {
  return text.includes('?') && !ASKS_HELP.test(plainWords(text));
}

/** The words it is first answered with; once the numbers were given for it, the others serve. */
export function veiledWords(scene: Scene, category: EmergencyCategory): TextKey | null {
  const isAgain = isAfterDanger(scene) && categoryTold(scene)?.id === category.id;
  return isVeiled(scene, category) && !isAgain ? `emergency.veiled.${category.id}` : null;
}
