import { isProposal } from '../../cases/lifecycle.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import { anyOf } from '../any-of.ts';
import { asksBack, putsQuestion } from '../asking.ts';
import { chosen } from '../chosen.ts';
import { dropDraft } from '../commands.ts';
import { afterYes, answerAmong, besideYes, consentIn, ordersFiling, staysSo } from '../consent.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { askLeave } from '../leave.ts';
import { plainWords } from '../plain-words.ts';
import { awaiting } from '../questions.ts';
import { led, type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { unanswered } from '../unanswered.ts';
import { isNo, isYes } from '../yes-no.ts';
import { absorb, touched } from './absorb.ts';
import type { Answer } from './answers.ts';
import { notAnonymous, withPrivacy } from './aside.ts';
import { fieldIn } from './field-named.ts';
import { fileDraft } from './file.ts';
import { askFor, proceed, saying, showAdded, showSummary } from './flow.ts';
import { offeredServices, sureService } from './guess.ts';
import { mendInWords } from './mend.ts';
import { orderedAfterYes } from './ordered.ts';
import { isPersonal, withContact, withPersonal } from './personal.ts';
import { deniedPlace } from './place/denied.ts';
import { detailedPlace } from './place/mend-place.ts';
import { liesIn, surePlace } from './place/namesakes.ts';
import { onlyPlace } from './place/only-place.ts';
import { tellsWhere } from './place/place-clauses.ts';
import { putsRight } from './place/place-words.ts';
import { spotsIn, withSpots } from './place/spots.ts';
import { pinPlace, withoutPlace } from './place/where.ts';
import { privacyWished } from './privacy.ts';
import { leftOut } from './several/left-out.ts';
import { saysOne } from './several/same-matter.ts';
import { type Field, summaryChoices } from './summary.ts';
import { supplierClaimed } from './supplier.ts';
import { toOwnCase } from './to-own-case.ts';
import { leftUnsaid } from './without-name.ts';

/** The answer to a summary: send it, mend one field by tap or in words, add to it, or leave it. */
export const answerConfirm: Answer = (asked, told, awaits) => {
  const isOne = saysOne(asked.burst.text);
  const scene = isOne ? withState(asked, { later: [] }) : asked;
  const draft = isOne ? { ...told, description: [...told.description, ...asked.state.later] } : told;
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped === 'yes' || isYes(burst.text)) return fileDraft(scene, touched(scene, draft));
  if (tapped !== undefined) return mendByTap(scene, draft, tapped);
  // `Agréguela al que ya tengo` orders no case of its own.
  const joined = toOwnCase(scene, draft);
  if (joined) return joined;
  const ordered = orderedAfterYes(burst.text);
  if (ordered !== null) {
    // A name told with it is no word of a report without one: said, and sent when they agree to that.
    const held = draft.privacy === 'anonymous' ? withPersonal(retold(scene, [ordered]), draft) : null;
    if (held) return held;
    if (isPersonal(ordered)) return fileDraft(scene, withContact(touched(scene, draft), ordered));
    const more = ordered === '' ? [] : [ordered];
    return fileDraft(scene, { ...touched(scene, draft), description: [...draft.description, ...more] });
  }
  if (isHold(burst.text) && supplierClaimed(scene, draft, burst.text) === null) return held(scene, draft);
  if (isNo(burst.text))
    return DECLINED.test(plainWords(burst.text)) ? askLeave(scene) : askWhatToFix(scene, draft);
  return firstReading(IN_WORDS, scene, draft, awaits) ?? mendInWords(scene, draft);
};

/** How words to a summary are read; null: not so, the next reading has them. */
type Reading = (scene: Scene, draft: Draft, awaits: Awaits) => Move | null;

/** First what changes nothing told in words: a place on the map, and the matter of a report that told none yet. */
const FILLING: readonly Reading[] = [mendByPin, toldAtLast];

/** What names the other things told, or denies words of the report, must not be read as more of it, nor as agreed to. */
const OF_THE_TOLD: readonly Reading[] = [askedAfter, leftUnsaid, deniedPlace];

