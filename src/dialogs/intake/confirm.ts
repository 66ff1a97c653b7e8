import { isProposal } from '../../cases/lifecycle.ts';
import type { Act } from '../../catalogue/act.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import { agreesToNothing, LIKELY_ACT, OF_FIELD, SURE_ACT } from '../acts.ts';
import { dropDraft } from '../commands.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { standsIn } from '../filed/adding-words.ts';
import { askLeave } from '../leave.ts';
import { type Move, type Scene, say, withState } from '../scene.ts';
import { chosen } from '../words/chosen.ts';
import {
  answerAmong,
  besideYes,
  consentIn,
  orderInLastClause,
  ordersFiling,
  staysSo,
} from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { bidsNoChange } from '../words/scolding.ts';
import { isNo, isYes } from '../words/yes-no.ts';
import { absorb, touched } from './absorb.ts';
import { saidAgain } from './already-so.ts';
import type { Answer } from './answers.ts';
import { notAnonymous, onlyHides, withPrivacy } from './aside.ts';
import { actBefore, askWhatToFix, refusedInWords } from './by-act.ts';
import { fieldIn } from './field-named.ts';
import { fileDraft } from './file.ts';
import { askFor, proceed, showAdded, showSummary } from './flow.ts';
import { offeredServices, sureService } from './guess.ts';
import { keptAsSaid } from './kept-as-said.ts';
import { mendInWords } from './mend.ts';
import { asProposed } from './mend-kind.ts';
import { ofField } from './offered.ts';
import { contactAlone, contactKey, withPersonal } from './personal.ts';
import { toldOfBoth } from './place/both-places.ts';
import { deniedPlace, shownPlaceDenied } from './place/denied.ts';
import { detailedPlace } from './place/mend-place.ts';
import { onlyPlace } from './place/only-place.ts';
import { placePartDenied } from './place/part-denied.ts';
import { putsRight } from './place/place-words.ts';
import { withoutPlaceAgain } from './place/told-again.ts';
import { saysOnlyWhere, saysWhere } from './place/told-where.ts';
import { pinPlace, withoutPlace } from './place/where.ts';
import { besidePrivacy, fearsRevenge, possiblePrivacy, privacySaid, wantsNoTrace } from './privacy.ts';
import { addedAsAnnounced, saidToSummary } from './said-to-summary.ts';
import { letsBeKnown, nameGiven } from './self-shown.ts';
import { sentAsOrdered } from './sent-as-ordered.ts';
import { leftOut } from './several/left-out.ts';
import { ofSeveral } from './several/of-several.ts';
import { saysNoMoreThanOne, saysOne } from './several/same-matter.ts';
import type { Field } from './summary.ts';
import { supplierClaimed } from './supplier.ts';
import { toOwnCase } from './to-own-case.ts';
import { wishAdded } from './wished.ts';
import { leftUnsaid } from './without-name.ts';
import { yesAgain } from './yes-again.ts';
import { held, yesAndMore } from './yes-and-more.ts';

/** The answer to a summary: send it, mend one field by tap or in words, add to it, or leave it. */
export const answerConfirm: Answer = (asked, told, awaits) =>
  toldOfBoth(asked, told, own => answerSummary(own, told, awaits)) ?? answerSummary(asked, told, awaits);

