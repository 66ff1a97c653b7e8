import type { Case } from '../../cases/case.ts';
import { addToCase } from '../../cases/steps.ts';
import type { Sentence } from '../../texts.ts';
import { phonesOf } from '../asked/agency-words.ts';
import { whyHolder } from '../asked/asked-in-general.ts';
import { deskAnswer } from '../asked/desk-answer.ts';
import { adviceOnReport } from '../danger/advice.ts';
import { asksIfSeen, toldBesideQuestion } from '../kept-beside.ts';
import { led, lines, type Move, replyOf, retold, type Scene, say } from '../scene.ts';
import { SEEN } from '../words/who-learns.ts';
import { changed, wordsOf } from './case-change.ts';
import { added, bodyOf } from './case-steps.ts';

/** The answer, and to the case what was told beside the question. */
export function answeredWith(scene: Scene, c: Case, words: Sentence): Move {
  const told = asksIfSeen(scene) ? [] : toldBesideQuestion(scene);
  if (told.length === 0)
    return { state: { ...scene.state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
  const move = added(retold(scene, told), c);
  return { ...move, replies: move.replies.map((reply, i) => (i === 0 ? led(words, reply) : reply)) };
}

/** Kept with the case, for the body that knows, and how it is reached by telephone. */
export function questionKept(scene: Scene, c: Case): Move {
  // Who asks in fear of who reads it is not passed on to who reads it.
  const seen = asksIfSeen(scene) ? say(scene, SEEN[c.privacy]) : null;
  const own = whyHolder(scene, c) ?? deskAnswer(scene) ?? seen;
  if (own) return answeredWith(scene, c, own);
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  const asked = say(scene, 'follow.question', { number: c.number, agency: bodyOf(scene, c) });
  const body = c.holder ? scene.catalogue.agencies.get(c.holder.agencyId) : undefined;
  return changed(
    scene,
    change,
    lines(adviceOnReport(scene), asked, body ? phonesOf(scene, body, true) : null),
  );
}
