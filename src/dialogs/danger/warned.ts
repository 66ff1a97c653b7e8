import type { Move, Scene } from '../scene.ts';
import { answerAmong } from '../words/consent.ts';
import { faintDanger, rememberedOf } from './emergency.ts';

/** A guess less sure than this is none a moment later. */
const LEAST_KEPT = 0.12;

/** Where words only may tell of a danger, the numbers go before the answer, and a person looks. */
export function warned(scene: Scene, move: Move): Move {
  const faint = faintDanger(scene);
  if (faint === null) return move;
  // What only a machine heard, or what stands beside an answer, is not held against what they say next.
  const { guessed, p = 0 } = scene.facts.reading.emergency ?? {};
  const isGuessed = (guessed === true && p < LEAST_KEPT) || answerAmong(scene.burst.text) !== null;
  const looked = isGuessed
    ? ({ review: true } as const)
    : ({ review: true, reason: 'danger', since: scene.facts.now } as const);
  const state = { ...move.state, danger: rememberedOf(scene, faint.category) };
  return { ...move, state, replies: [faint.numbers, ...move.replies], set: { ...looked, ...move.set } };
}
