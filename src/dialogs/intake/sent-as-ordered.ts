import type { Act } from '../../catalogue/act.ts';
import type { Agency } from '../../catalogue/catalogue.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, LIKELY_ACT, OF_FIELD, SURE_ACT, setsRight, shareOf } from '../acts.ts';
import { saysUnanswered } from '../asked/no-report.ts';
import type { Draft } from '../conversation.ts';
import { early } from '../crossing.ts';
import { isSuffered } from '../danger/suffered.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { led, lines, type Move, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { vanished } from '../vanished.ts';
import { beginsAsQuestion, putsQuestion, supposes } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { besideOrder, withoutLead } from '../words/clear-order.ts';
import { orderInLastClause } from '../words/consent.ts';
import { agreedInTheEnd } from '../words/last-word.ts';
import { asksForPerson, DECLINES_PERSON } from '../words/person-words.ts';
import { plainWords } from '../words/plain-words.ts';
import { wantedOut } from '../words/wants-out.ts';
import { SEEN } from '../words/who-learns.ts';
import { isWished } from '../words/wished.ts';
import { isYes } from '../words/yes-no.ts';
import { touched } from './absorb.ts';
import { isPutRight } from './already-so.ts';
import { bodiesDenied, withoutBodiesDenied } from './bodies-denied.ts';
import { ofDistrict } from './body-names.ts';
import { competentStill } from './denied-body.ts';
import { fieldIn } from './field-named.ts';
import { fileDraft } from './file.ts';
import { asksIfKnown, filedWithQuestion, furtherBeside, isSeen, toldFirst } from './filed-beside.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft, placeText } from './guess.ts';
import { mendInWords } from './mend.ts';
import { asProposed } from './mend-kind.ts';
import { bodyMeant } from './named-body.ts';
import { isPersonal, withContact } from './personal.ts';
import { withoutBoth } from './place/both-places.ts';
import { detailedPlace } from './place/mend-place.ts';
import { numberPutRight } from './place/number-right.ts';
import { onlyNamed } from './place/place-instead.ts';
import { withoutPlaceAgain } from './place/told-again.ts';
import { privacyWished } from './privacy.ts';
import { refusedIn } from './refusal.ts';
import { sentInReserve } from './sent-in-reserve.ts';
import { sentWithNote } from './sent-with-note.ts';
import { saysOne } from './several/same-matter.ts';
import { matterOf } from './summary.ts';
import { toOwnCase } from './to-own-case.ts';

/** A report as it is to be sent, with the further matters that wait behind it. */
interface Ready {
  scene: Scene;
  draft: Draft;
}

/** The same before what is asked or told beside it is heard by itself. */
export const orderedToSend: Topic = scene => {
  const { draft, awaits } = scene.state;
  const isAsked = awaits !== null && draft?.summarised === true && stepOf(awaits) === 'confirm';
  // `Ya le dije que sí`: whoever has to say it twice is not asked a third time.
  const isSaidYes = SAID_YES.test(plainWords(scene.burst.text)) && isYes(scene.burst.text);
  if (isAsked && (isSaidYes || agreedInTheEnd(scene.burst.text)))
    return fileDraft(scene, touched(scene, draft));
  const joined = isAsked ? toOwnCase(scene, draft) : null;
  if (joined) return joined;
  const noted = isAsked ? (sentWithNote(scene, draft) ?? sentInReserve(scene, draft)) : null;
  if (noted) return noted;
  // What it is to be sent without is taken out first, and what is told of another case too is heard of both.
  const { text } = scene.burst;
  const isLess = wantedOut(text) !== null || withoutBoth(text) !== null || onlyNamed(text) !== null;
  const isOwn = isAsked && !isLess && !saysOne(scene.burst.text) && !early(scene) && !vanished(scene);
  return isOwn ? sentAsOrdered(scene, draft) : null;
};

/**
 * Whoever clearly orders it sent gets it sent: a detail beside the order goes along, what puts the summary right is put right first,
 * and a question is answered. Null: no such order, or what it is to be sent with must be asked for.
 */
