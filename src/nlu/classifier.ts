import type { Kind } from '../cases/case.ts';
import type { Act, Question } from '../catalogue/act.ts';

/** What a message wants, before its matter is looked at. */
export type Intent =
  | 'report'
  | 'info'
  | 'status'
  | 'human'
  | 'greeting'
  | 'thanks'
  | 'emergency'
  | 'out_of_scope';

/** A candidate with its calibrated probability, 0–1. Lists of these are ranked best first. */
export interface Ranked<Id extends string = string> {
  id: Id;
  p: number;
}

/** A place the text names, as far as it can be told. Names as in the catalogue; codes for rows and rules. */
export interface PlaceGuess {
  /** The place's own code: 2 digits province, 4 district, 6 corregimiento. */
  code: string;
  province: string;
  district: string | null;
  corregimiento: string | null;
  /** The neighbourhood or landmark found, or the words of the message that name the place. */
  text: string;
  lat: number | null;
  lon: number | null;
  p: number;
}

/** Something that must not wait, by its category in `config/emergency.yaml`. */
export interface Danger {
  category: string;
  p: number;
  /** Learned from whole messages, and no phrase of the office's stands for it: among the words of a talk it is often none. */
  guessed?: true;
}

/** What was seen besides the matter. */
export type Flag =
  | 'wants_person'
  | 'abuse'
  | 'distress'
  | 'complaint_about_bot'
  | 'anonymous'
  | 'two_matters';

/** Everything understood of one text. Deterministic: the same text and context give the same value. */
export interface Understanding {
  intent: Intent;
  kinds: Ranked<Kind>[];
  /** Competent bodies, the service's rule applied to the place when one is known. */
  agencies: Ranked[];
  services: Ranked[];
  /** Procedures a question may be about, each as if it were one; the rest to 1 is "none of those known". */
  procedures: Ranked[];
  /** Best first. Two guesses of near-equal `p` are a homonym: ask. */
  places: PlaceGuess[];
  emergency: Danger | null;
  flags: Flag[];
  /** What decided, in words of the message a citizen recognises: `tubo roto`, `Cerro Viento`. */
  reasons: string[];
  /** Null when the text is too short to tell. */
  language: 'es' | 'en' | null;
}

/** What is already known of the talk when a text is read. */
export interface ReadingContext {
  /** A place's code the citizen already gave: routing uses it, and homonyms near it win. */
  placeCode?: string;
  language?: 'es' | 'en';
}

/** What words to a report or a case do, and what they ask if they ask: each list best first; empty where nothing was learned. */
export interface ActReading {
  acts: Ranked<Act>[];
  questions: Ranked<Question>[];
}

/** Reads a text. Never throws, whatever the text; bounded time; no I/O. */
export interface Classifier {
  understand(text: string, context?: ReadingContext): Understanding;
  /** Reads words as said to a report that was read back, or, `isFiled`, to a case. */
  acts(text: string, isFiled: boolean, context?: ReadingContext): ActReading;
  /**
   * The words of a text that say where, as they stand in it, in their order; `isAnswer`: they were asked where it is, or put a
   * place right. Null where that was not learned.
   */
  where(text: string, isAnswer: boolean): string[] | null;
  /** The nearest known place to a pin with its distance in metres, or null beyond Panama. */
  locate(lat: number, lon: number): (PlaceGuess & { metres: number }) | null;
}
