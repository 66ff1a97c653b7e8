import type { Act } from '../../catalogue/act.ts';
import { actIn, SURE_ACT } from '../acts.ts';
import { saysWhere } from '../intake/place/told-where.ts';
import { retold, type Scene } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { onlyThanks } from '../words/consent.ts';

/** Blessings are thanks, whatever else so few words sound like. */
export function asThanks(scene: Scene): Scene {
  const { facts, burst } = scene;
  if (burst.choice !== null || facts.reading.emergency !== null || !onlyThanks(burst.text)) return scene;
  return { ...scene, facts: { ...facts, reading: { ...facts.reading, intent: 'thanks' } } };
}

/** `Ya llamé, gracias. ¿Dónde hay ayuda para las deudas?` asks, whatever it sounds like. */
export function besideThanks(scene: Scene): Scene {
  const { facts, burst, state } = scene;
  if (facts.reading.intent !== 'thanks' || burst.choice !== null || state.draft !== null) return scene;
  const rest = burst.text.replace(THANKS, '');
  const isTold = rest !== burst.text && rest.split(/\s+/).length >= LEAST_TOLD && !onlyThanks(rest);
  if (isTold && (facts.read(rest).services[0]?.p ?? 0) >= TOLD) return retold(scene, [rest]);
  // `Gracias, ¿y me avisan?`
  if (rest !== burst.text && rest.includes('?') && rest.trim().includes(' ')) return retold(scene, [rest]);
  const parts = sentences(burst.text);
  const asked = parts.filter(part => part.includes('?') || beginsAsQuestion(part));
  if (asked.length === 0 || asked.length === parts.length) return scene;
  // `¿Cuál peligro? Solo quiero que recojan los perros. Gracias` tells too.
  const isMore = (part: string): boolean =>
    part.split(/\s+/).length >= LEAST_TOLD && !THANKED.test(part) && !onlyThanks(part);
  return retold(scene, [parts.filter(part => asked.includes(part) || isMore(part)).join(' ')]);
}

const THANKED = /gracias|thank/iu;

/** Fewer words tell nothing beside thanks: `gracias igual`. */
const LEAST_TOLD = 4;
const TOLD = 0.3;
/** Before what is told: `gracias, también hay una fuga en la calle`. */
const THANKS =
  /^\s*(?:(?:ok|bueno|ah|listo)[\s,]+)*(?:muchas |mil |much[ií]simas )?(?:gracias|thanks|thank you)(?: (?:igual|por todo|se[nñ]or\p{L}*|joven|very much))?(?:\s*[,.!]+\s*|\s+(?=(?:pero|y|tambi[eé]n|but|and|also)\s))(?=\p{L})/iu;

/** Thanks between other words: `ya lo llevaron, gracias. Es por la calle principal`. */
const THANKS_AMONG =
  /[\s,.;!]*(?<!\p{L})(?:muchas |mil |much[ií]simas |many )?(?:gracias|thanks|thank you)(?: (?:a dios|a usted|por todo|por preguntar|so much|very much|god))?(?!\p{L})[\s,.;!]*/giu;

/** What is told at a question or a summary beside thanks, where it says where it is or puts something right; null: they only thank. */
export function toldWithThanks(scene: Scene): Scene | null {
  const { facts, burst } = scene;
  if (facts.reading.intent !== 'thanks' || burst.choice !== null) return null;
  const rest = burst.text.replace(THANKS_AMONG, '. ').replace(/^[\s.]+|[\s.]+$/g, '');
  if (rest === burst.text || rest.split(/\s+/).length < LEAST_TOLD || onlyThanks(rest)) return null;
  const telling = retold(scene, [rest]);
  const { places, intent } = telling.facts.reading;
  const act = actIn(telling, SURE_ACT);
  const isTold = places.length > 0 || saysWhere(telling, rest) || (act !== null && TELLING.includes(act));
  return isTold && intent !== 'thanks' ? telling : null;
}

const TELLING: readonly Act[] = ['place', 'matter', 'body', 'more'];
