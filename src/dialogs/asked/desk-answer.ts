import type { Sentence } from '../../texts.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { mayBeUnjoined } from '../filed/unjoined-by-act.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { possiblePrivacy, privacySaid, wishesHidden } from '../intake/privacy.ts';
import { letsBeKnown } from '../intake/self-shown.ts';
import { stepOf } from '../questions.ts';
import { lines, type Scene, say } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { asksIfTold, isOfReport } from '../words/asking.ts';
import {
  asksIfToldHere,
  asksToSend,
  asksWhatIsKept,
  speaksOfVoice,
  whoIsTold,
  whomNamed,
} from '../words/asks-desk.ts';
import { asksIfAccusedReads, asksIfSentAway, fearsForPapers } from '../words/fears.ts';
import { plainWords } from '../words/plain-words.ts';
import { isPraise } from '../words/praise.ts';
import { asksHowToAdd } from '../words/question-words.ts';
import { asksWhoCalls } from '../words/who-calls.ts';
import { SEEN, WHO_READS } from '../words/who-learns.ts';

/** What the desk knows to a question about itself, the one sentence of this scene; null: it is no such question. */
export function deskAnswer(asking: Scene, whole = asking.burst.text): Sentence | null {
  const { text } = asking.burst;
  const plain = plainWords(text);
  if (asksWhoCalls(text, isAfterDanger(asking))) return say(asking, 'emergency.you_call');
  // `¿Qué datos guardan y quién los ve?` asks both.
  if (asksWhatIsKept(plain))
    return READS.test(plain) ? lines(keptOf(asking), whoLearns(asking, whole)) : keptOf(asking);
  const sent =
    isOfReport(text) && !/\b(foto|video|papel)/.test(plain) ? null : asksToSend(plain, plainWords(whole));
  if (sent === 'here' || (sent !== null && hasReport(asking))) return fileWords(asking, whole);
  if (asksHowToAdd(text) && hasReport(asking)) return say(asking, 'asked.add_here');
  const feared = fearAnswered(asking, plain, whole);
  if (feared) return feared;
  const isWish = !text.includes('?') && plainWords(whole) !== plain && wishesHidden(plain);
  if (!isWish && asksWhoIsTold(asking, plain)) return whoLearns(asking, whole);
  const isTold =
    asksIfToldHere(plain) || (asksIfTold(plain) && !WHEN.test(plain) && caseMeant(asking) !== null);
  return isTold ? toldHere(asking) : null;
}

/** `¿Cuándo me llaman?` asks for a day, `¿quién me llama?` for a body, and a person of the desk is another matter. */
const WHEN =
  /\b(?:persona|humano|person|somebody)\b|^(?:y |pero |oiga |and )*(?:(?:para|en) )?(?:cuando|cuant\w+|quien(?:es)?|when|who|how (?:long|soon))\b/;

/** What is asked in fear of who reads it: never passed on, and with where else they can turn. Null: no such fear. */
function fearAnswered(asking: Scene, plain: string, whole: string): Sentence | null {
  const { draft } = asking.state;
  const told = draft ?? caseMeant(asking);
  const isOfPapers = asksIfSentAway(plain, plainWords(whole), told !== null);
  const isTold = asksWhoIsTold(asking, plain) && fearsForPapers(plainWords(whole));
  if (isOfPapers || isTold)
    return lines(whoLearns(asking, whole), withOmbudsman(asking, 'asked.papers_feared'));
  if (told === null || isOfPraise(asking)) return null;
  if (!asksIfAccusedReads(asking.burst.text, told.description.join('\n'))) return null;
  return lines(whoLearns(asking, whole), withOmbudsman(asking, 'asked.accused_there'));
}

/** Who sees to the rights of everybody, whatever body it is about. */
function withOmbudsman(scene: Scene, key: 'asked.papers_feared' | 'asked.accused_there'): Sentence {
  const { agencies, centre } = scene.catalogue;
  const body = agencies.get(centre.ombudsman ?? '');
  return say(scene, key, { website: body?.website ?? body?.acronym ?? '311' });
}

function hasReport(scene: Scene): boolean {
  return scene.state.draft !== null || caseMeant(scene) !== null || mayBeUnjoined(scene);
}

/** Is it asked who reads it or is told, also in fear of it? */
export function asksWhoReads(asking: Scene): boolean {
  const { text } = asking.burst;
  const plain = plainWords(text);
  return fearAnswered(asking, plain, text) !== null || asksWhoIsTold(asking, plain);
}

/** Of somebody it must sound like a question of who is seen; of themselves no more is needed. */
function asksWhoIsTold(asking: Scene, plain: string): boolean {
  // `Que no sepan que fui yo` wishes it, and who was praised may well be told.
  const isKept = asking.state.draft !== null || caseMeant(asking) !== null;
  const isWish = isKept && (wishesHidden(plain) || letsBeKnown(asking.burst.text));
  if (isWish || isOfPraise(asking)) return false;
  const of = whoIsTold(plain);
  if (of === 'me' || (WHO_READS.test(plain) && READS.test(plain))) return true;
  const seen = asking.facts.acts(asking.burst.text).questions.find(({ id }) => id === 'seen')?.p ?? 0;
  return of === 'somebody' && seen >= LEAST_SEEN;
}

