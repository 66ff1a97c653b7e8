import type { Draft } from '../../conversation.ts';
import { askedAgain } from '../../lost.ts';
import { type Move, type Scene, say, withState } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { sureService } from '../guess.ts';

/** `Y es frente a la escuela` says where. */
const BESIDE = /^(?:y|pero|tambien|ademas|tampoco|and|also) (?!es |era |esta |queda )/;

/**
 * `Y el hueco de la esquina sigue ahí`, asked where there is no water: another matter, which waits its turn, and what is asked is
 * asked again. Null: it is none.
 */
export function otherKept(scene: Scene, draft: Draft): Move | null {
  const { burst, facts, state } = scene;
  const { serviceId } = draft;
  if (serviceId === null || burst.pin !== null || facts.reading.places.length > 0) return null;
  const other = sureService(scene, facts.reading.services, null);
  if (other === null || other.id === serviceId || !BESIDE.test(plainWords(burst.text))) return null;
  const kept = withState(scene, { later: [...state.later, ...burst.lines] });
  return askedAgain(kept, touched(scene, draft), say(scene, 'two_matters'));
}
