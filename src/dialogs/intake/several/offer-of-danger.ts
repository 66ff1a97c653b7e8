import type { EmergencyCategory } from '../../../catalogue/catalogue.ts';
import type { Awaits } from '../../conversation.ts';
import { tellsOfOthers } from '../../danger/veiled.ts';
import { splitOf, stepOf } from '../../questions.ts';
import { afterQuestion, retold, type Scene, withState } from '../../scene.ts';
import { chosenWord } from '../../words/chosen.ts';
import { plainClauses, signedClauses } from '../../words/clauses.ts';
import { afterYes, besideYes } from '../../words/consent.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isNo } from '../../words/yes-no.ts';
import { saysOne, saysSent } from './same-matter.ts';

function dangerIn({ facts, catalogue }: Scene, text: string): EmergencyCategory | undefined {
  return catalogue.emergencies.get(facts.read(text).emergency?.category ?? '');
}

/** Does a line tell that somebody thinks of dying? It is never offered as a case. */
export function tellsDistress(scene: Scene, text: string): boolean {
  return dangerIn(scene, text)?.distress === true;
}

/** What is awaited when these words are offered as a matter of its own; of who suffers gently, and without their words. */
export function offerOf(scene: Scene, text: string): Awaits {
  const awaits = splitOf(scene, text);
  const { held } = awaits;
  return held && dangerIn(scene, text)?.personal && !tellsOfOthers(text)
    ? { ...awaits, held: { ...held, isGentle: true } }
    : awaits;
}

/** `No abra otro`, `otro caso no`: one more case is refused. */
const OPENS_NONE =
  /^(?:(?:no|ya|joven|señor(?:a|ita)?|gracias|por favor|mejor) )*(?:no (?:joven|señor(?:a|ita)?)$|otr[oa] (?:caso |reporte |queja |asunto )?no$|no (?:me |lo |la |quiero que )*(?:abra\w*|abrir|cree|crear|haga\w*|open) (?:ni )?(?:otr[oa]|ningun[oa]?|nada|mas|another)(?: (?:caso|reporte|cosa|case))?$)/;
const LEAST_MORE = 3;

/**
 * The scene after an offer of another case that is refused with more behind the no (`no, no abra otro. ¿Qué lee Naturgy?`): the
 * rest is heard by itself. An offer that was made gently, and is not answered, is not made twice.
 */
export function withOfferEnded(scene: Scene): Scene {
  const { state, burst } = scene;
  const { awaits } = state;
  if (awaits === null || stepOf(awaits) !== 'split' || burst.choice !== null || burst.text === '')
    return scene;
  const rest = behindRefusal(burst.text);
  if (rest !== null) return retold(withState(afterQuestion(scene), { later: [] }), [rest]);
  return awaits.held?.isGentle && !isAnswered(awaits, burst.text) ? afterQuestion(scene) : scene;
}

/** Do they refuse one more case, and say no more? */
export function opensNone(text: string): boolean {
  return plainClauses(text).every(part => OPENS_NONE.test(part) || isNo(part));
}

function behindRefusal(text: string): string | null {
  if (saysOne(text) || saysSent(text)) return null;
  const told = signedClauses(text);
  const end = told.findIndex(
    clause => !isNo(clause) && !plainClauses(clause).every(part => OPENS_NONE.test(part)),
  );
  const rest = end < 1 ? '' : told.slice(end).join('').trim();
  return rest.includes('?') || plainWords(rest).split(' ').length >= LEAST_MORE ? rest : null;
}

function isAnswered({ choices }: Awaits, text: string): boolean {
  const agrees = besideYes(text) !== null || afterYes(text) !== null;
  return agrees || chosenWord(choices, { choice: null, text }) !== null;
}
