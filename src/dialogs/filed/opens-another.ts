import type { Case } from '../../cases/case.ts';
import type { StepName } from '../conversation.ts';
import { askFor, beginReport } from '../intake/flow.ts';
import { complainedOf } from '../intake/matter.ts';
import { ofField } from '../intake/offered.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { saysApart } from '../intake/several/further.ts';
import { likelyService } from '../intake/several/matters-apart.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { type Move, retold, type Scene, type Topic, withState } from '../scene.ts';
import { newDraft } from '../state.ts';
import { clauses, sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { caseMeant, isJustFiled } from './just-filed-case.ts';

const CASE = '(?:caso|reporte|queja|denuncia|case|report|complaint)';
/** `Abra otro caso para el carro`, `open another case about the car`. */
const ORDERS = new RegExp(
  `(?<!(?<!\\p{L})(?:no|not|don['’]?t|nunca)\\s+(?:me |le |quiero |want |que )*)(?<!\\p{L})(?:(?:abr|hag|hac|pong|pon|cre|empiec)\\p{L}*|quiero|necesito|open|make|start|file|i want|i need)\\s+(?:(?:me|le|poner|hacer|abrir|que|se|to|open|file)\\s+)*(?:otr[oa]|un[oa]? nuev[oa]|nuev[oa]|another|a new|a separate)\\s+${CASE}(?:\\s+(?:nuev[oa]|aparte))?\\s+(?:para|por|de|del|con|sobre|for|about)\\s+(?:lo (?:de|del)\\s+)?(?!lo mismo|la misma|el mismo|the same)(?<what>[^,.;!?\\n]{3,80})`,
  'iu',
);
/** `¿Y el agua en la comunidad también?`, `what about the noise too?` */
const TOO =
  /^\s*¿?\s*(?:y|and|what about)\s+(?<what>(?:lo (?:de|del)|el|la|los|las|the)\s+[^,.;!?\n]{3,60}?)(?:\s+(?:lo|la|los|las|se lo|se la)\s+\p{L}+)?\s+(?:tambi[eé]n|too|as well)(?:\s+(?:lo|la|los|las)\s+\p{L}+)?\s*\?/iu;
/** `¿Puedo reportar el ruido aquí también?` */
const ALSO = /\s+(?:tambi[eé]n|too|as well)(?=\s*\?*\s*$)/iu;

const LEADS =
  '(?:(?:hola|buenas|ok|okay|listo|bueno|gracias|muchas|mil|dale|ah|ay|oiga|oye|y|e|ahora|tambien|no|si|pero|es|que|thanks|thank you|now|also|and|hey|hi) )*';
/** `Otro problema`, `ahora quiero poner otra queja`, `es otra cosa que quiero reportar`: that there is one, and nothing of it. */
const ANNOUNCES = new RegExp(
  `^${LEADS}(?:(?:yo|quiero|quisiera|necesito|deseo|tengo|tenemos|hay|seria|voy a|me gustaria|puedo|i|we|want|would like|need|have|there is|there s|it s|can|to|poner|hacer|reportar|denunciar|presentar|dejar|abrir|decir|contar|report|make|file|open|tell you) )*(?:otr[oa]s?|(?:una? )?nuev[oa]|another|a new|a different|a second) (?:problema|asunto|tema|cosa|situacion|queja|denuncia|reporte|caso|reclamo|idea|sugerencia|problem|thing|issue|matter|complaint|report|case)(?: (?:mas|igual(?:ito)?|parecid[oa]|similar|como (?:ese|este|esa|esta)|nuev[oa]|distint[oa]|diferente|aparte|que|q|tambien|aqui|por favor|porfa|please|too|now|ahora|tengo|hay|quiero|quisiera|necesito|i|want|have|to|reportar|denunciar|poner|decir|contar|decirle|contarle|report|tell you|about))*$`,
);
/** `No, otro problema no`. */
const DENIES = /^(?:no|si no|ya no) (?:es|hay|tengo|quiero|era|seria|deseo|necesito)\b|\bno$/;

/** Do words announce another matter and tell nothing of it? */
function announcesAnother(text: string): boolean {
  const plain = plainWords(text);
  return ANNOUNCES.test(plain) && (!DENIES.test(plain) || SAYS_NO_FIRST.test(text));
}

/** `No, es otro problema` says that it is one. */
const SAYS_NO_FIRST = /^\s*no\s*[,.;:]+\s*(?:es|era|hay|tengo|quiero)(?!\p{L})/iu;

/**
 * After filing, another case that is ordered, or asked for, begins with what was told of it: it is no question for the body
 * that has the first one.
 */
export const opensAnother: Topic = scene => {
  const { burst, state, facts } = scene;
  const c = state.draft === null && burst.choice === null ? caseMeant(scene) : null;
  if (c === null || facts.reading.emergency !== null) return null;
  // What was added last may be what they say is another one.
  const isOfAdded = scene.added !== null && saysApart(burst.text);
  if (state.awaits === null && burst.files.length === 0 && !isOfAdded && announcesAnother(burst.text))
    return askFor(withState(scene, { lost: 0 }), newDraft(facts.now), { ask: 'description' });
  if (!isJustFiled(scene, c)) return null;
  // What waits to be opened has its story already.
  if (state.awaits !== null && WAITS.includes(stepOf(state.awaits))) return null;
  const free = withState(scene, { awaits: null, lost: 0 });
  const ordered = ORDERS.exec(burst.text)?.groups?.['what'];
  if (ordered !== undefined) return begun(free, c, ordered.trim());
  const parts = sentences(burst.text);
  const also = parts.findIndex(part => complainedOf(asAsked(part)) !== null);
  const about = complainedOf(asAsked(parts[also] ?? ''));
  if (about !== null && isOther(scene, c, about))
    return begun(free, c, [about, ...parts.slice(also + 1)].join('. '));
  const too = TOO.exec(parts[0] ?? '')?.groups?.['what'];
  return too !== undefined && isOther(scene, c, too) ? begun(free, c, too) : null;
};

const WAITS: readonly StepName[] = ['split', 'also', 'offer'];

/** The question without what leads to it, `also` and `thanks` among it. */
function asAsked(part: string): string {
  return part.replace(ALSO, '').replace(/^\s*¿?\s*(?:y|and|e)\s+(?:yo\s+)?/iu, '');
}

/** Another service, or another field of services, than that of the case. */
function isOther(scene: Scene, { serviceId }: Case, words: string): boolean {
  const means = likelyService(scene.facts.read(words));
  if (means !== null) return means !== serviceId;
  const [word = ''] = contentWords(words);
  const among = ofField(retold(scene, [word]), serviceId);
  return among.length > 0 && among.every(({ id }) => id !== serviceId);
}

/** A report of it, in the words in which it was told before where those say more. */
function begun(scene: Scene, c: Case, what: string): Move {
  const wanted = contentWords(what);
  const before = c.description
    .flatMap(clauses)
    .find(part => contentWords(part).some(word => wanted.includes(word)));
  const isBare = wanted.length === 1 && likelyService(scene.facts.read(what)) === null;
  const told = isBare && before !== undefined ? before.trim() : what;
  const own = retold(scene, [told]);
  const place = surePlace(own.facts.reading.places) === null && !NAMES_PLACE.test(told) ? c.place : null;
  const denied = c.serviceId === null ? [] : [c.serviceId];
  return beginReport(own, { place, denied, ...(c.privacy === 'normal' ? {} : { privacy: c.privacy }) });
}

/** A bar or a school stands somewhere else, perhaps. */
const NAMES_PLACE = /(?<!\p{L})(?:bar|cantina|discoteca|escuela|colegio|hospital|school)(?!\p{L})/iu;
