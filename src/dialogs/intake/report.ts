import { chosen, isYes } from '../chosen.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { awaiting, pendingQuestion } from '../questions.ts';
import { choiceOf, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { newDraft } from '../state.ts';
import { absorb } from './absorb.ts';
import { beginReport, led, proceed, saying } from './flow.ts';
import { surePlace, sureService } from './guess.ts';
import { partsOf, tellsMatter } from './matter.ts';

/** A new matter, in whatever completeness it comes: with everything, or as "quiero poner una queja". */
export const newReport: Topic = scene => {
  const { facts, burst } = scene;
  const { reading } = facts;
  if (burst.text === '') return wordless(scene);
  if (reading.intent !== 'report') return null;
  const [first, ...others] = mattersOf(scene);
  if (first !== undefined && others.length > 0) return beginFirst(scene, first, others);
  return beginReport(scene, burst.text);
};

/** A photo, a voice note or a pin without a word: kept, and asked what it shows. */
function wordless(scene: Scene): Move | null {
  const { burst, facts } = scene;
  if (burst.files.length === 0 && !burst.pinned) return null;
  const draft = absorb(newDraft(facts.now), scene, '');
  const sound = burst.files.some(({ type }) => type.startsWith('audio/'));
  const key = burst.files.length === 0 ? 'pin_alone' : sound ? 'voice_alone' : 'file_alone';
  const asked: Draft = { ...draft, asked: ['description'] };
  const next = withState(scene, { draft: asked, awaits: awaiting('description'), lost: 0 });
  return { state: next.state, replies: [replyOf(say(scene, key), { asks: 'description' })] };
}

/** The matters of a message, each in its own words; fewer than two: it is one. */
function mattersOf(scene: Scene): string[] {
  const { facts, burst } = scene;
  if (!facts.reading.flags.includes('two_matters')) return [];
  const matters: { serviceId: string | null; text: string }[] = [];
  for (const text of partsOf(burst.text)) {
    const reading = facts.read(text);
    const serviceId = sureService(scene, reading.services, null)?.id ?? null;
    const last = matters.at(-1);
    const goesOn = last && (serviceId === null || matters.some(matter => matter.serviceId === serviceId));
    if (goesOn) last.text = `${last.text}. ${text}`;
    else matters.push({ serviceId, text });
  }
  return matters.filter(({ serviceId }) => serviceId !== null).length > 1
    ? matters.map(({ text }) => text)
    : [];
}

/** The first matter now, the others after it. A place said once is meant for all. */
function beginFirst(scene: Scene, first: string, others: string[]): Move {
  const place = surePlace(scene.facts.reading.places);
  const own = withState(retold(scene, first), { later: others });
  const move = beginReport(own, first, { place: surePlace(own.facts.reading.places) ?? place });
  const [reply, ...rest] = move.replies;
  return reply ? { ...move, replies: [led(say(scene, 'two_matters'), reply), ...rest] } : move;
}

/** Shall the next matter of an earlier message be taken up? Null: that was no answer. */
export function answerSplit(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosen(awaits.choices, scene.burst)?.value ?? (isYes(scene.burst.text) ? 'yes' : null);
  if (pick === null) return null;
  if (pick === 'no') {
    return {
      state: withState(scene, { awaits: null, later: [] }).state,
      replies: [replyOf(say(scene, 'fine'))],
    };
  }
  const text = awaits.held?.text ?? '';
  const own = retold(withState(scene, { awaits: null }), text, []);
  const place = surePlace(own.facts.reading.places) ?? scene.facts.cases[0]?.place ?? null;
  return beginReport(own, text, { place });
}

/** Go on with the report that was begun, or leave it? Null: that was no answer. */
export function answerResume(scene: Scene, awaits: Awaits): Move | null {
  const { draft } = scene.state;
  const pick = chosen(awaits.choices, scene.burst)?.value;
  const { held } = awaits;
  if (draft === null || pick === undefined) return null;
  const free = withState(scene, { awaits: null });
  if (pick === 'yes') return proceed(free, { ...draft, touchedAt: scene.facts.now.toISOString() });
  const left = withState(free, { draft: null });
  if (held && held.text !== '') return beginReport(retold(left, held.text, held.files), held.text);
  return { state: left.state, replies: [replyOf(say(scene, 'dropped'))] };
}

/** An old draft and new words that do not answer it: which of the two? */
export function askResume(scene: Scene): Move {
  const { text, files } = scene.burst;
  const choices = [choiceOf(scene, 'choice.resume', 'yes'), choiceOf(scene, 'choice.new_report', 'no')];
  const awaits = awaiting('resume', choices, { held: { text, files } });
  return saying(scene, { draft: scene.state.draft, awaits });
}

/** Fewer words are chatter, not a matter to insist on. */
const LEAST_WORDS = 5;

/** What does not seem a matter for this office: said so, and taken all the same if they insist. */
export const notOurs: Topic = scene => {
  const { facts, burst } = scene;
  if (facts.reading.intent !== 'out_of_scope' || burst.text === '') return null;
  if (!tellsMatter(burst.text, facts.reading) || burst.text.split(/\s+/).length < LEAST_WORDS) return null;
  const choices = [choiceOf(scene, 'choice.insist', 'yes'), choiceOf(scene, 'choice.no', 'no')];
  const awaits = awaiting('insist', choices, { held: { text: burst.text, files: burst.files } });
  const next = withState(scene, { awaits, lost: 0 });
  const question = pendingQuestion(next);
  return { state: next.state, replies: question ? [question] : [] };
};

/** File it although it does not seem ours? Null: that was no answer. */
export function answerInsist(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosen(awaits.choices, scene.burst)?.value;
  if (pick === undefined) return null;
  const free = withState(scene, { awaits: null });
  const { held } = awaits;
  if (pick === 'no' || !held) return { state: free.state, replies: [replyOf(say(scene, 'fine'))] };
  const own = retold(free, held.text, held.files);
  const draft = absorb(newDraft(scene.facts.now), own, held.text);
  return proceed(own, {
    ...draft,
    description: draft.description.length > 0 ? draft.description : [held.text],
  });
}
