import type { EmergencyCategory } from '../catalogue/catalogue.ts';
import type { Choice, Reply } from '../channels/channel.ts';
import type { Draft } from './conversation.ts';
import { absorb } from './intake/absorb.ts';
import { proceed } from './intake/flow.ts';
import { tellsMatter } from './intake/matter.ts';
import { awaiting, pendingQuestion } from './questions.ts';
import { choiceOf, lines, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import { newDraft } from './state.ts';

/** Dangers that need words of their own; the others share one sentence. */
const OWN_WORDS = ['suicidio', 'violencia_mujer', 'menor'] as const;

/**
 * Danger in any state: the numbers first, nothing promised. What was being talked about stays as it was and is asked
 * again; a danger that is also a matter for a body (a fallen line) may be reported too.
 */
export const emergency: Topic = scene => {
  const danger = scene.facts.reading.emergency;
  const category = danger && scene.catalogue.emergencies.get(danger.category);
  if (!category) return null;
  const numbers = replyOf(numbersOf(scene, category), { class: 'emergency' });
  if (scene.conversation.mode !== 'bot') return { state: scene.state, replies: [numbers] };
  // A person should look, whatever becomes of the talk.
  const set = { review: true, reason: 'danger', since: scene.facts.now };
  return { ...goOn(scene, category, numbers), set };
};

function numbersOf(scene: Scene, { id, lines: telephones }: EmergencyCategory) {
  const { language } = scene.state;
  const own = OWN_WORDS.find(known => known === id);
  const list = telephones.map(({ number, name }) => `• ${number} – ${name[language]}`).join('\n');
  const brief = telephones
    .slice(0, 3)
    .map(({ number, name }) => `${number} ${name[language]}`)
    .join('; ');
  const { text, short } = say(scene, own ? `emergency.${own}` : 'emergency.any');
  const after = say(scene, 'emergency.after');
  return {
    text: `${text}\n${list}\n${after.text}`,
    short: `${short ?? text} ${brief}. ${after.short ?? after.text}`,
  };
}

function goOn(scene: Scene, category: EmergencyCategory, numbers: Reply): Move {
  // Nobody who thinks of dying is asked about a pipe in the same breath.
  if (category.id === 'suicidio') return { state: scene.state, replies: [numbers] };
  const { draft, awaits } = scene.state;
  const tells = tellsMatter(scene.burst.text, scene.facts.reading);
  if (draft !== null && awaits !== null && tells) return takeDown(scene, draft, numbers);
  const question = pendingQuestion(scene);
  if (question) {
    const lead = say(scene, 'emergency.go_on');
    return {
      state: scene.state,
      replies: [numbers, { ...question, ...lines(lead, question as { text: string }) }],
    };
  }
  if (!tells) {
    return { state: scene.state, replies: [numbers] };
  }
  return offerReport(scene, numbers);
}

/** What was said of the danger belongs to the report that is being taken down. */
function takeDown(scene: Scene, draft: Draft, numbers: Reply): Move {
  const move = proceed(scene, absorb(draft, scene, scene.burst.text), say(scene, 'emergency.go_on'));
  return { ...move, replies: [numbers, ...move.replies] };
}

/** The same words can be filed when the danger is over; nothing is until they say so. */
function offerReport(scene: Scene, numbers: Reply): Move {
  const draft: Draft = absorb(newDraft(scene.facts.now), scene, scene.burst.text);
  const choices: Choice[] = [
    choiceOf(scene, 'choice.report', 'yes'),
    choiceOf(scene, 'choice.no_report', 'no'),
  ];
  const next = withState(scene, { draft, awaits: awaiting('resume', choices) });
  const offer = replyOf(say(scene, 'emergency.offer'), { asks: 'resume', choices });
  return { state: next.state, replies: [numbers, offer] };
}
