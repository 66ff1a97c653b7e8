import type { Danger, Intent } from './classifier.ts';
import * as cues from './intent-cues.ts';
import { ACCUSES } from './offence-cues.ts';
import type { Reading } from './reading.ts';

/** What the intent is told from. */
export interface IntentSigns {
  danger: Danger | null;
  /** 0–1: how surely the text speaks of a service. */
  matter: number;
  /** 0–1: how surely it is about a procedure, if it asks; 1: it is nothing but the name of one. */
  procedure: number;
  wantsPerson: boolean;
  /** A body or a place is named. */
  names: boolean;
  /** Some of its words are in the vocabulary. */
  knowsWords: boolean;
  /** It is told in a language we read. */
  readable: boolean;
}

/** A danger that is less sure than this may be told of in a report: it is one, with the numbers before it. */
const ALL_DANGER = 0.5;
const MATTER = 0.35;
const CLEAR_MATTER = 0.5;
/** A greeting or thanks with more words than this says something else too. */
const SHORT = 8;
/** A procedure meant so surely makes a question of words that may be one. */
const SURE_PROCEDURE = 0.6;
/** And a question of any words that tell no matter of ours. */
const CLEAR_PROCEDURE = 0.9;
const FEWEST_OF_A_SENTENCE = 4;

/** What the message wants. An emergency goes before everything; a matter makes it a report, greeting or not. */
export function intentOf(reading: Reading, signs: IntentSigns): Intent {
  const { line } = reading;
  if (signs.danger && signs.danger.p >= ALL_DANGER) return 'emergency';
  const complains = cues.COMPLAINS.test(line);
  if (signs.wantsPerson && !(signs.matter >= CLEAR_MATTER && complains)) return 'human';
  if (cues.STATUS.test(line)) return 'status';
  if (cues.ORDERS.test(line) || (cues.OUT_OF_SCOPE.test(line) && !complains)) return 'out_of_scope';
  if (asks(line, complains) || asksForProcedure(reading, complains, signs)) return 'info';
  if (signs.matter < CLEAR_MATTER && !complains && isSmallTalk(reading)) return smallTalk(reading, signs);
  if (signs.matter >= MATTER || (complains && signs.knowsWords)) return 'report';
  if (cues.WANTS_TO_REPORT.test(line)) return 'report';
  return smallTalk(reading, signs);
}

function asks(line: string, complains: boolean): boolean {
  if (cues.PROPOSES.test(line) || ACCUSES.test(line)) return false;
  if (cues.ASKS_FOR_CONTACT.test(line)) return true;
  return cues.ASKS_SURELY.test(line) || (!complains && cues.MAY_ASK.test(line));
}

function asksForProcedure(
  { line, tokens }: Reading,
  complains: boolean,
  { procedure, matter }: IntentSigns,
): boolean {
  if (ACCUSES.test(line)) return false;
  if (procedure >= CLEAR_PROCEDURE && cues.ASKS_HOW.test(line)) return true;
  if (procedure < SURE_PROCEDURE || complains || cues.PROPOSES.test(line)) return false;
  if (cues.SEEKS.test(line)) return true;
  // Who was offered several writes the name of one.
  return procedure === 1 || (procedure >= CLEAR_PROCEDURE && matter < MATTER && tokens.length <= SHORT);
}

function isSmallTalk({ line, tokens }: Reading): boolean {
  return tokens.length <= SHORT && (cues.THANKS.test(line) || cues.GREETS.test(line));
}

function smallTalk({ line, tokens }: Reading, { names, knowsWords, readable }: IntentSigns): Intent {
  const short = tokens.length <= SHORT;
  if (short && cues.THANKS.test(line)) return 'thanks';
  if (short && cues.GREETS.test(line)) return 'greeting';
  // Who writes a sentence that is not understood is asked again, not turned away.
  if (names || knowsWords || (readable && tokens.length >= FEWEST_OF_A_SENTENCE)) return 'report';
  return 'out_of_scope';
}
