import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { leftOut } from '../intake/several/left-out.ts';
import { relation } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { lines, type Move, replyOf, retold, type Scene, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { caseStatus } from './case-words.ts';
import { asksWhen, untilAnswered } from './due-words.ts';

const LED = '(?:(?:y|pero|and|no|ok|bueno|entonces|ahora|oiga|gracias|what about|how about) )*';
const CASE = '(?: (?:caso|reporte|queja|denuncia|one|case|report))?';
const OF = '(?: (?:del?|de la|de los|de las|about|of|for)(?: (?:la|el|los|las|the|mi))?)';
/** `El de la luz`: which of several. */
const ONE_OF = new RegExp(`^${LED}(?:el|la|lo|ese|esa|the)${CASE}${OF}(?: \\w+){1,3}$`);
/** `¿Y el hueco?`: asked after. */
const AFTER = new RegExp(
  `^(?:${LED})(?<=(?:^| )(?:y|pero|and|about) )(?:el|la|lo|los|las|mi|the|my)${CASE}${OF}?(?: \\w+){1,3}$`,
);

/** Which of their cases a few words point to, and where it stands; nothing is told of it, so nothing is added. */
export const pointedCase: Topic = scene => {
  const { burst, facts, state } = scene;
  const isFree = state.awaits === null || stepOf(state.awaits) === 'rating';
  if (!isFree || state.draft !== null || burst.choice !== null || burst.files.length > 0) return null;
  const [first = '', ...rest] = burst.text.match(/[^.,;!?¿¡\n]+[.,;!?\n]*/g) ?? [];
  const plain = plainWords(first);
  const asksOn = rest.every(part => asksWhen(part));
  const isAsked = AFTER.test(plain) && (first.includes('?') || rest.length > 0);
  const isOne = ONE_OF.test(plain) && facts.cases.length > 1;
  if (!asksOn || !(isAsked || isOne)) return null;
  const c = nearestTo(retold(scene, [first]));
  return c && leftOut(scene, c.description, c.serviceId).length === 0 ? shown(scene, c) : null;
};

/** The one case that the words are of, an open one before those that ended; null: none, or several. */
function nearestTo(scene: Scene): Case | null {
  const near = scene.facts.cases.filter(c => relation(scene, c) === 2);
  const [open, second] = near.filter(isOpen);
  const [ended, other] = near;
  if (open) return second ? null : open;
  return other ? null : (ended ?? null);
}

function shown(scene: Scene, c: Case): Move {
  const words = lines(caseStatus(scene, c), untilAnswered(scene, c));
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
}
