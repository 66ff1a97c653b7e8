import type { Danger } from '../../nlu/classifier.ts';
import { stepOf } from '../questions.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isNo, isYes } from '../words/yes-no.ts';
import { isAfterDanger } from './after-danger.ts';
import { dangerOfLines, isBrief, surely } from './brief-lines.ts';
import { apparatusTold } from './on-apparatus.ts';

/** A pump has the name of a bomb. */
const OF_MANY = /^bombas?$/;

/**
 * The scene in which words as few as `chispas` are heard for danger together with those sent before them: `poste` and `chispas`
 * tell what `el poste echa chispas` does. The same scene where they tell none, or only what the numbers were given for.
 */
export function withJoined(scene: Scene): Scene {
  const emergency = joinedDanger(scene) ?? blowTold(scene) ?? apparatusTold(scene);
  if (emergency === null) return scene;
  const { facts } = scene;
  return { ...scene, facts: { ...facts, reading: { ...facts.reading, emergency } } };
}

/** `Anoche me empujó`, told to a report of who is hurt at home: who did it was said before. */
function blowTold(scene: Scene): Danger | null {
  const { burst, facts, state, catalogue } = scene;
  // What is only offered yet was told all the same.
  const offered = state.draft && state.awaits?.choices.find(({ value }) => value.startsWith(OF_SERVICE));
  const service = state.draft?.serviceId ?? offered?.value.slice(OF_SERVICE.length) ?? null;
  const isHeard = facts.reading.emergency !== null || isAfterDanger(scene);
  if (service === null || burst.choice !== null || isHeard) return null;
  if (!BLOW.test(plainWords(burst.text))) return null;
  // What several dangers are reported to says nothing of who is hit: a robbery is no violence at home.
  const [category, other] = [...catalogue.emergencies.values()].filter(({ report }) => report === service);
  return category?.personal && other === undefined ? { category: category.id, p: SURELY } : null;
}

const OF_SERVICE = 'service:';
const SURELY = 0.5;
const BLOW =
  /\b(?:me|la|le|nos) (?:ha |han |vuelve a |volvio a |quiso |quiere )?(?:empuj|peg[oaóu]|golpe|patea|pateo|jal|halo|ahorc|cachete|abofete|amenaz|zarande|tiro (?:al|contra)|agarro (?:del|por el) (?:pelo|cuello|brazo))\w*|\b(?:he|my husband|my boyfriend) (?:hit|pushed|slapped|beat|choked|threatened|grabbed) (?:me|her)\b/;

function joinedDanger(scene: Scene): Danger | null {
  const { burst, facts, state } = scene;
  const isName = state.awaits !== null && stepOf(state.awaits) === 'contact';
  const isTold = burst.choice === null && !isName && burst.lines.length > 0 && burst.lines.every(isBrief);
  if (!isTold || isYes(burst.text) || isNo(burst.text) || facts.reading.emergency !== null) return null;
  const before = [...(state.draft?.description ?? []), ...(state.awaits?.held?.lines ?? [])];
  const heard = [
    ...burst.lines.map(line => alone(scene, line)),
    dangerOfLines(scene, [...before, ...burst.lines]),
  ];
  const known = isAfterDanger(scene) ? [dangerOfLines(scene, before), ...before.map(told(scene))] : [];
  return heard.find(danger => danger && !known.some(other => other?.category === danger.category)) ?? null;
}

function told(scene: Scene): (line: string) => Danger | null {
  return line => scene.facts.read(line).emergency ?? alone(scene, line);
}

/** A word by itself, heard as who says that it is there: `fuego`. */
function alone({ facts, state }: Scene, line: string): Danger | null {
  const plain = plainWords(line);
  if (plain.includes(' ') || OF_MANY.test(plain)) return null;
  return surely(facts.read(`${state.language === 'en' ? 'there is' : 'hay'} ${plain}`).emergency);
}
