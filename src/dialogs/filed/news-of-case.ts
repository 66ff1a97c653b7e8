import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Act } from '../../catalogue/act.ts';
import { actIn, LIKELY_ACT, SURE_ACT } from '../acts.ts';
import { tellsIll } from '../danger/fallen-ill.ts';
import { sureService } from '../intake/guess.ts';
import { opensReport } from '../intake/matter.ts';
import { isPersonal } from '../intake/personal.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { saysApart } from '../intake/several/further.ts';
import { sharesRoot } from '../likeness.ts';
import type { Scene, Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, asksIfTold, beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { consentIn } from '../words/consent.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { added, perhapsAdded } from './case-steps.ts';
import { asksWhen } from './due-words.ts';
import { isJustFiled } from './just-filed-case.ts';

const WHO =
  '(?:(?:un|una|unos|unas|el|la|los|las|otro|otra|varios|dos|tres|algun) )?(?:inspector\\w*|cuadrillas?|tecnic\\w+|ingenier\\w+|funcionari\\w+|trabajador\\w*|empleados?|señor\\w*|personal|gente|alguien|patrulla|medico|doctora?|veterinari\\w+|supervisor\\w*)';
const SPOKE =
  '(?:llamaron|escribieron|avisaron|dijeron|contestaron|respondieron|informaron|explicaron|mandaron|visitaron|prometieron|cobraron|citaron|negaron|(?:dijo|contesto|respondio|escribio|aviso|mando|prometio|nego)(?! (?:mi|un[oa]) ))';
const THEY =
  '(?:they|he|she|somebody|someone|a (?:man|woman|lady|guy|technician|worker|crew|team|inspector)|(?:the )?(?:company|inspector|technician|crew|workers))';
const DID = '(?:called|phoned|texted|wrote|told|said|came|visited|answered|replied|promised|showed up)';

/** Who has the case, or may have it, has come, called or said something: `me llamaron hoy, que vienen el martes`. */
const CONTACTED = anyOf(
  new RegExp(`\\b(?:me|nos) ${SPOKE}\\b`),
  /\b(?:me|nos) llamo (?:un|una|alguien|hoy|ayer|(?:el|la) \w+ (?:de|del)|el (?:señor|ingeniero|inspector|tecnico))\b/,
  new RegExp(
    `\\b(?:vino|vinieron|llego|llegaron|paso|pasaron|mandaron|estuvo|estuvieron|aparecio)(?: (?:hoy|ayer|ya|aqui|anoche|por aqui|esta mañana))* ${WHO}\\b`,
  ),
  new RegExp(`\\b${THEY} (?:\\w+ ){0,3}${DID}\\b`),
);
/** `Ok gracias, el número de recibo es 004512`. */
const TELLS_VALUE =
  /\b(?:numero|num|nro|placa|codigo|folio|expediente|monto|unidad|number|plate|code)\b(?: \w+){0,4} (?:es|era|fue|is|was) (?:el |la )?[a-z]{0,3}\d/;
/** What they did puts an end to it, and is asked after. */
const DONE =
  /(?<!\bno (?:lo |la |me |nos |se |han )?)\b(?:arregl|repar|solucion|limpi|tap|resolv|recog|reconect|conect|devolv|pag|fix|repair|solv)(?:aron|ieron|o|io|ed)\b/;

const TIME =
  /\b(hoy|ahora|ayer|anoche|anteayer|ya|esta (mañana|tarde|noche|madrugada)|today|now|yesterday|last night|this (morning|afternoon|evening))\b/;
/** Something was done to who or what the case is about, or it can no more: `hoy no le han dado comida`, `ya no camina`. */
const BEFELL = anyOf(
  /\b(le|les|lo|la|los|las)( han| ha)? (?!mando|pido|digo|agradezco|quiero|espero|veo|necesito)\w+(aron|ieron|ado|ido|io|o)\b/,
  /\b(me|nos) (grit|amenaz|insult|corr)(o|io|aron|ieron)\b/,
  /\bya no (puede|come|camina|bebe|toma|respira|ladra|habla|ve|se (mueve|levanta|para|sostiene))\b/,
  /\b(he|she|it|they) (could not|couldn t|can t|cannot|did not|didn t|does not|doesn t|is not|isn t) \w+/,
);
/** Not of the matter: of this desk, or of who writes. */
const OF_US = /\b(usted|ustedes|311|robots?|bot|este chat|cumpleaños)\b/;
const HARMS = /\b(golpe\w*|peg(o|aron|ando)|amenaz\w*|grit\w+|mat(o|aron)|quem\w+|hit|beat|threaten\w*)\b/;

/** Acts that tell nothing of the case, or something else. */
const NO_NEWS: readonly Act[] = ['asks', 'follows', 'talks', 'further', 'send', 'hold'];

const LEAST_WORDS = 3;
const MOST_WORDS = 40;
/** From here on words of another service are a matter of their own, whatever word they share. */
const CLEAR = 0.8;

/**
 * What has happened since, told of a case that was filed and in whatever words: `hoy la perra ya no se levanta`. It is added
 * without being bid; a question, an end and another matter are left to those who know them.
 */
export const newsOfCase: Topic = scene => {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const words = plain.split(' ').length;
  const isFree = state.draft === null && burst.choice === null && facts.quoted === null;
  if (!isFree || burst.files.length > 0 || words < LEAST_WORDS || words > MOST_WORDS) return null;
  const c = caseOfNews(scene);
  const isFact = TELLS_VALUE.test(plain) || tellsIll(burst.text);
  if (c !== null && isFact && !/[?¿]/.test(burst.text) && tellsNoPlace(scene)) return added(scene, c);
  if (c === null || isAsked(burst.text) || wantsElse(scene) || tellsElse(scene, c)) return null;
  if (CONTACTED.test(plain) && !DONE.test(plain) && !asksOfIt(scene, plain)) return added(scene, c);
  // `Mi mamá pregunta si eso cuesta algo`, `sabrá Dios qué come uno`: no news, whatever words they share with the case.
  const act = actIn(scene, SURE_ACT);
  if (act !== null && NO_NEWS.includes(act)) return null;
  if (isPersonal(burst.text) || isEnd(scene, plain)) return null;
  if (sharesRoot(scene, withoutPlace(c)))
    return isJustFiled(scene, c) ? added(scene, c) : perhapsAdded(scene, c);
  return TIME.test(plain) && BEFELL.test(plain) && isJustFiled(scene, c) ? perhapsAdded(scene, c) : null;
};

/** Where it is says nothing of what is told: `hay un hueco en Tocumen`, of water that is missing there. */
function withoutPlace(c: Case): Case {
  const { text, corregimiento, district } = c.place ?? {};
  const there = new Set(plainWords([text, corregimiento, district].join(' ')).split(' '));
  const told = plainWords(c.description.join(' ')).split(' ');
  return { ...c, description: [told.filter(word => !there.has(word)).join(' ')] };
}

/** The only case that was just filed, or the only one that is open. */
function caseOfNews(scene: Scene): Case | null {
  const open = scene.facts.cases.filter(isOpen);
  const filed = open.filter(c => isJustFiled(scene, c));
  const [c, other] = filed.length > 0 ? filed : open;
  return c === undefined || other !== undefined || c.status === 'awaiting_citizen' ? null : c;
}

function isAsked(text: string): boolean {
  const isTold = CONTACTED.test(plainWords(text));
  return (
    /[?¿]/.test(text) ||
    beginsAsQuestion(text) ||
    putsQuestion(text) ||
    asksBack(text) ||
    asksWhen(text) ||
    (asksIfTold(plainWords(text)) && !isTold)
  );
}

/** `Alguien de la junta me respondió o nada`, `no me dijo cómo me voy a enterar`: asked, though with no sign. */
function asksOfIt(scene: Scene, plain: string): boolean {
  return actIn(scene, SURE_ACT) === 'asks' || / o (nada|no|que|q)$/.test(plain);
}

/** Something is wanted of the case, or said to this desk. */
function wantsElse(scene: Scene): boolean {
  const { text } = scene.burst;
  const { intent } = scene.facts.reading;
  const isCourteous = intent === 'greeting' || intent === 'thanks';
  return (
    (isCourteous && !CONTACTED.test(plainWords(text))) ||
    meaningOf(text) !== null ||
    consentIn(text) !== null ||
    OF_US.test(plainWords(text))
  );
}

/** A danger, or a matter of its own. */
function tellsElse(scene: Scene, { serviceId }: Case): boolean {
  const { reading } = scene.facts;
  const { text } = scene.burst;
  if (reading.emergency !== null || opensReport(text) || saysApart(text)) return true;
  const service = sureService(scene, reading.services, null);
  const isPlaced = surePlace(reading.places) !== null && !CONTACTED.test(plainWords(text));
  // More of the same service is told for what it is elsewhere.
  if (service === null || isPlaced) return isPlaced;
  const isSame = service.id === serviceId && !CONTACTED.test(plainWords(text));
  return isSame || (service.id !== serviceId && (reading.services[0]?.p ?? 0) >= CLEAR);
}

/** Does it end well, or is something else of it put right? */
function isEnd(scene: Scene, plain: string): boolean {
  const act = actIn(scene, LIKELY_ACT);
  const isOther =
    act !== null && ['drop', 'wrong', 'words', 'person', 'body', 'manner', 'place'].includes(act);
  // `Hoy la perra ya no se levanta` may sound like one.
  const isUnsure = actIn(scene, SURE_ACT) !== 'solved' && TIME.test(plain) && BEFELL.test(plain);
  return isOther || (act === 'solved' && !HARMS.test(plain) && !isUnsure);
}

function tellsNoPlace({ facts: { reading } }: Scene): boolean {
  return reading.places.length === 0 && reading.emergency === null;
}