export function sentAsOrdered(scene: Scene, shown: Draft): Move | null {
  const { burst } = scene;
  const draft = asProposed(scene, shown);
  if (burst.choice !== null || burst.files.length > 0 || burst.pinned) return null;
  const beside = besideOrder(burst.text);
  if (beside === null) return null;
  // `Send it. And my husband pushed me, what do I do?`: sent as it was shown, and the rest is nobody's who gets it.
  const suffered = sentences(`${beside.told} ${beside.asked}`.trim()).filter(part =>
    isSuffered(scene, part, draft.serviceId),
  );
  if (suffered.length > 0)
    return fileDraft(withState(scene, { later: [...scene.state.later, ...suffered] }), touched(scene, draft));
  if (refusedIn(scene, draft, burst.text).length > 0) return null;
  const still = competentStill(scene, draft);
  if (still) return still;
  const { left, denied } = withoutOthers(scene, draft, beside.told);
  const parts = sentences(left);
  const asked = [...parts.filter(part => asksOutright(scene, part)), beside.asked].filter(
    part => part !== '',
  );
  const asking = retold(withState(scene, { draft }), asked);
  if (asked.length > 0 && isSeen(draft) && asksIfKnown(asking))
    return toldFirst(asking, touched(scene, draft));
  const beyond = parts.filter(part => !asked.includes(part)).join(' ');
  const told = withoutPlaceAgain(beyond, draft.place);
  const ready = withTold(scene, touched(scene, draft), told);
  if (ready === null) return null;
  const right = lines(denied, rightIn(scene, draft, ready.draft));
  // Another body that was only named beside the order is seen before it gets anything.
  if (isForAnother(scene, draft, ready))
    return showSummary(ready.scene, ready.draft, say(scene, 'corrected'));
  // Whom it is not for was heard, and is no word of the report; nor is where it is, said again.
  const isLess = denied !== null || told !== beyond;
  const heard = isLess ? { ...ready.scene, whole: told === beyond ? left : told } : ready.scene;
  const move =
    asked.length > 0 ? filedWithQuestion(heard, ready.draft, asked.join(' ')) : fileDraft(heard, ready.draft);
  const [first, ...rest] = move.replies;
  return first ? { ...move, replies: [led(right.text === '' ? null : right, first), ...rest] } : move;
}

/** What stands beside the order without the bodies it is not for, and the word that they get nothing. */
function withoutOthers(scene: Scene, draft: Draft, told: string): { left: string; denied: Sentence | null } {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const isHeld = (body: Agency): boolean => ofDistrict(scene, body, draft.place).id === held;
  const other = bodiesDenied(scene, told).find(body => !isHeld(body));
  if (other === undefined) return { left: told, denied: null };
  const agency = ofDistrict(scene, other, draft.place).acronym;
  const left = withoutBodiesDenied(scene, told, isHeld);
  return { left, denied: say(scene, 'not_sent_to', { agency }) };
}

function isForAnother(scene: Scene, before: Draft, { draft }: Ready): boolean {
  const id = draft.agencyId;
  return id !== null && id !== before.agencyId && bodyMeant(scene, scene.burst.text, draft.place) !== id;
}

const SAID_YES = /\b(?:dije|digo|he dicho|said|told you) (?:(?:que|q|k) )?(?:si|yes)\b/;

/** Asked without its sign: `y dígame cuándo responden`. */
function asksOutright(scene: Scene, part: string): boolean {
  if (isWished(part)) return false;
  const isLike = beginsAsQuestion(part) || putsQuestion(part) || supposes(part);
  return isLike && shareOf(retold(scene, [part]), ['asks', 'follows']) >= LIKELY_ACT;
}

/** The report with what stands beside the order; null: they must be asked, or it is no order after all. */
function withTold(scene: Scene, draft: Draft, told: string): Ready | null {
  if (told === '') return { scene, draft };
  const telling = retold(scene, [told]);
  const personal = withoutLead(told);
  if (isPersonal(personal))
    return draft.privacy === 'anonymous' ? null : { scene, draft: withContact(draft, personal) };
  // `Mándelo, pero cambie el lugar`: to what, they are asked.
  if (fieldIn(told) !== null && telling.facts.reading.places.length === 0) return null;
  if (mayPutRight(telling, draft)) {
    const mended = mendedBy(telling, draft);
    if (mended !== 'nothing') return mended && { scene, draft: mended };
  }
  let ready: Ready = { scene, draft };
  for (const part of sentences(told)) {
    const next = withPart(ready, part);
    if (next === null) return null;
    ready = next;
  }
  return ready;
}

/** One sentence of it: who they are, a further matter, or one more detail. */
function withPart({ scene, draft }: Ready, part: string): Ready | null {
  const telling = retold(scene, [part]);
  const words = withoutLead(part);
  if (isPersonal(words))
    return draft.privacy === 'anonymous' ? null : { scene, draft: withContact(draft, words) };
  const act = actIn(telling, SURE_ACT);
  // `Todavía no está grave, mándelo` waits with nothing: the order stands behind it.
  const isOrdered = act === 'hold' && orderInLastClause(scene.burst.text) !== null;
  if (act !== null && AGAINST.includes(act) && !isOrdered) return null;
  // A reproach to the desk is no word of the report, nor is a sigh.
  if (act === 'send' || saysUnanswered(part) || saysOne(part) || isOfPerson(part)) return { scene, draft };
  const further = furtherBeside(telling, draft, part);
  if (further) return { scene: withState(scene, { later: further.state.later }), draft };
  return { scene, draft: { ...draft, description: [...draft.description, words] } };
}

