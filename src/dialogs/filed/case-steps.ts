import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { addContact, addToCase, answerQuestion, reopenCase } from '../../cases/steps.ts';
import type { Sentence } from '../../texts.ts';
import { placeText } from '../intake/guess.ts';
import { isPersonal } from '../intake/personal.ts';
import { hasData } from '../intake/self-apart.ts';
import { holderWithin } from '../intake/supplier.ts';
import { awaiting, stepOf } from '../questions.ts';
import {
  afterQuestion,
  isSound,
  lines,
  type Move,
  replyOf,
  type Scene,
  say,
  withState,
  yesAndNo,
} from '../scene.ts';
import { consentIn } from '../words/consent.ts';
import { type Meaning, meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { forbidsLeaving } from '../words/regret.ts';
import { ask, changed, wordsOf } from './case-change.ts';
import { caseStatus, putRightWords } from './case-words.ts';
import { closerPlace, withPlace } from './closer-place.ts';
import { movedCase, movesPlace, putsOtherRight } from './moved.ts';

/** What words about one case do to it. */
export function aboutOneCase(scene: Scene, c: Case): Move {
  const { burst } = scene;
  const meaning = meaningOf(burst.text) ?? (consentIn(burst.text) === 'drop' ? 'withdraw' : null);
  if (meaning === 'withdraw') return isOpen(c) ? askWithdraw(scene, c) : shown(scene, c);
  if (c.status === 'awaiting_citizen' && !isWordless(scene)) return answered(scene, c);
  if (isContact(scene)) return contacted(scene, c);
  if (isAgainstItsEnd(meaning, c) && !isWordless(scene)) return reopened(scene, c);
  if (meaning === 'solved' && tellsEnd(burst.text)) return askSolved(scene, c);
  const isMoved = (meaning === 'moved' && !putsOtherRight(scene)) || movesPlace(scene, c) || burst.pinned;
  const moved = isMoved ? movedCase(scene, c) : null;
  return moved ?? (isWordless(scene) ? shown(scene, c) : added(scene, c));
}

/** A case that ended is brought back by who says it is not solved; a rejected one by any word against it. */
function isAgainstItsEnd(meaning: Meaning | null, c: Case): boolean {
  const disagrees = meaning === 'not_solved' || meaning === 'closed_unsolved' || meaning === 'goes_on';
  return !isOpen(c) && (disagrees || (c.status === 'rejected' && meaning === null));
}

function isWordless({ burst }: Scene): boolean {
  return burst.text === '' && burst.files.length === 0;
}

/** Asks whether a case is taken back; who says that it is not to be hears that it goes on. */
export function askWithdraw(scene: Scene, { number }: Case): Move {
  if (forbidsLeaving(scene.burst.text)) {
    const kept = say(scene, 'follow.kept', { number });
    return { state: { ...scene.state, lost: 0 }, replies: [replyOf(kept, { caseNumber: number })] };
  }
  return ask(scene, awaiting('withdraw', yesAndNo(scene, `withdraw:${number}`), { caseNumber: number }));
}

/** An ambulance that came, or a time alone, solves nothing. */
const ENDS_NOTHING =
  /\b(?:ambulanc\w+|hospitaliz\w+|hospital|morgue|murio|fallecio|ambulance|died)\b|^(?:(?:ya|si|no|desde|hace|de|un|una|mucho|buen|rato|ratos|tiempo|ayer|hoy|ahora|ahorita|temprano|a|while|long|time|ago)(?: |$))+$/;

/** `Ya llegó el agua, pero sale chocolate`. */
const BUT_STILL =
  /\b(?:pero|aunque|but|although)\b.*\b(?:sale|salen|suci[oa]s?|mal|huele\w*|apesta|dejo|dejaron|mitad|todavia|sigue\w*|falt\w*|no|ni|chocolate|otra vez|poc[oa]|peor|still|not|half|dirty|brown|smells?|again|worse)\b/;

/** `No recogieron hoy tampoco`. */
const NOT_DONE =
  /^(?:(?:y|hoy|ayer|pero|todavia|aun|ellos|que|and) )*(?:no|nadie|nunca|tampoco) (?:(?:me|nos|lo|la|los|las|se|han|ha|hoy|ayer|tampoco) )*(?:recog|vin|vien|ven(?=ido)|pasa|llega|arregl|tapa|limpi|repar|hicieron|hizo)(?!.*\bya\b)/;

/** Do words that sound like an end tell of one? */
export function tellsEnd(text: string): boolean {
  const plain = plainWords(text);
  return ![ENDS_NOTHING, BUT_STILL, NOT_DONE].some(pattern => pattern.test(plain));
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

/** Where a case is, as it was written down. */
export function toldPlace(scene: Scene, { number, place }: Case): Move {
  const words = place
    ? say(scene, 'follow.place_is', { number, place: placeText(scene, place) })
    : say(scene, 'follow.no_place', { number });
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(words, { caseNumber: number })] };
}

