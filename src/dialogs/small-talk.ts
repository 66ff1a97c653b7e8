import { plainWords } from '../catalogue/words.ts';
import { isNo, isYes } from './chosen.ts';
import { led } from './intake/flow.ts';
import { toPerson } from './person.ts';
import { pendingQuestion } from './questions.ts';
import { type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import type { TextKey } from './text-keys.ts';

/** Greetings and thanks: one line each, then what can be written here. */
export const smallTalk: Topic = scene => {
  const { burst, facts, state } = scene;
  const { intent } = facts.reading;
  if (burst.files.length > 0 || burst.text === '') return null;
  if (intent === 'greeting') return oneLine(scene, state.greeted ? 'greeting_again' : 'greeting', true);
  if (intent === 'thanks' || (isYes(burst.text) && state.awaits === null))
    return oneLine(scene, 'thanks', false);
  if (isNo(burst.text) && state.awaits === null) return oneLine(scene, 'fine', false);
  // One or two odd words are a slip of the finger, not another matter.
  const isWords = plainWords(burst.text).split(' ').length > 2;
  return intent === 'out_of_scope' && isWords ? oneLine(scene, 'out_of_scope', true) : null;
};

function oneLine(scene: Scene, key: TextKey, asks: boolean): Move {
  const { state } = withState(scene, { lost: 0 });
  return { state, replies: [replyOf(say(scene, key), asks ? { asks: 'description' } : {})] };
}

/** A service from here on is a matter told in anger, to be heard as such. */
const MATTER = 0.4;

/** Anger at the bot or its questions, insults: answered once, calmly; the second time a person is offered. */
export const badMood: Topic = scene => {
  const { flags } = scene.facts.reading;
  const mood = flags.find(flag => flag === 'abuse' || flag === 'complaint_about_bot' || flag === 'distress');
  const isMatter = scene.facts.reading.services.some(({ p }) => p >= MATTER);
  if (!mood || scene.burst.choice !== null || isMatter) return null;
  if (mood === 'distress') return toPerson(scene, 'distress');
  if (scene.state.warned) return toPerson(scene, 'not_understood');
  const { state } = withState(scene, { warned: true });
  const question = pendingQuestion(scene);
  const lead = say(scene, mood === 'abuse' ? 'abuse' : 'bot_complaint');
  return { state, replies: [question ? led(lead, question) : replyOf(lead, { asks: 'description' })] };
};
