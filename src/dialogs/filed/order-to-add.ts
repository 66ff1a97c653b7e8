import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { findNumbers } from '../../cases/number.ts';
import { goesWrong } from '../intake/matter.ts';
import { bodyMeant } from '../intake/named-body.ts';
import { isPersonal } from '../intake/personal.ts';
import { privacySaid, wishesHidden } from '../intake/privacy.ts';
import { comesOfIt } from '../intake/several/symptoms.ts';
import { isAnotherMatter, relation } from '../likeness.ts';
import { isForCase, wishesOtherAddress } from '../rights/other-address.ts';
import { led, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { bidsNoting, ordersAdding, standsIn, tellsHowToReach } from './adding-words.ts';
import { caseNamed } from './case-named.ts';
import { added, contacted } from './case-steps.ts';
import { closerPlace } from './closer-place.ts';
import { hiddenAndAdded } from './hidden-and-added.ts';
import { aboutJustFiled } from './just-filed.ts';
import { caseMeant } from './just-filed-case.ts';
import { movesPlace, placeAdded } from './moved.ts';

/**
 * `Agregue que …`, `llamen a mi hija al 6611-0022`: an order is obeyed for the case just filed, or the only open one, whatever
 * matter its words sound like.
 */
export const orderToAdd: Topic = scene => {
  const { burst, state } = scene;
  const isFree = state.draft === null && state.awaits === null;
  const c = burst.choice === null && burst.text !== '' ? caseOf(scene, isFree) : null;
  if (c === null || c.status === 'awaiting_citizen') return null;
  if (wishesOtherAddress(burst.text) && !isForCase(scene)) return null;
  const isOrder = ordersAdding(burst.text) || (bidsNoting(burst.text) && isOfCase(scene, c));
  const isReached =
    (isOrder && isPersonal(burst.text)) || (tellsHowToReach(burst.text) && tellsNoOther(scene, c));
  // `No quiero que sepan que fui yo. Mi teléfono es …` is hidden first.
  const isHidden = wishesHidden(plainWords(burst.text));
  if (isReached && !isHidden && burst.files.length === 0) return contacted(scene, c);
  const hidden = isOrder ? hiddenAndAdded(scene, c) : null;
  if (hidden) return hidden;
  if (!isOrder || isOfField(scene, c)) return null;
  const isThere = standsIn(burst.text, c.description) && burst.files.length === 0;
  // Told, and not yet in its place: `barrio La Loma, póngale eso al caso`.
  if (isThere && closerPlace(scene, c) === null) return already(scene, c);
  return placeAdded(scene, c) ?? withAnswer(scene, added(scene, c));
};

/** More of it, or what comes of it; another body would not see to another matter. */
function isOfCase(scene: Scene, c: Case): boolean {
  const isOf = comesOfIt(c.description, scene.burst.text) || !isAnotherMatter(scene, c);
  return isOf && scene.facts.reading.emergency === null;
}

/** The one they name; else, with no report begun, the one they speak of, the one filed last, or the only one. */
function caseOf(scene: Scene, isFree: boolean): Case | null {
  const open = scene.facts.cases.filter(isOpen);
  const [numbered] = findNumbers(scene.burst.text, scene.catalogue.centre.prefix);
  const named = caseNamed(scene)?.c ?? null;
  if (numbered || named || !isFree) return named && isOpen(named) ? named : null;
  const [near, other] = open.filter(c => relation(scene, c) === 2);
  return near && !other ? near : caseMeant(scene);
}

/** `Ponle lo de la factura de 40 también`, which stands there: it is said so. */
export function already(scene: Scene, { number }: Case): Move {
  const { state } = withState(scene, { lost: 0 });
  return { state, replies: [replyOf(say(scene, 'follow.already', { number }), { caseNumber: number })] };
}

function tellsNoOther({ facts, burst }: Scene, c: Case): boolean {
  const service = facts.reading.services[0];
  const isOther = service !== undefined && service.p >= OTHER && service.id !== c.serviceId;
  return !isOther && facts.reading.emergency === null && !goesWrong(burst.text);
}

/** From here on another service is spoken of. */
const OTHER = 0.8;

/** How it is kept, where it is or whose it is gets put right, not only added. */
export function isOfField(scene: Scene, c: Case): boolean {
  const { text } = scene.burst;
  const isKept = wishesHidden(plainWords(text)) || privacySaid(text) !== null;
  return isKept || movesPlace(scene, c) || bodyMeant(scene, text, c.place) !== null;
}

/** What is asked beside the order is answered with it, as far as it is known. */
function withAnswer(scene: Scene, move: Move): Move {
  const asked = sentences(scene.burst.text).filter(
    part => part.includes('?') && beginsAsQuestion(part) && !ordersAdding(part),
  );
  const own = asked.length > 0 ? aboutJustFiled(retold(scene, asked)) : null;
  const [first] = own?.replies ?? [];
  if (!own || !first || own.cases !== undefined) return move;
  return { ...move, replies: move.replies.map((reply, i) => (i === 0 ? led(reply, first) : reply)) };
}