/** Which field is wrong, without how it should be: asked, before a yes in it is heard. */
const OF_A_FIELD: readonly Reading[] = [mendField];

/** What files it, or is only more: last, as it takes words in without asking what they change. */
const OF_MORE: readonly Reading[] = [yesAndMore, withPersonal, addedOnWish];

/** The order in which words to a summary are read that are neither a tap nor a bare yes or no. */
const IN_WORDS: readonly Reading[] = [...FILLING, ...OF_THE_TOLD, ...OF_A_FIELD, ...OF_MORE];

/** The same asked what should be different: their contact may stand beside the name of a field, and files nothing. */
const WHEN_ASKED: readonly Reading[] = [mendByPin, withPersonal, mendField];

function firstReading(order: readonly Reading[], scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  for (const reading of order) {
    const move = reading(scene, draft, awaits);
    if (move) return move;
  }
  return null;
}

/** `Quiero una queja`, and only now what it is about. Null: something is told already, or nothing now. */
function toldAtLast(scene: Scene, draft: Draft): Move | null {
  const { facts } = scene;
  const told = draft.description.join('\n');
  const isProposed = draft.kind !== null && isProposal(draft.kind);
  if (isProposed || draft.serviceId !== null || plainWords(told).split(' ').length > MOST_OPENING)
    return null;
  const isSure = (services: Ranked[]): boolean => sureService(scene, services, null) !== null;
  // `Por la iglesia` sounds like the noise there, and tells where.
  const isWhere = onlyPlace(scene, draft) !== null;
  if (isWhere || !isSure(facts.reading.services) || isSure(facts.read(told).services)) return null;
  return proceed(scene, absorb({ ...draft, agencyId: null }, scene, facts.reading));
}

const MOST_OPENING = 12;

/** `¿Y el agua?`, told before with what is summed up: it waits its turn. */
function askedAfter(scene: Scene, draft: Draft): Move | null {
  const { later } = scene.state;
  const left = leftOut(scene, [...draft.description, ...later], draft.serviceId);
  if (left.length === 0) return null;
  const isKept = (part: string): boolean => later.some(line => line.includes(part));
  const own = withState(scene, { later: [...later, ...left.filter(part => !isKept(part))] });
  return showSummary(own, touched(scene, draft), say(scene, 'two_matters'));
}

/** The answer to "what should be different?" */
export const answerFix: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped !== undefined) return mendByTap(scene, draft, tapped);
  const plain = plainWords(burst.text);
  if (ordersFiling(plain.replace(NOTHING, ''))) return fileDraft(scene, touched(scene, draft));
  const nothing = isYes(plain.replace(/^(no )+/, '')) || NOTHING.test(plain) || staysSo(burst.text);
  if (nothing) return showSummary(scene, touched(scene, draft));
  return firstReading(WHEN_ASKED, scene, draft, awaits) ?? mendInWords(scene, draft);
};

const NOTHING = /^(nada|ninguno|nothing|none)\b/;

/** "No, gracias": nothing is to be sent, or only not so. */
const DECLINED = /\b(gracias|thanks|thank you|quiero)\b/;

/** "Todavía no lo envíe", "espere un momento". */
function isHold(text: string): boolean {
  const plain = plainWords(text);
  const among = answerAmong(text);
  return (
    consentIn(text) === 'hold' ||
    (among?.meant === 'hold' && !putsRight(text) && spotsIn(text).length === 0 && !ASKED.test(plain)) ||
    (plain.split(' ').length <= 6 &&
      /^(todavia no|aun no|esper[ae]\w*|un momento|not yet|wait)\b/.test(plain))
  );
}

/** `No, espere, yo pregunté cómo se reclama`: they wait for an answer. */
const ASKED = /\b(pregunt(e|o|aba|aban)|quiero saber|queria saber|asked)\b/;

function held(scene: Scene, draft: Draft): Move {
  const { state } = withState(scene, { draft: touched(scene, draft) });
  return { state, replies: [replyOf(say(scene, 'on_hold'), { asks: 'confirm' })] };
}

function mendByTap(scene: Scene, draft: Draft, tapped: string): Move {
  return tapped === 'cancel' ? dropDraft(scene) : fix(scene, draft, tapped.replace(/^fix:/, '') as Field);
}

