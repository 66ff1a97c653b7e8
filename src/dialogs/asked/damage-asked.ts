import type { Holder } from '../../cases/case.ts';
import { isOpen, isProposal } from '../../cases/lifecycle.ts';
import type { Sentence } from '../../texts.ts';
import { answeredWith } from '../filed/case-answers.ts';
import { capital } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { bodyOfAppeal } from '../intake/appeal.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { holderNamed } from '../intake/supplier.ts';
import { lines, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { agreesBeside } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';

const GOODS =
  '(?:refri\\w*|neveras?|congelador\\w*|tele(?:visor\\w*|s)?|tv|computador\\w*|laptop|lavadoras?|aires?(?: acondicionados?)?|abanicos?|microondas|estufa|router|electrodomestic\\w*|aparatos?|equipos?|carros?|autos?|motos?|llantas?|aros?|rin|rines|parabrisas|muebles?|techo|comida|carne|mercancia|fridge|freezer|washing machine|washer|car|tires?|tyres?|rims?|appliances?|food)';
const HARM =
  '(?:dañ\\w*|quem\\w*|romp\\w*|rot[oa]s?|malogr\\w*|fundi\\w*|revent\\w*|perdi\\w*|pudri\\w*|damage\\w*|burn\\w*|broke\\w*|ruin\\w*|spoil\\w*)';
/** `Se me dañó la refri`, `me rompió el aro`. */
const DAMAGED = new RegExp(`\\b${HARM}\\b(?: \\w+){0,4} ${GOODS}\\b|\\b${GOODS}\\b(?: \\w+){0,4} ${HARM}\\b`);
const THAT = `(?:eso|esto|lo|los|la|las|el daño|los daños|el arreglo|la reparacion|it|that|the damage|for (?:it|that|the damage))`;
/** `¿Me pagan eso?`, `¿quién me repone la nevera?`, `¿cómo reclamo el daño?` */
const PAYS = anyOf(
  /\b(?:me|nos|quien|alguien|ustedes|ellos) (?:(?:me|nos|lo|la|los|las|van?|puede|pueden|a|tienen? que) )*(?:pag(?:a|an|ar|ara|aran)|repon(?:e|en|er|dran)|cubr(?:e|en|ir)|reconoc(?:e|en|er)|indemniz\w+|respond(?:e|en|er) por)\b/,
  new RegExp(`\\b(?:reclam(?:o|ar|arl[oa]s?)|cobr(?:o|ar|arles))\\b(?: \\w+){0,4} (?:${GOODS}|${THAT})\\b`),
  /\b(?:who|will (?:they|you|anybody)|do they|can i)(?: \w+){0,2} (?:pay|cover|claim|replace|compensate)\b/,
);
/** `¿Tengo que guardar la factura?`, `¿boto la carne?` */
const KEEPS =
  /\b(?:guard(?:o|ar|arl[oa]s?)|conserv(?:o|ar)|bot(?:o|ar|arl[oa]s?)|(?:tom|sac)(?:o|ar)(?:le)? (?:una |la )?fotos?|necesito (?:la|una|alguna) (?:factura|cotizacion|prueba)|piden? (?:la |una )?(?:factura|cotizacion|prueba)s?|keep|throw (?:away|out))\b/;
/** `¿Y por la refri qué puedo hacer?` */
const WHAT_NOW = new RegExp(
  `\\b(?:por|con|de|about|for) (?:el|la|lo|los|las|mi|mis|my|the) (?:daño |daños )?(?:de |del |de la )?(?:mi )?${GOODS}\\b(?: \\w+){0,4} (?:que|q|como|a donde|what|how) (?:puedo|hago|hacemos|debo|se hace|reclamo|can i|do i)\\b|\\b(?:que|q|como|what|how) (?:puedo|hago|debo|se hace|can i|do i)\\b(?: \\w+){0,3} (?:por|con|about|for) (?:el|la|lo|los|las|mi|mis|my|the) ${GOODS}\\b`,
);
/** Of pay and of bills it is something else. */
const OF_PAY =
  /\b(?:salario|sueldo|quincena|decimo|vacaciones|pension|jubilacion|beca|bono|subsidio|prestaciones|recibo|wages?|salary)\b/;
const MOST_WORDS = 24;

/** Is it told that something of theirs was damaged? */
export function tellsDamage(text: string): boolean {
  return DAMAGED.test(plainWords(text));
}

/** Is it asked of something of theirs that was damaged, as the words or what they told before say: who pays, whether to keep it, what to do? */
function asksOfDamage(text: string, told: readonly string[]): 'pays' | 'keeps' | null {
  const plain = plainWords(text);
  const isAsked = text.includes('?') || beginsAsQuestion(text);
  if (!isAsked || OF_PAY.test(plain) || plain.split(' ').length > MOST_WORDS) return null;
  const isTold = [text, ...told].some(tellsDamage);
  if (!isTold) return null;
  if (KEEPS.test(plain)) return 'keeps';
  return PAYS.test(plain) || WHAT_NOW.test(plain) ? 'pays' : null;
}

/** What the desk knows to who asks of damage of theirs: what to keep, and who decides; null: that is not asked. */
export function damageWords(
  scene: Scene,
  { holder, description }: { holder: Holder | null; description: readonly string[] },
): Sentence | null {
  const asked = asksOfDamage(scene.burst.text, description);
  if (asked === null || holder === null) return null;
  const agency = capital(holderNamed(scene, holder, [...description]));
  const appeal = bodyOfAppeal(scene, holder.agencyId);
  const who =
    appeal === null
      ? say(scene, 'damage.who', { agency })
      : say(scene, 'damage.who_appeal', { agency, appeal: appeal.acronym });
  const keep = say(scene, 'damage.keep');
  return asked === 'keeps' ? lines(keep, who) : lines(who, keep);
}

/** Who asks what becomes of what was damaged is told what is known, whoever has to decide it; that they ask goes with it. */
export const damageAsked: Topic = scene => {
  const { state, burst } = scene;
  const { draft } = state;
  if (burst.choice !== null || agreesBeside(burst.text)) return null;
  if (draft !== null) {
    const holder = draft.summarised ? (holderOfDraft(scene, draft)?.holder ?? null) : null;
    const words = damageWords(scene, { holder, description: draft.description });
    return words && { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
  }
  const c = caseMeant(scene);
  if (c === null || !isOpen(c) || isProposal(c.kind)) return null;
  const words = damageWords(scene, c);
  return words && answeredWith(scene, c, words);
};