/** A wish for a person, or for none, is no word of the report. */
function isOfPerson(part: string): boolean {
  return asksForPerson(part) || DECLINES_PERSON.test(plainWords(part));
}

/** Acts that agree to nothing, whatever order stands beside them. */
const AGAINST: readonly Act[] = ['hold', 'drop', 'wrong', 'words'];

/** Words that deny or change what the summary says, or tell it closer. */
function mayPutRight(telling: Scene, draft: Draft): boolean {
  const plain = plainWords(telling.burst.text);
  const wished = privacyWished(plain);
  return (
    setsRight(telling) ||
    PUTS_RIGHT.test(plain) ||
    (wished !== null && wished !== (draft.privacy ?? 'normal')) ||
    (draft.place !== null && numberPutRight(telling.burst.text, draft.place) !== null) ||
    detailedPlace(telling, draft) !== null
  );
}

const PUTS_RIGHT =
  /\b(cambi(e|a|en|ele|elo|ela|ar)\w*|corrij\w+|correg(?!imiento)\w+|quit(e|a|en|ar|ele|elo|ela)|borr(e|a|en|ar|ele)\w*|change|remove|no (es|son|era|fue|queda)|equivoc\w+|esta mal|(lugar|asunto|tipo) es)\b/;

/** The report as these words put it right; `nothing`: they change no field. Null: what is right must be asked for. */
function mendedBy(telling: Scene, draft: Draft): Draft | 'nothing' | null {
  const { state, replies, set } = mendInWords(telling, draft);
  const { draft: mended, awaits, later } = state;
  const isShown = awaits !== null && stepOf(awaits) === 'confirm' && replies.length <= 1 && !set;
  const isClean = isShown && later.length === telling.state.later.length;
  // Who cannot be anonymous here is told so before it is sent.
  const wished = privacyWished(plainWords(telling.burst.text));
  if (isClean && wished === 'anonymous' && mended?.privacy !== wished) return null;
  if (isClean && mended && isPutRight(draft, mended)) return mended;
  // `No es Chitré`, and not where it is.
  const isWrong = setsRight(telling) || shareOf(telling, [...OF_FIELD, 'wrong']) >= LIKELY_ACT;
  // `Es toda la calle, no solo mi casa` denies nothing that was shown.
  return isWrong && PUTS_RIGHT.test(plainWords(telling.burst.text)) && !deniesOther(telling, draft)
    ? null
    : 'nothing';
}

/** `No es callejero, tiene dueño`: nothing that it denies was shown, and nothing is to be changed. */
function deniesOther(telling: Scene, draft: Draft): boolean {
  const plain = plainWords(telling.burst.text);
  const denied = [...plain.matchAll(DENIED)].flatMap(([, words]) => contentWords(words ?? ''));
  if (denied.length === 0 || CHANGES.test(plain)) return false;
  const body = holderOfDraft(telling, draft)?.holder.agencyId ?? '';
  const { name, acronym } = telling.catalogue.agencies.get(body) ?? { name: '', acronym: '' };
  const shown = [...draft.description, placeIn(telling, draft), matterOf(telling, draft), name, acronym];
  const roots = new Set(shown.flatMap(words => plainWords(words).split(' ').map(stemOf)));
  return denied.every(word => !roots.has(stemOf(word)));
}

function placeIn(scene: Scene, { place }: Draft): string {
  return place === null ? '' : placeText(scene, place);
}

const DENIED = /\bno (?:es|son|era|fue|queda) ((?:[\wñ]+ ?){1,4})/g;
const CHANGES =
  /\b(?:cambi\w+|corrij\w+|correg(?!imiento)\w+|quit\w+|borr\w+|change|remove|equivoc\w+|esta mal|(?:lugar|asunto|tipo) es)\b/;

/** What of the report is sent otherwise than it was shown. */
function rightIn(scene: Scene, before: Draft, after: Draft): Sentence | null {
  const isPlace = before.place?.text !== after.place?.text;
  const isMatter = before.serviceId !== after.serviceId || before.kind !== after.kind;
  const isKept = before.privacy !== after.privacy;
  if (!isPlace && !isMatter && !isKept && before.agencyId === after.agencyId) return null;
  const kind = say(scene, `case_page.kind.${after.kind ?? 'queja'}`).text;
  // How it is kept was only chosen: nothing that was told is put right by it.
  const isRight = isPlace || isMatter || before.agencyId !== after.agencyId;
  return lines(
    isRight ? say(scene, 'corrected') : null,
    isMatter ? say(scene, 'summary.matter', { kind, matter: matterOf(scene, after) }) : null,
    isPlace && after.place ? say(scene, 'summary.place', { place: placeText(scene, after.place) }) : null,
    isKept ? say(scene, SEEN[after.privacy ?? 'open']) : null,
  );
}