function mendByPin(scene: Scene, draft: Draft): Move | null {
  const place = pinPlace(scene);
  if (!place) return null;
  return showSummary(scene, { ...touched(scene, draft), place, reasons: withoutPlace(draft) });
}

/** "Quiero cambiar el lugar", without the new one. */
function mendField(scene: Scene, draft: Draft): Move | null {
  const field = fieldIn(scene.burst.text);
  return field === null || scene.facts.reading.places.length > 0 ? null : fix(scene, draft, field);
}

const NOT_JUST_MORE = anyOf(
  /\b(pero|but|cambi\w+|corrij\w+|correg\w+|change|espere|wait|equivocad\w+|esta mal|(lugar|asunto|tipo) es otr[oa]|(creo|pienso) que no)\b/,
  /\b(no|not)\b(?! (me |le |les |nos |se |la |lo |las |los ){0,2}(hay|lleg\w+|recog\w+|pasan?|funciona\w*|pag\w+|dan?|vienen?|tenemos|tengo|tienen?|prenden?|cae|sube|baja)\b)/,
);
const HESITATES =
  /\b(pensar|pensarlo|esperar|arrepiento|si digo que no|si no quiero|think about|if i say no)\b/;
/** What puts another thing beside what is agreed to. */
const BESIDE = /^(y|e|ni|ademas|tambien|tampoco|otra cosa|and|also|plus)\b/;
const UNFORGOTTEN = /^(y |and )?(que )?no (se )?(le )?olvid\w+ (de |que )?|^(and )?don t forget (that )?/;

/**
 * "Sí, y además gotea de noche": filed with what was added; "sí, y tampoco hay luz": filed, and the other matter is
 * offered. "Se fue" is no such yes.
 */
function yesAndMore(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const beside = besideYes(text) ?? afterYes(text);
  if (beside === null) return null;
  const more = beside.replace(ALSO_SAY, '').replace(BUT_ALSO, '');
  const plain = plainWords(more);
  // `Sí, ¿lo puedo pensar?` agrees to nothing yet.
  if (HESITATES.test(plain)) return held(scene, draft);
  const own = touched(scene, draft);
  if (isPersonal(more) && draft.privacy !== 'anonymous') return fileDraft(scene, withContact(own, more));
  // `Sí, y que sea anónima`: it is not sent with their name.
  const wished = privacyWished(plain);
  if (wished !== null && wished !== draft.privacy) {
    const kept = withPrivacy(scene, draft, wished);
    return showSummary(scene, kept, kept.privacy === wished ? say(scene, 'corrected') : notAnonymous(scene));
  }
  if (putsQuestion(more) || asksBack(more)) return filedWithQuestion(scene, own, more);
  const other = otherMatter(scene, draft, more);
  if (other && (BESIDE.test(plain) || UNFORGOTTEN.test(plain)))
    return fileDraft(withState(scene, { later: [...scene.state.later, bare(more)] }), own);
  if (PLACED.test(beside)) return placedBeside(scene, own, beside.replace(PLACED, ''));
  if (NOT_JUST_MORE.test(plain.replace(UNFORGOTTEN, ''))) return null;
  const nearer = detailedPlace(retold(scene, [more]), own);
  const place = surePlace(scene.facts.reading.places);
  const isElsewhere = draft.place !== null && place?.code && !liesIn(draft.place.code, [place.code]);
  if (isElsewhere && nearer === null) return null;
  const closer = nearer?.place ?? own.place ?? place;
  return fileDraft(scene, { ...own, place: closer, description: [...draft.description, more] });
}

/** The place with the first of the words, the report with what is told behind it: `el sector los nogales, y la cisterna cobra`. */
function placedBeside(scene: Scene, draft: Draft, words: string): Move {
  const [where = '', ...rest] = words.split(/\s*[,;]\s*|\s+(?=y\s)/u);
  const at = draft.place
    ? { ...draft.place, text: withSpots(draft.place.text, [where]) }
    : detailedPlace(retold(scene, [where]), draft)?.place;
  const description = rest.length > 0 ? [...draft.description, rest.join(', ')] : draft.description;
  return showSummary(scene, { ...draft, place: at ?? draft.place, description }, say(scene, 'corrected'));
}