const answerSummary: Answer = (asked, told, awaits) => {
  const several = ofSeveral(asked, told);
  if (several) return several;
  // `La casa es la misma` makes no one of two matters.
  const isOne = saysOne(withoutPlaceAgain(asked.burst.text, told.place));
  const scene = isOne ? withState(asked, { later: [] }) : asked;
  const draft = isOne ? { ...told, description: [...told.description, ...asked.state.later] } : told;
  const { burst } = scene;
  if (isOne && asked.state.later.length > 0 && saysNoMoreThanOne(burst.text))
    return showAdded(scene, touched(scene, draft));
  const picked = chosen(awaits.choices, burst)?.value;
  // `Yes, send it. The bus was the 1432` tells more than its label.
  const isMore = picked === 'yes' && burst.choice === null && besideYes(burst.text) !== null;
  const tapped = isMore ? undefined : picked;
  if (tapped === 'yes' || isYes(burst.text))
    return fileDraft(scene, asProposed(scene, touched(scene, draft)));
  if (tapped !== undefined) return mendByTap(scene, draft, tapped);
  const again =
    yesAgain(scene, draft) ??
    placePartDenied(scene, draft) ??
    saidToSummary(scene, draft) ??
    shownPlaceDenied(scene, draft);
  if (again) return again;
  // `Agréguela al que ya tengo` orders no case of its own.
  const joined = toOwnCase(scene, draft);
  if (joined) return joined;
  const ordered = sentAsOrdered(scene, draft);
  if (ordered) return ordered;
  const isWait = isHold(scene) && !tellsInstead(scene);
  if (isWait && supplierClaimed(scene, draft, burst.text) === null) return held(scene, draft);
  if (isNo(burst.text))
    return DECLINED.test(plainWords(burst.text)) ? askLeave(scene) : askWhatToFix(scene, draft);
  return (
    contactAlone(scene, draft) ??
    addedAsAnnounced(scene, draft, awaits) ??
    soothed(scene, draft) ??
    wishAdded(scene, draft) ??
    keptBesideMore(scene, draft) ??
    refusedInWords(scene) ??
    actBefore(scene, draft, SURE_ACT) ??
    firstReading(IN_WORDS, scene, draft, awaits) ??
    mendInWords(scene, draft)
  );
};

/**
 * `No quiero problemas con él`, or `no diga que fui yo` where it goes in reserve: kept so, and told what that means; who wants no
 * trace left is asked how it is to be kept.
 */
function soothed(scene: Scene, draft: Draft): Move | null {
  const isHidden = wantsNoTrace(plainWords(scene.burst.text));
  if (isHidden && possiblePrivacy(scene, 'anonymous') !== draft.privacy)
    return askFor(scene, touched(scene, draft), { ask: 'privacy' });
  const isKept = draft.privacy === 'confidential' || draft.privacy === 'anonymous';
  if (!(isKept || fearsRevenge(plainWords(scene.burst.text))) || !onlyHides(scene)) return null;
  const own =
    draft.privacy === 'anonymous' ? touched(scene, draft) : withPrivacy(scene, draft, 'confidential');
  return showSummary(
    scene,
    own,
    say(scene, own.privacy === 'anonymous' ? 'info.sees_nothing' : 'info.sees_words'),
  );
}

/** `Mejor con reserva… es el apto 3`, `ponga mi nombre, Marta Ríos`: how it is kept, and more of it or whose it is; null: they do not say both. */
function keptBesideMore(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const said = privacySaid(text);
  const isShown = letsBeKnown(text);
  if (said === null || text.includes('?') || (besidePrivacy(text) === '' && !isShown)) return null;
  if (said === draft.privacy && nameGiven(text) === null) return null;
  const kept = keptAsSaid(scene, draft, said);
  const isMore =
    isShown || kept.description.length > draft.description.length || kept.contact !== draft.contact;
  if (!isMore) return null;
  const done = kept.contact === draft.contact ? 'corrected' : contactKey(kept);
  return showSummary(scene, kept, kept.privacy === said ? say(scene, done) : notAnonymous(scene));
}

/** How words to a summary are read; null: not so, the next reading has them. */
type Reading = (scene: Scene, draft: Draft, awaits: Awaits) => Move | null;

/** First what changes nothing told in words: a place on the map, and the matter of a report that told none yet. */
const FILLING: readonly Reading[] = [mendByPin, toldAtLast];

/** What names the other things told, or denies words of the report, must not be read as more of it, nor as agreed to. */
const OF_THE_TOLD: readonly Reading[] = [leftUnsaid, askedAfter, deniedPlace];

/** Which field is wrong, without how it should be: asked, before a yes in it is heard. */
const OF_A_FIELD: readonly Reading[] = [mendField, otherField];

/** What files it, or is only more: last, as it takes words in without asking what they change. */
const OF_MORE: readonly Reading[] = [agreedBeside, withPersonal, addedOnWish];

function agreedBeside(scene: Scene, draft: Draft): Move | null {
  return agreesToNothing(scene) ? null : yesAndMore(scene, draft);
}

