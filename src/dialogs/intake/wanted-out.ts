import type { Sentence } from '../../texts.ts';
import { saysUnanswered } from '../asked/no-report.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import { led, lines, type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { agreesBeside, consentIn } from '../words/consent.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { besideLastOut, isOfSelf, type WantedOut, wantedOut, wantsQuestionOut } from '../words/wants-out.ts';
import { isYes } from '../words/yes-no.ts';
import { touched } from './absorb.ts';
import { type Cut, cutOf, isTooMuch, namedWords, speaksOf, withoutPhrase } from './cut-words.ts';
import { placeWithout, toldAs } from './edited-words.ts';
import { saying, showSummary } from './flow.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './place/kinds-of-place.ts';
import { linesWithoutName, losesMatter, placeInsteadOf } from './place/out-of-place.ts';
import { namesSpot } from './place/spots.ts';
import { saysOnlyWhere } from './place/told-where.ts';

/**
 * `No quiero que salga que soy enfermera`, `¿quitó lo de enfermera?`: it is taken out of what they told, and what is left is
 * shown; asked whether it is, what they told says it. What stands beside is heard by `answer`. Null: nothing is wanted out.
 */
export function takenOutOfDraft(
  whole: Scene,
  draft: Draft,
  awaits: Awaits,
  answer: (scene: Scene, draft: Draft) => Move,
): Move | null {
  const { text, choice } = whole.burst;
  if (choice !== null || draft.description.length === 0) return null;
  const last = lastOut(whole, draft, awaits, answer);
  if (last) return last;
  const wish = wantedOut(text);
  if (wish === null) return wantsQuestionOut(text) ? withoutQuestions(whole, draft, awaits) : null;
  const moved = placeInsteadOf(whole, draft, wish.what, wish.rest);
  if (moved !== null) return shown(whole, moved, awaits, say(whole, 'corrected'));
  const isAddress = ADDRESS.test(plainWords(wish.what));
  const isHeld = wish.how === 'less' || wish.how === 'unnamed';
  // `La casa ni la calle` are two things.
  const named = wish.what.split(isHeld ? /\s+(?:ni|y|o|nor|or|and)\s+/iu : AND_THAT);
  const cut = isAddress ? withoutSpots(draft) : cutOfAll(draft.description, named);
  const place = isAddress
    ? areaAlone(draft.place)
    : named.reduce((at, words) => placeWithout(whole, at, words), draft.place);
  // `El lugar quedó mal, quite lo de huele` leaves the words as they are.
  if (PLACE_WRONG.test(plainWords(wish.rest)) && draft.place !== null) {
    const done = say(whole, place === draft.place ? 'already_so' : 'corrected');
    return shown(whole, { ...touched(whole, draft), place }, awaits, done);
  }
  // What waits to be opened next may hold it, too, and so may a title in their words.
  const waiting = cutOf(whole.state.later, wish.what);
  const isTitled = draft.title !== null && cutOf([draft.title], wish.what) !== null;
  const isThere = cut !== null || place !== draft.place || waiting !== null || isTitled;
  // `No quiero que digan que ya pasó` may tell what others say.
  if (!isThere && ['unsaid', 'unnamed'].includes(wish.how) && !isOfSelf(wish.what)) return null;
  // `No ponga el hueco, ponga el poste` puts another thing there.
  const isSpotNamed = place !== draft.place || OF_WHERE.test(plainWords(wish.what));
  const isNotSaid = NOT_SAID.test(plainWords(text)) && !SAYS_INSTEAD.test(plainWords(wish.rest));
  if (wish.how === 'unnamed' && !isSpotNamed && (cut === null || !isNotSaid)) return null;
  if (isThere && wish.how === 'stands')
    return stillThere(whole, [...(cut?.gone ?? []), ...(waiting?.gone ?? [])]);
  // Where alone is no matter that waits.
  const isLeft = (line: string): boolean =>
    whole.state.later.includes(line) || (contentWords(line).length > 0 && !saysOnlyWhere(whole, line));
  const later = waiting?.left.filter(isLeft) ?? whole.state.later;
  const scene = withState(whole, { later });
  const isMuch = cut !== null && isTooMuch(cut, wish.what);
  // Of a spot the spot goes, and what is told of it stays.
  const isSpot = wish.how === 'bid' && OF_WHERE.test(plainWords(wish.what));
  const spotless = cut && isSpot ? withoutSpotOf(draft.description, wish.what) : null;
  const isLost = cut !== null && (isMuch || losesMatter(draft, cut));
  const unnamed = spotless ?? (isLost ? linesWithoutName(draft, wish.what) : null);
  if (isMuch && unnamed === null) return askedAnew(scene, draft);
  const kept = unnamed ?? cut?.left.filter(line => contentWords(line).length > 0);
  const left = kept ?? draft.description;
  const title = isTitled ? null : draft.title;
  const own = { ...toldAs(touched(scene, draft), left), place, title };
  const lead = (words: readonly string[]): Sentence => saidOf(scene, isThere ? wish.how : null, words);
  const rest = besides(wish.rest, isHeld, wish.what);
  if (rest === '') return shown(scene, own, awaits, lead(left));
  const move = answer(withState(retold(scene, [rest]), { draft: own }), own);
  // What somebody may find them by is read once more before it goes anywhere, and a wish alone sends nothing.
  const isSent = (move.cases?.length ?? 0) > 0;
  const isHidden = draft.privacy === 'confidential' || draft.privacy === 'anonymous';
  const isOrdered = agreesBeside(text) || ordersBeside(text) || ordersBeside(rest) || isYes(rest);
  const isReadFirst = isHeld || (isSpot && isHidden) || !isOrdered;
  if (isSent && isReadFirst) return shown(scene, own, awaits, lead(left));
  const [first, ...others] = move.replies;
  const now = lead(move.state.draft?.description ?? left);
  return first ? { ...move, replies: [led(now, first), ...others] } : move;
}