/** `Pero póngale que es por la iglesia`: where, and nothing else. */
const PLACED =
  /^(?:pero |but )?(?:por favor )?(?:ponga|p[oó]ngale|agregue|agr[eé]guele|anote|diga|put)(?: ah[ií])?,? (?:que|q|that) (?:es|queda|est[aá]|it is) (?=(?:por|en|frente|detr[aá]s|cerca|al|el sector|la calle|la barriada|el barrio|la vereda|at|near|behind)(?!\p{L}))/iu;

/** `Pero también el recibo vino alto`: set against nothing. */
const BUT_ALSO = /^(?:pero|but)\s+(?=(?:tambi[eé]n|adem[aá]s|also)(?![\p{L}]))/iu;
/** `Pero agregue que …`: before what is only more of the same. */
const ALSO_SAY =
  /^(?:pero |but )?(?:por favor |please )?(?:ponga|p[oó]ngale|agregue|agr[eé]guele|anote|apunte|a[nñ]ada|incluya|diga|d[ií]gales?|add|put|say)(?: tambi[eé]n| also)?,? (?:que|de que|that) (?!es (?:una?|en|de|del|por|frente|detr[aá]s|cerca|al) |era |no )/iu;

/** Sent as they agreed, with what they ask; that is answered as far as anybody here can. */
function filedWithQuestion(scene: Scene, draft: Draft, question: string): Move {
  const asking = retold(withState(scene, { draft }), [question]);
  const filed = fileDraft(scene, { ...draft, description: [...draft.description, question] });
  const [first, ...rest] = filed.replies;
  return first ? { ...filed, replies: [led(unanswered(asking, true), first), ...rest] } : filed;
}

/** The other matter without the words that lead to it: `y no se olvide de`. */
function bare(words: string): string {
  const lead =
    /^(?:y |e |and |adem[aá]s |tambi[eé]n |also )*(?:que )?(?:no (?:se )?(?:le )?olvid\p{L}+ (?:de |que )?|don['’ ]?t forget (?:that )?)?/iu;
  return words.replace(lead, '');
}

const ADDS =
  /^(por favor |me |le |puede |pueden |podria |can you |could you )*(agreg\w+|añad\w+|anot\w+|apunt\w+|inclu\w+|add|please add)( (alli|ahi|tambien|al|a la|el|reporte|queja|denuncia|caso|to the report))* (que )?(?!lugar\b|direccion\b)\w+ \w+/;

/** `Añadir: el inmueble está en Santiago`: what they want added is, whatever it sounds like. */
function addedOnWish(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  if (!ADDS.test(plainWords(text)) || tellsWhere(text)) return null;
  const filled = absorb(draft, scene);
  const isTold = filled.description.length > draft.description.length;
  const description = isTold ? filled.description : [...draft.description, ...scene.burst.lines];
  const { place } = detailedPlace(scene, filled) ?? filled;
  return showAdded(scene, { ...filled, place, description });
}

/** Do these words surely tell what another service is for? */
function otherMatter(scene: Scene, draft: Draft, words: string): boolean {
  const service = sureService(scene, scene.facts.read(words).services, draft.place);
  return service !== null && service.id !== draft.serviceId;
}

/** Which field is wrong? The choices of the summary, without sending. */
function askWhatToFix(scene: Scene, draft: Draft): Move {
  const choices = summaryChoices(scene, draft).filter(({ value }) => value !== 'yes');
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('fix', choices) });
}

/** Asks one field anew, because the citizen wishes it. */
function fix(scene: Scene, draft: Draft, field: Field): Move {
  const open = touched(scene, draft);
  if (field === 'place') return askFor(scene, open, { ask: 'place', among: [] });
  if (field !== 'agency') return askFor(scene, open, { ask: field });
  const told = scene.facts.read(open.description.join('\n'));
  const among = offeredServices(scene, told.services).filter(({ id }) => id !== draft.serviceId);
  return askFor(scene, open, { ask: 'agency', among });
}
