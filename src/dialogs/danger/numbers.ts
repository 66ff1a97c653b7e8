import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Reply } from '../../channels/channel.ts';
import type { Sentence } from '../../texts.ts';
import { wishesUnknown } from '../asked/wishes-unknown.ts';
import { lines, replyOf, type Scene, say } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { keepAway, linesOf } from './beside.ts';
import { whereToDenounce } from './to-denounce.ts';

/** The words and numbers of a danger; `key`: other words than those it is first told with. */
export function numbersReply(scene: Scene, category: EmergencyCategory, key = wordsFor(category)): Reply {
  return replyOf(numbersOf(scene, category, key), { class: 'emergency' });
}

function numbersOf(scene: Scene, category: EmergencyCategory, key: TextKey): Sentence {
  const { language } = scene.state;
  const telephones = linesOf(scene, category);
  const list = telephones.map(({ number, name }) => `• ${number} – ${name[language]}`).join('\n');
  const { text, short } = say(scene, key);
  const isCut = CANNOT_CALL.test(plainWords(scene.burst.text));
  const other = isCut ? lines(otherWay(scene, category.distress === true), toErase(scene)) : null;
  const unknown =
    category.personal && wishesUnknown(scene.burst.text) ? say(scene, 'emergency.unknown') : null;
  const after = lines(
    keepAway(scene),
    whereToDenounce(scene, category),
    unknown,
    other,
    say(scene, 'emergency.after'),
  );
  // By the segment, the numbers alone say most: they stand before the words.
  const brief = telephones
    .slice(0, MOST_BRIEF)
    .map(({ number, name }) => `${number} ${shortName(name[language])}`);
  return {
    text: `${text}\n${list}\n${after.text}`,
    short: `${brief.join(', ')}. ${short ?? text} ${after.short ?? after.text}`,
  };
}

const MOST_BRIEF = 4;

/** `Soy sorda`, `no puedo hablar por teléfono`, `me da pena llamar`. */
export const CANNOT_CALL = anyOf(
  /\b(soy|es) (sord[oa]|mud[oa])\b/,
  /\b(no|sin) (puedo|puede|podemos|poder|quiero|me atrevo a) (hablar|llamar)\b/,
  /\bno (oigo|escucho)\b|\b(no (me )?sirve|no funciona) llamar\b/,
  /\bno tengo (saldo|minutos|telefono)\b|\b(pena|verguenza|miedo) (de )?(hablar|llamar)\b/,
  /\bi am deaf\b|\b(can t|cannot|can not) (call|talk|speak|hear)\b/,
);

/** Where nobody can call: somebody near; of dying, the line that is written to. */
export function otherWay(scene: Scene, distress: boolean): Sentence {
  const written = [...scene.catalogue.emergencies.values()]
    .filter(category => category.distress)
    .flatMap(category => category.lines)
    .find(({ name }) => /whatsapp/i.test(name.es));
  return distress && written
    ? say(scene, 'emergency.written_line', { number: written.number })
    : say(scene, 'emergency.cannot_call');
}

/** `¿Esto se puede borrar del teléfono?`, asked by who is watched: how. */
export function toErase(scene: Scene): Sentence | null {
  return ASKS_ERASE.test(plainWords(scene.burst.text)) ? say(scene, 'emergency.erase') : null;
}

const ASKS_ERASE = /\b(borr\w*|elimin\w*|rastro|huella|historial|erase|delete)\b/;

/** A danger in which the citizen is spoken to as the one who suffers has words of its own; the others share theirs. */
export function wordsFor({ id, personal }: EmergencyCategory): TextKey {
  return personal ? `emergency.own.${id}` : 'emergency.any';
}

/** A line's name without what stands in brackets after it. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '');
}