/** `No diga el grado`, and not `que quiten la valla`, which may be what they want done. */
const NOT_SAID =
  /\b(?:no|not|don t) (?:(?:me|les?|lo|se|nos) )*(?:pong|mencion|inclu|dig|escrib|put|mention|include|say|write)/;
/** `Lo de pelear y lo que me quitan`. */
const AND_THAT = /\s+(?:y|and)\s+(?:lo (?:de|que|del)|what|the part about)\s+/iu;
const SAYS_INSTEAD = /\b(?:pon|pong\w+|dig\w+|di|escrib\w+|sino|mejor|put|say|write)\b/;

/** Each line without where it says that: `venden droga` of `en la casa de al lado venden droga`; null: in these words none does. */
function withoutSpotOf(description: readonly string[], what: string): string[] | null {
  const name = what.trim().toLowerCase();
  const left = description.map(line => {
    const at = line.toLowerCase().indexOf(name);
    if (at < 0) return line;
    const lead = /(?<!\p{L})(?:en|por|desde|in|at)\s+$/iu.exec(line.slice(0, at))?.[0] ?? '';
    return `${line.slice(0, at - lead.length)}${line.slice(at + name.length)}`.replace(/\s{2,}/g, ' ').trim();
  });
  return left.some((line, at) => line !== description[at]) ? left : null;
}

function shown(scene: Scene, draft: Draft, awaits: Awaits, lead: Sentence): Move {
  return draft.summarised ? showSummary(scene, draft, lead) : saying(scene, { draft, awaits }, lead);
}

/** What is said of it: taken out, also only now; `how` is null where it does not stand there. */
function saidOf(scene: Scene, how: WantedOut['how'] | null, description: readonly string[]): Sentence {
  const words = readable(description);
  if (how === null) return lines(say(scene, 'record.not_there'), say(scene, 'record.words', { words }));
  return say(scene, how === 'out' ? 'record.out_now' : 'record.edited', { words });
}

/** Only asked, nothing is taken out; how it would be is said. */
function stillThere(scene: Scene, gone: readonly string[]): Move {
  const isTold = gone.length > 0;
  const still = say(scene, isTold ? 'record.still_there' : 'record.still_in_place', {
    words: readable(gone),
  });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(still)] };
}

