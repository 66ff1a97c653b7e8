import { plainWords } from './plain-words.ts';
import type { Scene } from './scene.ts';

/**
 * The scene without a danger that no phrase stands for, where few words in the middle of a talk only happen to sound
 * like one: `espere, ¿ya lo mandó?`
 */
export function withoutChance(scene: Scene): Scene {
  const { state, burst, facts, informed } = scene;
  const { reading } = facts;
  const { emergency: danger } = reading;
  const isBegun = state.draft !== null || state.awaits !== null || informed !== null;
  const isWithin = isBegun || facts.cases.length > 0;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_BY_CHANCE;
  if (danger?.guessed !== true || !isWithin || !isShort || danger.p >= SURELY_GUESSED) return scene;
  const intent = reading.intent === 'emergency' ? 'report' : reading.intent;
  return { ...scene, facts: { ...facts, reading: { ...reading, intent, emergency: null } } };
}

const MOST_BY_CHANCE = 20;
const SURELY_GUESSED = 0.85;
