import type { Reply } from '../channels/channel.ts';
import type { Conversation } from '../storage/store.ts';
import { alarm, wakeAtOf } from './alarm.ts';
import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { emergency } from './emergency.ts';
import { followUp, sameAgain } from './follow-up.ts';
import { information } from './information.ts';
import { led } from './intake/flow.ts';
import { newReport, notOurs } from './intake/report.ts';
import { inLanguage, otherLanguage } from './language.ts';
import { notUnderstood } from './lost.ts';
import { myData } from './my-data.ts';
import { optOut } from './opt-out.ts';
import { wantsPerson, withPerson } from './person.ts';
import { isEmpty, type Move, type Scene, say, sceneOf, type Topic } from './scene.ts';
import { badMood, smallTalk } from './small-talk.ts';
import { namedCase, ownCases } from './status.ts';
import type { Facts, Stimulus, Turn } from './turn.ts';

/** The order of the desk: the first topic that takes a scene has it. */
const TOPICS: readonly Topic[] = [
  emergency,
  withPerson,
  commands,
  myData,
  wantsPerson,
  badMood,
  namedCase,
  answers,
  ownCases,
  followUp,
  sameAgain,
  newReport,
  information,
  notOurs,
  smallTalk,
];

/**
 * What happened in a talk, and what follows: the new state, the replies, the cases. Pure: the same conversation,
 * stimulus and facts give the same turn. Never throws for anything a citizen can send.
 */
export function advance(conversation: Conversation, stimulus: Stimulus, facts: Facts): Turn {
  const scene = sceneOf(conversation, stimulus, facts);
  const move = 'wake' in stimulus ? alarm(scene) : hear(scene, stimulus);
  return turnOf(scene, move);
}

function hear(heard: Scene, stimulus: Exclude<Stimulus, { wake: true }>): Move {
  const signalled = optOut(heard, stimulus.messages);
  if (signalled) return signalled;
  if (isEmpty(heard.burst)) return { state: heard.state, replies: [], silence: 'nothing_said' };
  const language = otherLanguage(heard);
  const scene = language === null ? heard : inLanguage(heard, language);
  const move = firstOf(scene) ??
    notUnderstood(scene) ?? { state: scene.state, replies: [], silence: 'not_taken' };
  return introduced(scene, withFileNews(scene, move));
}

function firstOf(scene: Scene): Move | null {
  for (const topic of TOPICS) {
    const move = topic(scene);
    if (move !== null) return move;
  }
  return null;
}

/** A file that could not be taken is said, whatever else was. */
function withFileNews(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  if (scene.burst.unreadable === 0 || !first || first.class === 'emergency') return move;
  return { ...move, replies: [led(say(scene, 'files_unreadable'), first), ...rest] };
}

/** The first time it speaks, the bot says that it is one. */
function introduced(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  if (scene.state.greeted || !first || first.class === 'emergency') return move;
  const replies: Reply[] = [isGreeting(scene) ? first : led(say(scene, 'introduction'), first), ...rest];
  return { ...move, replies, state: { ...move.state, greeted: true } };
}

/** A greeting introduces the bot itself. */
function isGreeting({ facts, state }: Scene): boolean {
  return facts.reading.intent === 'greeting' && state.awaits === null;
}

function turnOf(scene: Scene, { state, replies, set = {}, cases = [], erase, silence }: Move): Turn {
  const wakeAt = set.mode === 'waiting' ? null : wakeAtOf(state, scene);
  return {
    ...{ state, replies, cases, set: { wakeAt, ...set } },
    ...(erase ? { erase } : {}),
    silence: replies.length === 0 ? (silence ?? 'nothing_said') : null,
  };
}
