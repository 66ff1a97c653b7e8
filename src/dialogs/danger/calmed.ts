import type { Move, Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';
import { asksWhichDanger, deniesDanger } from './denied.ts';
import { saysOver } from './of-what.ts';

/**
 * The move after which no danger is spoken of any more, when they say that it has ended, who was hurt is cared for, or that there
 * is none: `la niña ya fue al hospital`. What they write next is of the report. Of who is hurt at home that they left says little.
 */
export function calmed(scene: Scene, move: Move): Move {
  const { burst, facts } = scene;
  if (burst.choice !== null || facts.reading.emergency !== null || !isAfterDanger(scene, ['danger']))
    return move;
  const isEnded = saysOver(plainWords(burst.text)) || deniesDanger(burst.text) || asksWhichDanger(burst.text);
  if (!isEnded || categoryTold(scene)?.veiled) return move;
  return { ...move, set: { reason: null, since: null, review: true, ...move.set } };
}