/** `Eso quítelo de ahí`: the report without what was added last; what stands beside is heard by `answer`. Null: that is not bid. */
function lastOut(
  scene: Scene,
  draft: Draft,
  awaits: Awaits,
  answer: (scene: Scene, draft: Draft) => Move,
): Move | null {
  const rest = draft.description.length > 1 ? besideLastOut(scene.burst.text) : null;
  if (rest === null) return null;
  const own = toldAs(touched(scene, draft), draft.description.slice(0, -1));
  const lead = (words: readonly string[]): Sentence => saidOf(scene, 'bid', words);
  if (rest === '') return shown(scene, own, awaits, lead(own.description));
  const move = answer(withState(retold(scene, [rest]), { draft: own }), own);
  const [first, ...others] = move.replies;
  const now = lead(move.state.draft?.description ?? own.description);
  return first && !move.cases?.length ? { ...move, replies: [led(now, first), ...others] } : move;
}

/** The report without what they asked in it, where they told more. */
function withoutQuestions(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const left = draft.description.filter(line => !(line.includes('?') || beginsAsQuestion(line)));
  if (left.length === 0) return null;
  const how = left.length === draft.description.length ? null : 'bid';
  return shown(scene, toldAs(touched(scene, draft), left), awaits, saidOf(scene, how, left));
}

/** What of it answers, tells or orders something; of what is held back for it to be read again, what tells something. */
function besides(rest: string, isHeld: boolean, what: string): string {
  return sentences(rest)
    .filter(part => {
      const plain = plainWords(part);
      if (REASON.test(plain) || LIGHT.test(plain)) return false;
      // `No diga el grado, es cuarto grado` tells it to be known which.
      if (isHeld && speaksOf(part, namedWords(what))) return false;
      const isLong = plain.split(' ').length >= LEAST_TOLD;
      const means = consentIn(part) !== null || isYes(part);
      return (isHeld ? isLong && !means : isLong || means) && !saysUnanswered(part);
    })
    .join(' ');
}

const LEAST_TOLD = 3;
/** `Ok, pero …`, `y …`: how a wish begins, and no yes to the report. */
const LIGHT = /^(?:(?:ok|okay|ya|bueno|listo|bien|va|vale|y|e|pues|pero|and|but|well) ?)+$/;
/** `Que entonces saben que soy yo`: why it is wanted out, and for nobody to read. */
const REASON =
  /^(?:(?:que|porque|pq|xq|si no|o|asi|entonces|ahi|de una|es que|because|or|then|so|that) )+(?:\w+ ){0,4}(?:sab\w*|se (?:dan|da) cuenta|se enter\w*|reconoc\w*|averigu\w*|know|find out)\b.*\b(?:yo|quien|me|i|who)\b/;

const OF_WHERE = new RegExp(
  `\\b(?:${DOORS}|${STREETS}|${LANDMARKS}|${QUARTERS}|barrio|lugar|direccion|ubicacion|numero|local|house|building|street|apartment|flat|address|number)\\b`,
);
const PLACE_WRONG =
  /\b(?:lugar|direccion|ubicacion|place|address)\b.*\b(?:mal|incorrect\w*|equivocad\w*|errad\w*|de mas|wrong)\b/;
const ADDRESS =
  /^(?:(?:el|la|mi|the|my) )?(?:direccion|ubicacion|lugar|sitio|(?:exact )?(?:address|place|location))(?: exact[ao])?$/;

/** The lines without all that these words name, one after the other; null: none of it stands there. */
function cutOfAll(lines: readonly string[], named: readonly string[]): Cut | null {
  return named.reduce<Cut | null>((before, words) => {
    const cut = cutOf(before?.left ?? lines, words);
    return cut === null ? before : { left: cut.left, gone: [...(before?.gone ?? []), ...cut.gone] };
  }, null);
}

/** The area that a place lies in, and no spot. */
function areaAlone(place: Draft['place']): Draft['place'] {
  const area = place?.corregimiento ?? place?.district ?? null;
  return place === null || area === null || area === place.text ? place : { ...place, text: area };
}

/** What they told without the words of its place that are more than the area; null: it holds none. */
function withoutSpots({ description, place }: Draft): Cut | null {
  const spots = (place?.text ?? '').split(/\s*,\s*/).filter(part => namesSpot(part));
  const gone = spots.filter(spot => description.some(line => line.includes(spot)));
  return gone.length > 0 ? { left: description.map(line => gone.reduce(withoutPhrase, line)), gone } : null;
}

/** Nobody but who told it can tell it without: nothing of it is lost, and how it shall read is asked before anything is sent. */
function askedAnew(scene: Scene, draft: Draft): Move {
  const lead = say(scene, 'record.hard_to_cut', { words: readable(draft.description) });
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('reword') }, lead);
}