/** The order in which words to a summary are read that are neither a tap nor a bare yes or no. */
const IN_WORDS: readonly Reading[] = [...FILLING, ...OF_THE_TOLD, ...OF_A_FIELD, ...OF_MORE];

/** The same asked what should be different: their contact may stand beside the name of a field, and files nothing. */
const WHEN_ASKED: readonly Reading[] = [saidToSummary, mendByPin, withPersonal, mendField, otherField];

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

/** `Salud`, said alone to a summary of something else: another field, and no village of that name. */
function otherField(scene: Scene, draft: Draft): Move | null {
  const among = onlyPlace(scene, draft) === null ? [] : ofField(scene, draft.serviceId);
  return among.length > 1 ? askFor(scene, touched(scene, draft), { ask: 'agency', among }) : null;
}

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
  if (ordersFiling(plain.replace(NOTHING, '')))
    return fileDraft(scene, asProposed(scene, touched(scene, draft)));
  const nothing = isYes(plain.replace(/^(no )+/, '')) || NOTHING.test(plain) || staysSo(burst.text);
  if (nothing) return showSummary(scene, touched(scene, draft));
  return firstReading(WHEN_ASKED, scene, draft, awaits) ?? mendInWords(scene, draft);
};

const NOTHING = /^(nada|ninguno|nothing|none)\b/;

/** "No, gracias": nothing is to be sent, or only not so. */
const DECLINED = /\b(gracias|thanks|thank you|quiero)\b/;

/** "Todavía no lo envíe", "espere un momento". */
function isHold(scene: Scene): boolean {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const among = answerAmong(text);
  // `Todavía no está grave, mándelo`
  if (orderInLastClause(text) !== null) return false;
  return (
    consentIn(text) === 'hold' ||
    (among?.meant === 'hold' && !putsRight(text) && !saysWhere(scene, text) && !ASKED.test(plain)) ||
    (plain.split(' ').length <= 6 &&
      /^(todavia no|aun no|esper[ae]\w*|un momento|not yet|wait)\b/.test(plain))
  );
}

/** `Wait, it was at the Albrook stop, bus C850`: what they tell is not waited with. */
function tellsInstead(scene: Scene): boolean {
  const { burst, facts } = scene;
  const told = answerAmong(burst.text)?.rest ?? burst.text;
  const telling = facts.acts(told).acts.filter(({ id }) => TELLING.includes(id));
  const p = telling.reduce((sum, act) => sum + act.p, 0);
  // `Espera, es la calle 3` is short, and tells where.
  const isPlace = facts.acts(told).acts[0]?.id === 'place' && saysWhere(scene, told);
  return p >= LIKELY_ACT && (isPlace || plainWords(told).split(' ').length > MOST_WAIT);
}

const TELLING: readonly Act[] = [...OF_FIELD, 'more', 'further'];
const MOST_WAIT = 6;

/** `No, espere, yo pregunté cómo se reclama`: they wait for an answer. */
const ASKED = /\b(pregunt(e|o|aba|aban)|quiero saber|queria saber|asked)\b/;

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
  if (bidsNoChange(scene.burst.text)) return saidAgain(scene, draft);
  const field = fieldIn(scene.burst.text);
  return field === null || scene.facts.reading.places.length > 0 ? null : fix(scene, draft, field);
}

const ADDS =
  /^(por favor |me |le |puede |pueden |podria |can you |could you )*(agreg\w+|añad\w+|anot\w+|apunt\w+|inclu\w+|add|please add)( (alli|ahi|tambien|al|a la|el|reporte|queja|denuncia|caso|to the report))* (que )?(?!lugar\b|direccion\b)\w+ \w+/;

/** `Añadir: el inmueble está en Santiago`: what they want added is, whatever it sounds like. */
function addedOnWish(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  if (!ADDS.test(plainWords(text)) || saysOnlyWhere(scene, text)) return null;
  if (standsIn(text, draft.description)) return saidAgain(scene, draft);
  const filled = absorb(draft, scene);
  const isTold = filled.description.length > draft.description.length;
  const description = isTold ? filled.description : [...draft.description, ...scene.burst.lines];
  const { place } = detailedPlace(scene, filled) ?? filled;
  return showAdded(scene, { ...filled, place, description });
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
