import { KINDS, type Kind } from '../../cases/case.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Choice, Reply } from '../../channels/channel.ts';
import type { PlaceGuess } from '../../nlu/classifier.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { awaiting, pendingQuestion } from '../questions.ts';
import { choiceOf, lines, type Move, type Scene, say, type View, withState } from '../scene.ts';
import { newDraft } from '../state.ts';
import { absorb } from './absorb.ts';
import { areaOf, needsPlace } from './guess.ts';
import { nextQuestion, type Question } from './next.ts';
import { summaryChoices } from './summary.ts';

/** Begins a report with what the burst says, and goes on as far as that leads. */
export function beginReport(scene: Scene, text: string, more: Partial<Draft> = {}): Move {
  const draft = { ...newDraft(scene.facts.now), ...more };
  const { reading, channel } = scene.facts;
  const cannot = reading.flags.includes('anonymous') && !channel.capabilities.anonymous;
  const lead = cannot ? say(scene, 'not_anonymous', { url: scene.publicUrl }) : null;
  return proceed(scene, absorb(draft, scene, text), lead);
}

/** Asks the next thing a draft needs, or shows its summary; `lead` is said first. */
export function proceed(scene: Scene, draft: Draft, lead: Sentence | null = null): Move {
  const question = nextQuestion(draft, scene);
  return question === null ? showSummary(scene, draft, lead) : askFor(scene, draft, question, lead);
}

/** Shows what would be filed and waits for a yes. */
export function showSummary(scene: Scene, draft: Draft, lead: Sentence | null = null): Move {
  const ready = { ...settled(draft, scene), summarised: true };
  const awaits = awaiting('confirm', summaryChoices(scene, ready));
  return saying(scene, { draft: ready, awaits }, lead);
}

/** What nobody could tell is set to what does least harm; the summary shows it. */
function settled(draft: Draft, scene: Scene): Draft {
  const kind = draft.kind ?? scene.facts.combined.kinds[0]?.id ?? 'queja';
  const [likeliest] = scene.facts.combined.services;
  const undecided = draft.serviceId === null && draft.agencyId === null && !draft.declined.includes('agency');
  const serviceId = undecided && likeliest && likeliest.p >= 0.25 ? likeliest.id : draft.serviceId;
  const reasons = draft.reasons.length > 0 ? draft.reasons : scene.facts.combined.reasons;
  return { ...draft, kind, serviceId, reasons };
}

/** Asks one slot; `asked` remembers it, so that it is not asked again. */
export function askFor(scene: Scene, draft: Draft, question: Question, lead: Sentence | null = null): Move {
  const asked = draft.asked.includes(question.ask) ? draft.asked : [...draft.asked, question.ask];
  const awaits = awaiting(question.ask, choicesFor(scene, question));
  return saying(scene, { draft: { ...draft, asked }, awaits }, lead);
}

/** Says `lead` and what is now awaited, as one reply. */
export function saying(
  scene: Scene,
  change: { draft: Draft | null; awaits: Awaits | null },
  lead: Sentence | null = null,
): Move {
  const next = withState(scene, { ...change, lost: 0 });
  const question = pendingQuestion(next);
  return { state: next.state, replies: question ? [led(lead, question)] : [] };
}

/** A reply with a sentence before its own. */
export function led(lead: Sentence | null, reply: Reply): Reply {
  if (lead === null) return reply;
  const { text, short } = reply;
  return { ...reply, ...lines(lead, { text, ...(short === undefined ? {} : { short }) }) };
}

function choicesFor(scene: Scene, question: Question): Choice[] {
  switch (question.ask) {
    case 'kind':
      return kindChoices(scene);
    case 'privacy':
      return privacyChoices(scene);
    case 'agency':
      return serviceChoices(scene, question.among);
    case 'place':
      return placeChoices(scene, question.among);
    case 'contact':
      return [choiceOf(scene, 'choice.no_contact', 'none')];
    default:
      return [];
  }
}

/** The four kinds, each with what it means. */
export function kindChoices(view: View): Choice[] {
  return KINDS.map((kind: Kind) => choiceOf(view, `choice.kind_${kind}`, kind));
}

/** How much of the writer may be seen; anonymous only where nobody knows who writes. */
export function privacyChoices(scene: Scene): Choice[] {
  const anonymous = scene.facts.channel.capabilities.anonymous;
  return [
    choiceOf(scene, 'choice.confidential', 'confidential'),
    choiceOf(scene, 'choice.normal', 'normal'),
    ...(anonymous ? [choiceOf(scene, 'choice.anonymous', 'anonymous')] : []),
  ];
}

/** Services in the citizen's words, and the way out. */
export function serviceChoices(view: View, among: Service[]): Choice[] {
  if (among.length === 0) return [];
  const named = among.map(({ id, name }) => ({ label: name[view.state.language], value: `service:${id}` }));
  return [...named, choiceOf(view, 'choice.other_matter', 'other')];
}

/** Places of one name, told apart by what they lie in. */
export function placeChoices(view: View, among: PlaceGuess[]): Choice[] {
  if (among.length === 0) return [];
  const named = among.map(guess => ({ label: areaOf(guess), value: `place:${guess.code}:${guess.text}` }));
  return [...named, choiceOf(view, 'choice.other_place', 'other')];
}

/** Does a draft still lack the place somebody must be sent to? */
export function lacksPlace(view: View, draft: Draft): boolean {
  return draft.place === null && needsPlace(view, draft);
}

/** A short word that something was noted. */
export function noted(scene: Scene): Sentence {
  return say(scene, 'noted');
}
