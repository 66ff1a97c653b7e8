import { isProposal } from '../../cases/lifecycle.ts';
import type { Question } from '../../catalogue/act.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, LIKELY_ACT, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { answerOfReport } from '../asked/asked-in-general.ts';
import { damageWords } from '../asked/damage-asked.ts';
import { asksWhoReads, deskAnswer } from '../asked/desk-answer.ts';
import { answerOfEvery } from '../asked/of-every-matter.ts';
import { ofAny } from '../asked/of-record.ts';
import { hasOwnAnswer, unanswered } from '../asked/unanswered.ts';
import { asksUsualTime } from '../asked/usual-time.ts';
import type { Draft } from '../conversation.ts';
import { vaccineCost } from '../danger/advice.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { asksRepair, asksWhen } from '../filed/due-words.ts';
import { led, lines, type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { asksIfTold } from '../words/asking.ts';
import { asksToSee } from '../words/asks-to-see.ts';
import { questionsApart } from '../words/clauses.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksWhoCalls } from '../words/who-calls.ts';
import { READS_MINE, SEEN, WHO_LEARNS } from '../words/who-learns.ts';
import { namesAnyBody } from './body-names.ts';
import { fileDraft } from './file.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { behindOrdinal } from './several/numbered.ts';
import { comesOfIt } from './several/symptoms.ts';
import { asksOfWaiting } from './several/waiting-asked.ts';
import { holderNamed } from './supplier.ts';

/**
 * Sent as they agreed, with what they ask; that is answered as far as the desk knows it, and else goes along. Who asks whether
 * they will be known is told first, where the body would see them: once it is sent it cannot be unseen.
 */
export function filedWithQuestion(scene: Scene, draft: Draft, question: string): Move {
  const asking = retold(withState(scene, { draft }), [question]);
  const parts = questionsApart(question);
  const isOne = parts.length === 1;
  const learns = parts
    .map(part => retold(asking, [part]))
    .find(part => asksIfKnown(part) && (isOne || !isOfDay(part)));
  if (isSeen(draft) && learns) return toldFirst(learns, draft);
  if (isOne && asksWhen(question) && asksRepair(question) && !isOfDay(asking))
    return filedUntilDone(scene, draft, question);
  const open = parts
    .map(part => retold(asking, [part]))
    .filter(part => !isOfDay(part) && !asksOfWaiting(part));
  const known = open.map(part => knownAnswer(part, draft));
  const unknown = isOne ? [question] : open.map(({ burst }) => burst.text);
  const passedOn = unknown.filter((_, i) => known[i] === null);
  if (open.length === 0) return fileDraft(scene, draft);
  const filed = fileDraft(scene, { ...draft, description: [...draft.description, ...passedOn] });
  const words = lines(
    ...known.filter((one, i) => known.findIndex(other => other?.text === one?.text) === i),
    passedOn.length > 0 ? unanswered(retold(asking, passedOn), true) : null,
  );
  const [first, ...rest] = filed.replies;
  return first ? { ...filed, replies: [led(words, first), ...rest] } : filed;
}

/** The day, and how they hear of it, stand in what is said of every case that is filed. */
function isOfDay(asking: Scene): boolean {
  const { text } = asking.burst;
  const plain = plainWords(text);
  const isLearned = questionIn(asking, LIKELY_ACT) === 'howlong' && !asksRepair(text);
  return (HOW_LONG.test(plain) || isLearned || asksIfTold(plain)) && !asksUsualTime(text);
}

/** What the desk knows to one question; null: only the body does. */
function knownAnswer(asking: Scene, draft: Draft): Sentence | null {
  if (asksWhoCalls(asking.burst.text, isAfterDanger(asking))) return say(asking, 'emergency.you_call');
  const cost = vaccineCost(asking);
  if (cost) return cost;
  if (asksToSee(asking.burst.text))
    return say(asking, 'record.words', { words: readable(draft.description) });
  return (
    answerOfEvery(asking, null) ??
    ofAny(asking, draft.privacy, plainWords(asking.burst.text)) ??
    whoFirst(asking, draft) ??
    deskAnswer(asking) ??
    damageWords(asking, {
      holder: holderOfDraft(asking, draft)?.holder ?? null,
      description: draft.description,
    }) ??
    (asksIfKnown(asking) ? say(asking, SEEN[draft.privacy ?? 'open']) : null) ??
    answeredByDesk(asking, draft)
  );
}

/** When they come only the body says: the day that stands in what is said is for its answer. */
function filedUntilDone(scene: Scene, draft: Draft, question: string): Move {
  const filed = fileDraft(scene, { ...draft, description: [...draft.description, question] });
  const [first, ...rest] = filed.replies;
  const isDated = holderOfDraft(scene, draft) !== null && !isProposal(draft.kind ?? 'queja');
  if (first === undefined || !isDated) return filed;
  const { text, short = text } = first;
  return {
    ...filed,
    replies: [{ ...first, ...lines({ text, short }, say(scene, 'follow.when_done')) }, ...rest],
  };
}

function answeredByDesk(asking: Scene, draft: Draft): Sentence | null {
  const meant =
    questionIn(asking, SURE_QUESTION) ??
    (WHAT_THEY_DO.test(plainWords(asking.burst.text)) ? 'outcome' : null);
  if (meant === null || !OF_DESK.includes(meant) || hasOwnAnswer(asking)) return null;
  return answerOfReport(asking, draft, meant);
}

/** What the desk itself knows to every report. */
const OF_DESK: readonly Question[] = ['cost', 'desk', 'follow', 'duty', 'outcome'];
/** `¿Y lo van a multar o qué le hacen?` */
const WHAT_THEY_DO =
  /\b(?:(?:lo|la|los|las|le|les) (?:van a|va a) (?:multar|sancionar|castigar|botar|cerrar|suspender|hacer algo)|que (?:le|les) (?:hacen|van a hacer|pasa)|will they (?:fine|punish|close))\b/;

/** Is it asked whether those it is about will know who wrote it? */
export function asksIfKnown(asking: Scene): boolean {
  const plain = plainWords(asking.burst.text);
  if (asksWhoCalls(asking.burst.text, isAfterDanger(asking))) return false;
  const isSaid = WHO_LEARNS.test(plain) || READS_MINE.test(plain) || asksWhoReads(asking);
  return isSaid || (questionIn(asking, LIKELY_ACT) === 'seen' && !asksIfTold(plain));
}

/** Would the body see who wrote it, sent as it stands, and of what is no mere idea, which accuses nobody? */
export function isSeen({ privacy, kind }: Draft): boolean {
  if (kind !== null && isProposal(kind)) return false;
  return privacy !== 'confidential' && privacy !== 'anonymous';
}

/** Who reads it and what the body sees, said before anything is sent: how it is to be kept is asked behind it. */
export function toldFirst(asking: Scene, draft: Draft): Move {
  const { state } = withState(asking, { draft, lost: 0 });
  const ofWho = asksWhoReads(asking) ? deskAnswer(asking) : null;
  return { state, replies: [replyOf(ofWho ?? say(asking, SEEN[draft.privacy ?? 'open']))] };
}

/** `¿Primero responde Tigo o ASEP?`: what the rule of the catalogue says of it; null: no body is named, or no rule is known. */
function whoFirst(asking: Scene, draft: Draft): Sentence | null {
  const held = holderOfDraft(asking, draft);
  if (held === null || held.because === null || !namesAnyBody(asking, asking.burst.text)) return null;
  const agency = holderNamed(asking, held.holder, draft.description);
  return say(asking, 'summary.agency_rule', { agency, because: held.because });
}

/** By when they must answer stands in what is said of every case that is filed. */
const HOW_LONG =
  /\b(cuanto|cuando|how long|when)\b.*\b(demor\w*|tard\w*|tiempo|respond\w*|respuesta|contest\w*|takes?|answer|reply|hear)\b/;

/** What puts another thing beside what is agreed to. */
const BESIDE = /^(y|e|ni|ademas|tambien|tampoco|otra cosa|and|also|plus)\b/;
/** `Y no se olvide de …`: before one more matter, and no denial. */
export const UNFORGOTTEN =
  /^(y |and )?(que )?no (se )?(le )?olvid\w+ (de |que )?|^(and )?don t forget (that )?/;

/** The scene with the further matter that stands beside a yes or an order, `y tampoco hay luz`, for later; null: it tells none. */
export function furtherBeside(scene: Scene, draft: Draft, words: string): Scene | null {
  const plain = plainWords(words);
  if (comesOfIt(draft.description, words)) return null;
  // `Está bien. Aparte, hay una luminaria quemada`
  const isFurther = actIn(scene, SURE_ACT) === 'further';
  const isBeside = BESIDE.test(plain) || UNFORGOTTEN.test(plain);
  const next = behindOrdinal(words);
  const isNext = next !== null && otherMatter(scene, draft, next);
  if (!isFurther && !isNext && !(isBeside && otherMatter(scene, draft, words))) return null;
  return withState(scene, { later: [...scene.state.later, next ?? bare(words)] });
}

/** The other matter without the words that lead to it: `y no se olvide de`. */
function bare(words: string): string {
  const lead =
    /^(?:y |e |and |adem[aá]s |tambi[eé]n |also )*(?:que )?(?:no (?:se )?(?:le )?olvid\p{L}+ (?:de |que )?|don['’ ]?t forget (?:that )?)?/iu;
  return words.replace(lead, '');
}

/** Do these words surely tell what another service is for? */
function otherMatter(scene: Scene, draft: Draft, words: string): boolean {
  const service = sureService(scene, scene.facts.read(words).services, draft.place);
  return service !== null && service.id !== draft.serviceId;
}