/** What was praised, in the report that is open or the case that is meant. */
function isOfPraise(scene: Scene): boolean {
  const told = scene.state.draft?.description ?? caseMeant(scene)?.description ?? [];
  return isPraise(told.join('\n'));
}

const LEAST_SEEN = 0.3;
const READS = /\b(quien|quienes|who)\b.*\b(ve|ven|ver|lee|leen|leer|lle?gan?|reads?|sees?|see)\b/;

/** Who reads it, that nobody else is told, and what the body sees, as it is kept. */
export function whoLearns(scene: Scene, whole = scene.burst.text): Sentence {
  const { draft, language } = scene.state;
  const c = draft ? null : caseMeant(scene);
  const held = draft && holderOfDraft(scene, draft);
  const agency = c ? bodyOf(scene, c) : held && scene.catalogue.agencies.get(held.holder.agencyId)?.acronym;
  const named = language === 'es' ? (whomNamed(scene.burst.text) ?? whomNamed(whole)) : null;
  // The body that has it is told, of course.
  const whom = named !== null && agency?.includes(named) ? null : named;
  const told =
    whom === null
      ? say(scene, 'asked.nobody_told')
      : say(scene, 'asked.not_told', { whom: whom.startsWith('el ') ? `al ${whom.slice(3)}` : `a ${whom}` });
  const read = agency ? say(scene, 'asked.read_by', { agency }) : say(scene, 'asked.read_by_body');
  const seen = c ? SEEN[c.privacy] : seenOf(scene, whole);
  return lines(read, told, seen && say(scene, seen));
}

/** What the body will see of a report, as it is kept or said to be in the same words; with none open in general. Null: just asked. */
function seenOf(scene: Scene, whole: string): TextKey | null {
  const { draft, awaits } = scene.state;
  const said = privacySaid(whole);
  if (draft && said !== null) return SEEN[possiblePrivacy(scene, said)];
  if (draft === null) return 'info.who_learns';
  const isAsked = draft.privacy === null && awaits !== null && stepOf(awaits) === 'privacy';
  return isAsked ? null : SEEN[draft.privacy ?? 'open'];
}

/** What is kept of who writes here, and their telephone where the channel tells it. */
export function keptOf(scene: Scene): Sentence {
  const isWeb = scene.facts.channel.capabilities.anonymous;
  const contact = scene.state.draft?.contact ?? caseMeant(scene)?.reporter?.contact ?? null;
  const known =
    contact === null ? say(scene, 'asked.kept_none') : say(scene, 'asked.kept_contact', { words: contact });
  return isWeb
    ? lines(
        known,
        say(scene, 'asked.kept_words'),
        say(scene, 'my_data_web', { url: `${scene.publicUrl}/chat/export` }),
      )
    : lines(say(scene, 'asked.kept_address'), say(scene, 'my_data'));
}

/** Whether a photo or a paper may be sent here; an anonymous report keeps none. */
export function fileWords(scene: Scene, whole = scene.burst.text): Sentence {
  const { draft } = scene.state;
  const c = draft ? null : caseMeant(scene);
  const isVoice = speaksOfVoice(plainWords(scene.burst.text)) && c === null && draft?.privacy !== 'anonymous';
  if (isVoice && !/\banonim/.test(plainWords(whole))) return say(scene, 'files_voice');
  if (draft) return say(scene, draft.privacy === 'anonymous' ? 'files_anonymous' : 'files_welcome_here');
  if (c) return say(scene, 'follow.files', { number: c.number });
  const isOfAnonymous = /\banonim/.test(plainWords(whole));
  if (isOfAnonymous && mayBeUnjoined(scene)) return say(scene, 'files_unjoined');
  if (isOfAnonymous) return say(scene, 'files_anonymous');
  return mayBeUnjoined(scene)
    ? lines(say(scene, 'files_welcome'), say(scene, 'files_unjoined'))
    : say(scene, 'files_welcome');
}

/** Where the answer and all news come. */
export function toldHere(scene: Scene): Sentence {
  const { draft } = scene.state;
  const url = `${scene.publicUrl}/caso`;
  if (draft && isOfAnonymous(scene)) return say(scene, 'record.answer_page', { url });
  if (draft) return say(scene, 'record.answer_here');
  const c = caseMeant(scene);
  if (c) return say(scene, 'follow.told_here', { number: c.number });
  return mayBeUnjoined(scene) ? say(scene, 'pin.page_only', { url }) : say(scene, 'asked.told_here', { url });
}

/** Is the report kept without a name, or spoken of so: `si la mando anónima, ¿me llega respuesta?` No answer reaches such a one here. */
export function isOfAnonymous(scene: Scene): boolean {
  const said = privacySaid(scene.whole);
  const kept = said === null ? scene.state.draft?.privacy : possiblePrivacy(scene, said);
  return kept === 'anonymous' || (said === null && /\banon[iy]m/.test(plainWords(scene.whole)));
}
