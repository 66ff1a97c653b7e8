import type { Procedure } from '../../catalogue/catalogue.ts';
import { sureService } from '../intake/guess.ts';
import { contentWords } from '../likeness.ts';
import { type Move, replyOf, retold, type Scene, type Topic } from '../scene.ts';
import { clauses } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { contactAsked } from './agency-words.ts';
import {
  asksByAnother,
  asksOfRule,
  asksToBring,
  ofCondition,
  pointsBack,
  supposed,
} from './card-conditions.ts';
import { ofFields } from './card-fields.ts';
import { likelyProcedures, SURE, tellProcedure } from './information.ts';
import { ofReport } from './of-procedure.ts';
import { saysOnlyAsks } from './only-asks.ts';
import { isBroken, tellsOther } from './told-beside.ts';

/** More words tell a story. */
const MOST_WORDS = 22;
/** From here on the words speak of a body by themselves. */
const MEANT = 0.5;

/**
 * What is asked on of the procedure that was told just now: its cost, where, how long, what to bring, when it is open, or what
 * holds for a case like theirs. The lines of the card that say it; for the others that they are not known, and who knows.
 */
export const ofTold: Topic = scene => {
  const procedure = scene.catalogue.procedures.get(scene.procedure ?? '');
  const agency = scene.catalogue.agencies.get(procedure?.agency ?? '');
  if (procedure === undefined || agency === undefined || !asksOn(scene)) return null;
  const other = otherMeant(scene, procedure);
  if (other !== null) return other === 'unsure' ? null : other;
  const words = ofFields(scene, procedure, agency) ?? ofCondition(scene, procedure, agency);
  if (words === null) return null;
  const { state } = scene;
  const informed = scene.informed ?? scene.burst.text;
  return { state: { ...state, lost: 0, informed, procedure: procedure.id }, replies: [replyOf(words)] };
};

/** So few words between thank, decline or nod. */
const MOST_BETWEEN = 12;

/** What was told stays what is asked on of, also behind thanks or a no that begin nothing. */
export function stillTold(scene: Scene, move: Move): Move {
  const { procedure, state, facts, burst } = scene;
  const { state: after, cases = [], set = {} } = move;
  const isKept = procedure !== null && after.procedure === null && after.informed === null;
  const isFree =
    state.draft === null && after.draft === null && after.awaits === null && after.danger === null;
  const isBetween =
    plainWords(burst.text).split(' ').length <= MOST_BETWEEN &&
    (['thanks', 'greeting'].includes(facts.reading.intent) ||
      consentIn(burst.text) !== null ||
      saysOnlyAsks(burst.text));
  if (!isKept || !isFree || !isBetween || cases.length > 0 || set.mode !== undefined) return move;
  return { ...move, state: { ...after, procedure } };
}

/** Is it asked in a few words, and nothing told that went wrong? What is only supposed did not. */
function asksOn({ burst, facts, state }: Scene): boolean {
  const { text } = burst;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (!isFree || facts.reading.emergency !== null || plainWords(text).split(' ').length > MOST_WORDS)
    return false;
  const told = clauses(text).filter(clause => !supposed(clause));
  return !isBroken(text) && !tellsOther(told.join('. '));
}

/** Another procedure, which is told where one is surely meant, or a matter of another body. Null: none of these. */
function otherMeant(scene: Scene, procedure: Procedure): Move | 'unsure' | null {
  const { burst, facts, informed } = scene;
  // Whatever paper must be brought, it is for the one that was told.
  if (asksToBring(burst.text)) return null;
  if (contactAsked(scene, burst.text) || namesOther(scene, procedure)) return 'unsure';
  const byAnother = asksByAnother(burst.text) ? doneByAnother(scene, procedure) : null;
  if (byAnother) return tellProcedure(scene, byAnother);
  if (contentWords(burst.text).length === 0 || asksOfRule(burst.text)) return null;
  const [body] = facts.reading.agencies;
  const isTheirs = body === undefined || body.p < MEANT || body.id === procedure.agency;
  const isOfBody = !isTheirs && sureService(scene, facts.reading.services, null) !== null;
  if (isOfBody && !pointsBack(burst.text)) return 'unsure';
  const joined = retold(scene, [`${(informed ?? '').replace(/[.?!;\n]+/g, ' ')} ${burst.text}`]);
  const { procedures, p } = likelyProcedures(joined);
  const [now, ...others] = procedures;
  const isOne = now !== undefined && others.length === 0 && p >= SURE;
  if (!isOne || now.id === procedure.id || wasLikely(scene, now)) return null;
  return now.agency === procedure.agency ? tellProcedure(joined, now) : 'unsure';
}

/** The procedure by which somebody else may do it, where the body has one. */
function doneByAnother({ catalogue }: Scene, { agency, id }: Procedure): Procedure | undefined {
  return [...catalogue.procedures.values()].find(
    other => other.agency === agency && other.id !== id && /\botra persona\b/.test(plainWords(other.name.es)),
  );
}

/** Do the words by themselves mean another procedure? Of several bodies none is meant by who asks on; nor is a report that must be made first. */
function namesOther(scene: Scene, procedure: Procedure): boolean {
  const { text } = scene.burst;
  const named = likelyProcedures(scene).procedures;
  if (named.length === 0 || named.some(({ id }) => id === procedure.id)) return false;
  const bodies = new Set(named.map(({ agency }) => agency));
  return !pointsBack(text) || (bodies.size === 1 && !(asksOfRule(text) && named.every(ofReport)));
}

/** Was it offered or meant by what they asked first, when they chose the other? */
function wasLikely(scene: Scene, { id }: Procedure): boolean {
  const before = likelyProcedures(retold(scene, [scene.informed ?? ''])).procedures;
  return before.some(other => other.id === id);
}
