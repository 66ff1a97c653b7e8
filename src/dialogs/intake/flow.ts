import type { Kind, Privacy } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Reply } from '../../channels/channel.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { awaiting, pendingQuestion, questionAgain } from '../questions.ts';
import { led, type Move, type Scene, say, withState } from '../scene.ts';
import { newDraft } from '../state.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb, clearest, PROPOSED_TO } from './absorb.ts';
import { choicesFor } from './choices.ts';
import { namedAgency, onlyHolder, undenied, wordsAsPlace } from './guess.ts';
import { understoodIn } from './learned.ts';
import { MOST_QUESTIONS, nextQuestion, type Question } from './next.ts';
import { withoutAreaDenied } from './place/denied-area.ts';
import { doubtOf, exceptDenied, isOneName } from './place/namesakes.ts';
import { spotted } from './place/spotted.ts';
import { unknownPlace } from './place/unknown-place.ts';
import { keepsBack, possiblePrivacy, privacySaid, wishesHidden } from './privacy.ts';
import { hasRefused, refusedIn, withoutBodies } from './refusal.ts';
import { summaryChoices } from './summary.ts';
import { swapped } from './swapped.ts';
import { ofThemselves } from './themselves.ts';

/** Begins a report with what the burst says, and goes on as far as that leads; `lead` is said first. */
export function beginReport(scene: Scene, more: Partial<Draft> = {}, lead: Sentence | null = null): Move {
  const told = absorb({ ...newDraft(scene.facts.now), ...more }, scene);
  const draft = { ...told, privacy: told.privacy ?? keptBefore(scene) };
  const isWished = scene.facts.reading.flags.includes('anonymous');
  const cannot = isWished && possiblePrivacy(scene, 'anonymous') !== 'anonymous';
  return proceed(scene, draft, cannot ? say(scene, 'not_anonymous', { url: scene.publicUrl }) : lead);
}

/** Who kept the case of a moment ago in reserve hides with what they tell next too: the summary says so, and they may change it. */
function keptBefore(scene: Scene): Privacy | null {
  const [last] = scene.facts.cases.filter(c => isJustFiled(scene, c));
  const isShown = privacySaid(scene.whole) === 'normal';
  return last?.privacy === 'confidential' && !isShown ? 'confidential' : null;
}

/** Asks the next thing a draft needs, or shows its summary; `lead` is said first. */
export function proceed(scene: Scene, draft: Draft, lead: Sentence | null = null): Move {
  // Whatever was asked: `si sabe que fui yo me mata` is heard.
  const plain = plainWords(scene.burst.text);
  const isHidden = draft.privacy === null && (wishesHidden(plain) || keepsBack(plain));
  const own: Draft = isHidden ? { ...draft, privacy: 'confidential' } : draft;
  const question = nextQuestion(own, scene);
  return question === null ? showSummary(scene, own, lead) : askFor(scene, own, question, lead);
}

/** Shows what would be filed and waits for a yes. */
export function showSummary(scene: Scene, draft: Draft, lead: Sentence | null = null): Move {
  return saying(scene, summedUp(scene, draft), lead);
}

/** Takes in what was added, and asks to send it: of what stands in the summary, nothing need have changed. */
export function showAdded(scene: Scene, draft: Draft, lead = say(scene, 'added')): Move {
  return saying(scene, summedUp(scene, draft), lead, questionAgain);
}

function summedUp(scene: Scene, told: Draft): { draft: Draft; awaits: Awaits } {
  const before = scene.state.draft;
  // What they called it belongs to the matter that it was.
  const isOther = before?.summarised === true && before.serviceId !== told.serviceId;
  const draft = isOther && told.title === before.title ? { ...told, title: null } : told;
  const ready = retitled(scene, withoutAreaDenied(summed(settled(draft, scene), scene)));
  return { draft: ready, awaits: awaiting('confirm', summaryChoices(scene, ready)) };
}

/** Whose title is their own words does not show the place that was put right any more; the words themselves stay. */
function retitled({ state }: Scene, draft: Draft): Draft {
  const [before, after] = [state.draft?.place, draft.place];
  const isNamed = draft.serviceId !== null && !isProposal(draft.kind ?? 'queja');
  if (isNamed || !state.draft?.summarised || !before?.code || !after?.code || before.code === after.code)
    return draft;
  if (after.text.split(' ').length > MOST_OF_NAME) return draft;
  const now = plainWords([after.text, after.corregimiento, after.district].join(' '));
  // In more words a place may hold whom they met there: `Marta, del seguro de David`.
  const isName = before.text.split(' ').length <= MOST_OF_NAME;
  const names = [isName ? before.text : null, before.corregimiento, before.district].filter(
    name => name !== null,
  );
  const name = names.find(
    old =>
      old !== '' && !now.includes(plainWords(old)) && swapped(draft.description, old, after.text) !== null,
  );
  return name === undefined ? draft : { ...draft, misnamed: [...(draft.misnamed ?? []), name] };
}

const MOST_OF_NAME = 3;

/** What the first summary says stands beside what the citizen makes of it. */
function summed(draft: Draft, scene: Scene): Draft {
  const understood = draft.understood ?? understoodIn(scene, draft);
  return { ...draft, understood, summarised: true };
}

