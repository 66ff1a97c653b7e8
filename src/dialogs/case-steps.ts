import type { Case, CaseChange } from '../cases/case.ts';
import { isOpen } from '../cases/lifecycle.ts';
import { addToCase, answerQuestion, correctPlace, reopenCase, type Words } from '../cases/steps.ts';
import { agencyName } from '../catalogue/route.ts';
import type { Sentence } from '../texts.ts';
import { caseStatus } from './case-words.ts';
import type { Awaits } from './conversation.ts';
import { placeText } from './intake/guess.ts';
import { placeFrom } from './intake/where.ts';
import { meaningOf } from './meaning.ts';
import { awaiting } from './questions.ts';
import { interrupting, lines, type Move, replyOf, type Scene, say, yesAndNo } from './scene.ts';

/** What words about one case do to it. */
export function aboutOneCase(scene: Scene, c: Case): Move {
  const { burst } = scene;
  const meaning = meaningOf(burst.text);
  if (meaning === 'withdraw') return isOpen(c) ? askWithdraw(scene, c) : shown(scene, c);
  if (c.status === 'awaiting_citizen' && !isWordless(scene)) return answered(scene, c);
  if ((meaning === 'not_solved' || meaning === 'closed_unsolved') && !isOpen(c)) return reopened(scene, c);
  if (meaning === 'solved') return askSolved(scene, c);
  const moved = meaning === 'moved' || burst.pinned ? movedCase(scene, c) : null;
  return moved ?? (isWordless(scene) ? shown(scene, c) : added(scene, c));
}

function isWordless({ burst }: Scene): boolean {
  return burst.text === '' && burst.files.length === 0;
}

/** Asks something about a case; what was awaited before is gone back to. */
export function ask(scene: Scene, awaits: Awaits): Move {
  return { state: interrupting(scene, awaits).state, replies: [] };
}

function askWithdraw(scene: Scene, { number }: Case): Move {
  return ask(scene, awaiting('withdraw', yesAndNo(scene, `withdraw:${number}`), { caseNumber: number }));
}

/** Asks whether a case is solved. */
export function askSolved(scene: Scene, { number }: Case): Move {
  return ask(scene, awaiting('solved', yesAndNo(scene, `solved:${number}`), { caseNumber: number }));
}

function shown(scene: Scene, c: Case): Move {
  return {
    state: { ...scene.state, lost: 0 },
    replies: [replyOf(caseStatus(scene, c), { caseNumber: c.number })],
  };
}

/** A change of a case and its acknowledgement; then `awaits`, when something is asked. */
export function changed(
  scene: Scene,
  change: CaseChange,
  sentence: Sentence,
  awaits: Awaits | null = null,
): Move {
  const { state } = awaits ? interrupting(scene, awaits) : scene;
  const { number } = change.case;
  return {
    state: { ...state, lost: 0 },
    cases: [change],
    replies: [replyOf(sentence, { caseNumber: number })],
  };
}

/** What the burst says, as a case takes it. */
export function wordsOf({ burst, facts }: Scene): Words {
  return { text: burst.text || null, attachments: burst.files, at: facts.now };
}

/** Adds what was written and sent to a case. */
export function added(scene: Scene, c: Case): Move {
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  return changed(scene, change, say(scene, 'follow.added', { number: c.number }));
}

/** The agency's question is answered; its clock goes on. */
export function answered(scene: Scene, c: Case): Move {
  const key = c.status === 'awaiting_citizen' ? 'follow.answered' : 'follow.added';
  const change = answerQuestion(c, wordsOf(scene), scene.catalogue.centre);
  return changed(scene, change, say(scene, key, { number: c.number }));
}

function reopened(scene: Scene, c: Case): Move {
  const { burst, facts, catalogue } = scene;
  const change = reopenCase(c, { cause: burst.text || null, at: facts.now }, catalogue.centre);
  const key = change.case.status === 'reopened' ? 'follow.reopened' : 'follow.added';
  return changed(scene, change, say(scene, key, { number: c.number }));
}

/** The same case at another place; null: no place was told, or the case is over. */
function movedCase(scene: Scene, c: Case): Move | null {
  if (!isOpen(c)) return null;
  const { facts, burst, catalogue, state } = scene;
  const found = facts.pin || facts.reading.places.length > 0 ? placeFrom(scene, null, burst.text) : null;
  if (found === null || !('place' in found) || found.place.code === null) return null;
  const { place } = found;
  const service = c.serviceId === null ? undefined : catalogue.services.get(c.serviceId);
  const routing = service && scene.route(service, place);
  const holder = routing && 'holder' in routing ? routing.holder : null;
  const change = correctPlace(c, { place, holder, at: facts.now });
  const agency = change.case.holder && agencyName(catalogue, change.case.holder, state.language);
  const words = say(scene, 'follow.moved', { number: c.number, place: placeText(scene, place) });
  return changed(scene, change, lines(words, agency ? say(scene, 'follow.moved_agency', { agency }) : null));
}
