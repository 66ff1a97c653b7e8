import type { Case } from '../../cases/case.ts';
import { LIKELY_ACT } from '../acts.ts';
import { opensReport, saysFurther } from '../intake/matter.ts';
import { isPersonal } from '../intake/personal.ts';
import { asksIfSeen, toldBesideAny } from '../kept-beside.ts';
import { asksOfAnother, isAnotherMatter, relation } from '../likeness.ts';
import { led, type Move, retold, type Scene, say } from '../scene.ts';
import { excerpt } from '../words/excerpt.ts';
import { standsIn } from './adding-words.ts';
import { added, contacted } from './case-steps.ts';
import { isJustFiled } from './just-filed-case.ts';

/**
 * What is told beside whatever was answered goes into the case that was filed a moment ago, where nothing was added to any: `¿tienen la
 * dirección? Es la de los Mora`. They read which words were. As `keptBeside` for a report that is open.
 */
export function keptInCase(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  const c = first && isOpenTo(scene, move) ? caseOf(scene, first.caseNumber) : null;
  if (!first || !c) return move;
  const told = asksOfOther(scene, c) ? [] : toldBesideAny(scene).filter(part => isOfIt(scene, c, part));
  // A name or a telephone is not for everybody who reads the case.
  const [personal, facts] = [told.filter(isPersonal), told.filter(part => !isPersonal(part))];
  if (facts.length > 0) {
    const words = facts.join(', ');
    const said = say(scene, 'follow.added_words', { number: c.number, words: excerpt(words, MOST_QUOTED) });
    const { cases = [], replies } = added(retold(scene, [words], []), c, said);
    return { ...move, cases, replies: [led(replies[0] ?? null, first), ...rest] };
  }
  if (personal.length === 0) return move;
  const { cases = [], replies } = contacted(retold(scene, [personal.join(', ')], []), c);
  return { ...move, cases, replies: [led(replies[0] ?? null, first), ...rest] };
}

const MOST_QUOTED = 100;

/** Is no report begun, no person called and no case changed by what was made of their words? */
function isOpenTo({ state, burst, facts }: Scene, move: Move): boolean {
  const isFree = state.draft === null && move.state.draft === null && burst.choice === null;
  const isUnchanged = (move.cases ?? []).length === 0 && !move.erase && !move.proof;
  // What waits for a report of its own, or for an answer, is no word of this one.
  const isLater = move.state.later.length > state.later.length;
  const isAsked = move.state.awaits !== null && move.state.awaits !== state.awaits;
  // Of a danger that they tell, nothing is put beside a pipe.
  const isDanger = (facts.reading.emergency?.p ?? 0) >= LEAST_DANGER;
  return isFree && isUnchanged && !isLater && !isAsked && !isDanger && move.set?.mode === undefined;
}

const LEAST_DANGER = 0.3;

/** The one their words name, or that was answered about, or the last. */
function caseOf(scene: Scene, answered: string | undefined): Case | null {
  const filed = scene.facts.cases.filter(c => isJustFiled(scene, c));
  const named = filed.filter(c => relation(scene, c) === 2);
  const [near] = named.length > 0 ? named : filed;
  return filed.find(({ number }) => number === answered) ?? near ?? null;
}

/** Whoever asks for a paper, or of another matter, tells it of that; whoever asks who is seen tells why. */
function asksOfOther(scene: Scene, c: Case): boolean {
  const [procedure] = scene.facts.reading.procedures;
  return asksIfSeen(scene) || asksOfAnother(scene, c) || (procedure?.p ?? 0) >= LIKELY_ACT;
}

function isOfIt(scene: Scene, c: Case, part: string): boolean {
  const telling = retold(scene, [part], []);
  const isOther = isAnotherMatter(telling, c) || opensReport(part) || saysFurther(part);
  return !isOther && telling.facts.reading.emergency === null && !standsIn(part, c.description);
}
