import type { Act, Question } from '../../catalogue/act.ts';
import type { ActReading, Ranked } from '../classifier.ts';
import { probabilities } from '../model/chances.ts';
import { featuresOf } from '../model/features.ts';
import { type Features, type LinearModel, seenBy } from '../model/linear.ts';
import { INTENT_CLASSES, signsOf } from '../model/signs.ts';
import { styleOf } from '../model/style.ts';
import type { RuleReading } from '../rules.ts';

/** What is read where nothing was learned. */
export const NO_ACTS: ActReading = { acts: [], questions: [] };

/** The two questions a model of acts answers. */
export type ActHead = 'act' | 'question';

/** How many signs each of its heads is given. */
export const ACT_SIGNS = INTENT_CLASSES.length + 7;

/** What a model of acts sees of words. */
export interface ActInput {
  features: Features;
  signs: number[];
}

/** The words as a model sees them; nothing of them announces, as nothing begins with them. */
export function actInput(ruled: RuleReading, isFiled: boolean): ActInput {
  const reading = { ...ruled.reading, frame: 0 };
  const isAsked = Number(reading.text.includes('?'));
  return {
    features: { words: featuresOf(reading), style: styleOf(reading) },
    signs: [...signsOf(ruled, []).intent, ...[Math.min(1, ruled.places.length), Number(isFiled), isAsked]],
  };
}

/** Reads words with a model that was learned. */
export function readActs(model: LinearModel<ActHead>, { features, signs }: ActInput): ActReading {
  const seen = seenBy(model, features);
  const { act, question } = model.heads;
  return {
    acts: probabilities(act, seen, signs) as Ranked<Act>[],
    questions: probabilities(question, seen, signs) as Ranked<Question>[],
  };
}
