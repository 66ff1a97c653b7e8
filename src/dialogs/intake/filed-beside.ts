import { isProposal } from '../../cases/lifecycle.ts';
import type { Question } from '../../catalogue/act.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, LIKELY_ACT, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { answerOfReport } from '../asked/asked-in-general.ts';
import { asksWhoReads, deskAnswer } from '../asked/desk-answer.ts';
import { answerOfEvery } from '../asked/of-every-matter.ts';
import { hasOwnAnswer, unanswered } from '../asked/unanswered.ts';
import { asksUsualTime } from '../asked/usual-time.ts';
import type { Draft } from '../conversation.ts';
import { asksRepair, asksWhen } from '../filed/due-words.ts';
import { led, lines, type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { asksIfTold } from '../words/asking.ts';
import { asksToSee } from '../words/asks-to-see.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { READS_MINE, SEEN, WHO_LEARNS } from '../words/who-learns.ts';
import { namesAnyBody } from './body-names.ts';
import { fileDraft } from './file.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { behindOrdinal } from './several/numbered.ts';
import { comesOfIt } from './several/symptoms.ts';
import { holderNamed } from './supplier.ts';

/**
 * Sent as they agreed, with what they ask; that is answered as far as the desk knows it, and else goes along. Who asks whether
 * they will be known is told first, where the body would see them: once it is sent it cannot be unseen.
 */
export function filedWithQuestion(scene: Scene, draft: Draft, question: string): Move {
  const asking = retold(withState(scene, { draft }), [question]);
  const meant = questionIn(asking, LIKELY_ACT);
  const plain = plainWords(question);
  const learns = asksIfKnown(asking);
  if (learns && isSeen(draft)) return toldFirst(asking, draft);
  // The day, and how they hear of it, stand in what is said of every case that is filed.
  const isOfDay = HOW_LONG.test(plain) || (meant === 'howlong' && !asksRepair(question)) || asksIfTold(plain);
  if (isOfDay && !asksUsualTime(question)) return fileDraft(scene, draft);
  if (asksWhen(question) && asksRepair(question)) return filedUntilDone(scene, draft, question);
  const seen = learns ? say(scene, SEEN[draft.privacy ?? 'open']) : null;
  const own = answeredByDesk(asking, draft);
  const read = asksToSee(question)
    ? say(scene, 'record.words', { words: readable(draft.description) })
    : null;
  const known =
    read ?? answerOfEvery(asking, null) ?? whoFirst(asking, draft) ?? deskAnswer(asking) ?? seen ?? own;
  const description = known === null ? [...draft.description, question] : draft.description;
  const filed = fileDraft(scene, { ...draft, description });
  const [first, ...rest] = filed.replies;
  return first ? { ...filed, replies: [led(known ?? unanswered(asking, true), first), ...rest] } : filed;
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
  const meant = questionIn(asking, SURE_QUESTION);
  if (meant === null || !OF_DESK.includes(meant) || hasOwnAnswer(asking)) return null;
  return answerOfReport(asking, draft, meant);
}

/** What the desk itself knows to every report. */
const OF_DESK: readonly Question[] = ['cost', 'desk', 'follow', 'duty'];

/** Is it asked whether those it is about will know who wrote it? */
export function asksIfKnown(asking: Scene): boolean {
  const plain = plainWords(asking.burst.text);
  const isSaid = WHO_LEARNS.test(plain) || READS_MINE.test(plain) || asksWhoReads(asking);
  return isSaid || questionIn(asking, LIKELY_ACT) === 'seen';
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
