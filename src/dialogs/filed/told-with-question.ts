import { isOpen } from '../../cases/lifecycle.ts';
import { LIKELY_ACT } from '../acts.ts';
import { led, type Move, retold, type Scene } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { added } from './case-steps.ts';

const LEAST_TOLD = 3;

/**
 * What is told beside a question of how a case stands is kept with it: `¿cuándo vienen?, eso es todas las noches a las 11`. It is told
 * that it was, before the answer.
 */
export function withToldBeside(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  const c = scene.facts.cases.find(({ number }) => number === first?.caseNumber);
  const told = c && isOpen(c) && move.cases === undefined ? toldBeside(scene) : [];
  if (c === undefined || first === undefined || told.length === 0) return move;
  const kept = added(retold(scene, [told.join(', ')]), c);
  const [lead] = kept.replies;
  return { ...move, cases: kept.cases ?? [], replies: lead ? [led(lead, first), ...rest] : move.replies };
}

function toldBeside({ burst, facts }: Scene): string[] {
  const parts = clauses(burst.text).map(part => part.trim());
  const [first = ''] = parts;
  if (parts.length < 2 || !(beginsAsQuestion(first) || putsQuestion(first))) return [];
  return parts.slice(1).filter(part => {
    const more = facts.acts(part).acts.find(({ id }) => id === 'more')?.p ?? 0;
    const isAsked = beginsAsQuestion(part) || putsQuestion(part);
    return more >= LIKELY_ACT && !isAsked && plainWords(part).split(' ').length >= LEAST_TOLD;
  });
}