/** Adds what was written and sent to a case, and says so in these words, or its own. */
export function added(scene: Scene, c: Case, said?: Sentence): Move {
  const told = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  const closer = closerPlace(scene, c);
  const change = closer === null ? told : withPlace(told, closer, scene.facts.now);
  const key = isSpoken(scene) ? 'follow.added_voice' : 'follow.added';
  const noted = withState(scene, { added: scene.burst.text || null });
  const where = closer && say(scene, 'follow.place_now', { place: placeText(scene, closer) });
  return changed(noted, change, lines(said ?? say(scene, key, { number: c.number }), where));
}

/** The same where the words may tell another matter: how to say so is told with it. */
export function perhapsAdded(scene: Scene, c: Case): Move {
  const move = added(scene, c);
  return isSpoken(scene)
    ? move
    : {
        ...move,
        replies: [
          replyOf(say(scene, 'follow.added_perhaps', { number: c.number }), { caseNumber: c.number }),
        ],
      };
}

/** Their correction, kept with the case, which is said with its words. */
export function putRight(scene: Scene, c: Case): Move {
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  return changed(scene, change, putRightWords(scene, c));
}

/** How to reach them is kept beside the case, where a body that may not see who they are does not read it. */
export function contacted(scene: Scene, c: Case): Move {
  // Who writes in another's name would be called in their stead.
  if (!scene.facts.sure) return { state: scene.state, replies: [replyOf(say(scene, 'data_unsure'))] };
  const words = wordsOf(scene);
  // `Fue en la oficina 3, me llamo Rosa Ríos`: what is told beside it is for the body.
  const isMore = words.text !== null && words.contact !== null && !isPersonal(scene.burst.text);
  const change =
    isMore && !hasData(words.text)
      ? addToCase(c, { ...words, by: 'citizen' })
      : addContact(c, { text: scene.burst.text, at: scene.facts.now });
  const key = c.privacy === 'confidential' ? 'contact_hidden' : 'follow.contact';
  return changed(scene, change, say(scene, key, { number: c.number, agency: bodyOf(scene, c) }));
}

/** The body that has a case, as citizens call it within a sentence, or the person who will decide. */
export function bodyOf(scene: Scene, { holder, description }: Case): string {
  return holder ? holderWithin(scene, holder, description) : say(scene, 'centre_person').text;
}

/** The same where a sentence begins with it. */
export function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function isContact({ burst }: Scene): boolean {
  return burst.files.length === 0 && isPersonal(burst.text);
}

/** What was only spoken nobody has understood yet. */
function isSpoken(scene: Scene): boolean {
  return scene.burst.text === '' && isSound(scene);
}

/** The agency's question is answered; its clock goes on. */
export function answered(scene: Scene, c: Case): Move {
  // The body reads an answer, and may not know who they are.
  if (c.privacy !== 'normal' && isContact(scene)) return contacted(scene, c);
  const key = c.status === 'awaiting_citizen' ? 'follow.answered' : 'follow.added';
  const change = answerQuestion(c, wordsOf(scene), scene.catalogue.centre);
  const { awaits } = scene.state;
  const isAsked = awaits !== null && stepOf(awaits) === 'answer' && awaits.caseNumber === c.number;
  return changed(isAsked ? afterQuestion(scene) : scene, change, say(scene, key, { number: c.number }));
}

function reopened(scene: Scene, c: Case): Move {
  const { burst, facts, catalogue } = scene;
  const change = reopenCase(c, { cause: burst.text || null, at: facts.now }, catalogue.centre);
  const key = change.case.status === 'reopened' ? 'follow.reopened' : 'follow.added';
  return changed(scene, change, say(scene, key, { number: c.number }));
}