/** Likelier than this, a service is proposed in the summary though nobody was asked. */
const PROPOSED = 0.25;

/** What nobody could tell is set to what does least harm; the summary shows it. */
function settled(told: Draft, scene: Scene): Draft {
  // Refused with the first words already: `no quiero que le llegue a la misma policía`.
  const refused = told.summarised ? [] : told.description.flatMap(line => refusedIn(scene, told, line));
  const draft = refused.length > 0 ? withoutBodies(scene, told, refused) : told;
  const own = filled(scene, draft);
  return told.summarised ? own : (ofThemselves(scene, own) ?? own);
}

function filled(scene: Scene, draft: Draft): Draft {
  const { kinds } = scene.facts.combined();
  const { services, reasons: words } = clearest(scene, draft, scene.facts.combined());
  const kind = draft.kind ?? likelyKind(kinds);
  const privacy = draft.privacy ?? (kind === 'denuncia' ? 'confidential' : null);
  const [likeliest] = undenied(scene, services);
  const isOpen = draft.serviceId === null && draft.agencyId === null;
  const least = isProposal(kind) ? PROPOSED_TO : PROPOSED;
  const isProposed = isOpen && !draft.declined.includes('agency') && (likeliest?.p ?? 0) >= least;
  const serviceId = isProposed && likeliest ? likeliest.id : draft.serviceId;
  const named = hasRefused(draft)
    ? null
    : (namedAgency(scene.facts.combined(), kind) ?? holderOfAll(scene, { ...draft, kind }));
  const agencyId = isOpen && !isProposed ? named : draft.agencyId;
  // Who chose the service themselves needs no reason, and the name of one that was denied is none.
  const isDenied = serviceId === null && (draft.denied ?? []).length > 0;
  const isSame = (serviceId === draft.serviceId && agencyId === draft.agencyId) || isDenied;
  const reasons = draft.reasons.length > 0 || isSame ? draft.reasons : words;
  const where = draft.place ?? namesakePlace(scene, draft) ?? unfoundPlace(scene, draft);
  const { place } = spotted(scene, { ...draft, place: where });
  return { ...draft, kind, place, photoAt: null, privacy, serviceId, agencyId, reasons };
}

/** The body of all that it may be; where some was denied, the line that tells the matter says more than the denial beside it. */
function holderOfAll(scene: Scene, draft: Draft): string | null {
  const { description, denied = [] } = draft;
  const told = denied.length > 0 ? description : [description.join('\n')];
  const holders = told.map(line => onlyHolder(scene, scene.facts.read(line).services, draft));
  return holders.find(holder => holder !== null) ?? null;
}

/** A proposal that is less than likely is shown as a complaint: that one is answered within its days. */
function likelyKind([best]: readonly Ranked<Kind>[]): Kind {
  const isFaint = best === undefined || (isProposal(best.id) && best.p < LIKELY_PROPOSAL);
  return isFaint ? 'queja' : best.id;
}

const LIKELY_PROPOSAL = 0.5;

/** Which of several places was never asked: their name says something all the same. */
function namesakePlace({ facts }: Scene, draft: Draft): Draft['place'] {
  const { among, named } = doubtOf(exceptDenied(facts.combined().places, draft));
  const name = named ?? (isOneName(among.map(({ text }) => text)) ? among[0]?.text : null);
  return name ? wordsAsPlace(name, null) : null;
}

/** A name that nobody finds on the map says something too, where no place was asked for: `vía Tocumen`. */
function unfoundPlace(scene: Scene, { description, declined }: Draft): Draft['place'] {
  const name = declined.includes('place') ? null : unknownPlace(scene, description);
  return name === null ? null : wordsAsPlace(name, null);
}

/** Asks one thing and counts it, so that it is not asked again. */
export function askFor(scene: Scene, draft: Draft, question: Question, lead: Sentence | null = null): Move {
  const awaits = awaiting(question.ask, choicesFor(scene, question));
  const asked: Draft = { ...draft, place: namedIn(draft, question), asked: [...draft.asked, question.ask] };
  return saying(scene, { draft: asked, awaits }, lead);
}

/** The name that was told stays, though nobody knows yet which place is meant. */
function namedIn({ place }: Draft, question: Question): Draft['place'] {
  const name = question.ask === 'place' ? question.named : null;
  return place === null && name ? wordsAsPlace(name, null) : place;
}

/** Asks the same once more in another way, while questions are left; else goes on without. */
export function askFurther(scene: Scene, draft: Draft, question: Question): Move {
  if (!isAskedEnough(draft)) return askFor(scene, draft, question);
  return proceed(scene, { ...draft, declined: [...draft.declined, question.ask] });
}

/** Have they been asked as much as they may be before the summary? */
export function isAskedEnough({ summarised, asked }: Draft): boolean {
  return !summarised && asked.length >= MOST_QUESTIONS;
}

/** Says `lead` and what is now awaited, as one reply. */
export function saying(
  scene: Scene,
  change: { draft: Draft | null; awaits: Awaits | null },
  lead: Sentence | null = null,
  asked: (before: Scene, now: Scene) => Reply | null = (_, now) => pendingQuestion(now),
): Move {
  const next = withState(scene, { ...change, lost: 0 });
  const question = asked(scene, next);
  return { state: next.state, replies: question ? [led(lead, question)] : [] };
}
