import { findNumbers } from '../../cases/number.ts';
import { pinGiven } from '../../cases/pin.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits } from '../conversation.ts';
import { awaiting, stepOf } from '../questions.ts';
import { afterQuestion, interrupting, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const NAMES_PIN = /\bpin\b\D{0,12}\d{4,6}(?!\d)/iu;
/** More words tell something else. */
const MOST_WORDS = 10;
const LENGTH = 6;

/** Without the number whose PIN is asked for: another was told, and is none. */
export function withoutNumberForPin(scene: Scene): Scene {
  const held = toldForPin(scene.state.awaits).join('\n');
  return findNumbers(held, scene.catalogue.centre.prefix).length > 0 ? afterQuestion(scene) : scene;
}

/** What was told of a number and its PIN, while the other of the two is asked for. */
export function toldForPin(awaits: Awaits | null): readonly string[] {
  return awaits !== null && stepOf(awaits) === 'pin' ? (awaits.held?.lines ?? []) : [];
}

/** A text with the number, or the PIN, that was told before the other of the two was asked for. */
export function withToldForPin(awaits: Awaits | null, text: string): string {
  const held = toldForPin(awaits);
  return held.length === 0 ? text : [...held, asPin(text)].join('\n');
}

/** Asked for a PIN, `275 770` is one, however its six digits stand. */
function asPin(text: string): string {
  const digits = text.replace(/\D/g, '');
  const isPin = digits.length === LENGTH && plainWords(text).split(' ').length <= MOST_WORDS;
  return isPin ? `pin ${digits}` : text;
}

/**
 * A number that is none of their cases here, or a PIN, told without the other: the other is asked for in this talk, whether there
 * is such a case or not. Null: neither is told, or both.
 */
export const pinAsked: Topic = scene => {
  const { burst, facts, catalogue } = scene;
  const { prefix } = catalogue.centre;
  if (burst.choice !== null || pinGiven(burst.text, prefix) !== null) return null;
  if (toldForPin(scene.state.awaits).length > 0 && hasNone(burst.text))
    return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'status.without_pin'))] };
  const numbers = findNumbers(burst.text, prefix);
  const [only] = numbers;
  if (only === undefined) return numberAsked(scene);
  const isOwn = facts.cases.some(({ number }) => number === only.number);
  if (numbers.length > 1 || !only.valid || isOwn) return null;
  const url = `${scene.publicUrl}/caso`;
  return askedFor(scene, burst.lines, say(scene, 'status.not_yours', { number: only.number, url }));
};

function numberAsked(scene: Scene): Move | null {
  const { burst, facts } = scene;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  const isFree = facts.cases.length === 0 && scene.state.draft === null;
  if (!isFree || !isShort || !NAMES_PIN.test(burst.text)) return null;
  return askedFor(scene, burst.lines, say(scene, 'ask.pin_number'));
}

function askedFor(scene: Scene, lines: string[], words: Sentence): Move {
  const awaits = awaiting('pin', [], { held: { lines, files: [] } });
  const isAgain = toldForPin(scene.state.awaits).length > 0;
  const free = isAgain ? afterQuestion(scene) : scene;
  return { state: interrupting(free, awaits).state, replies: [replyOf(words, { asks: awaits.ask })] };
}

const HAS_NONE =
  /^(?:(?:no|es que|pero|y|i|yo|ya|ay) )*(?:(?:(?:no|ni|don t|do not|didn t) (?:(?:me|lo|la|se|yo) )*(?:tengo|se|recuerdo|acuerdo|encuentro|guarde|apunte|anote|dieron|have|know|remember|find))|perdi|(?:lo |se me )*(?:perdi|perdio|olvido|olvide|borro)|lost|forgot)\b/;

/** Have they neither, or not the one that was asked for? */
function hasNone(text: string): boolean {
  const plain = plainWords(text);
  return plain === 'no' || (HAS_NONE.test(plain) && plain.split(' ').length <= MOST_WORDS);
}
