import type { Kind } from '../../cases/case.ts';
import type { Danger, Intent } from '../classifier.ts';
import { weigh } from '../cue.ts';
import { KIND_CUES } from '../kind-cues.ts';
import type { RuleReading } from '../rules.ts';

/** The classes of the heads that do not come from the catalogue, in the order of their weights. */
export const KIND_CLASSES: readonly Kind[] = ['queja', 'denuncia', 'idea', 'sugerencia'];
export const INTENT_CLASSES: readonly Intent[] = [
  ...(['report', 'info', 'status', 'human', 'greeting', 'thanks', 'emergency', 'out_of_scope'] as const),
];
/** The class of "none of them", in every head that has one. */
export const NONE = 'none';

/** From here on a danger told by the rules is a clear one. */
export const CLEAR = 0.9;

/** What the rules say of a text, as numbers that a model weighs beside its words. */
export interface Signs {
  kind: number[];
  intent: number[];
  danger: number[];
}

/** How many signs each head is given. */
export function signCounts(categories: number): Record<keyof Signs, number> {
  return { kind: KIND_CLASSES.length, intent: INTENT_CLASSES.length + 4, danger: categories + 2 };
}

/** The signs of a text. `categories` are those of danger, in the order of the catalogue. */
export function signsOf(
  { reading, intent, signs, danger, places }: RuleReading,
  categories: readonly string[],
): Signs {
  const cues = weigh(reading.line, KIND_CUES);
  return {
    kind: KIND_CLASSES.map(kind => cues.get(kind) ?? 0),
    intent: [
      ...INTENT_CLASSES.map(known => Number(known === intent)),
      ...[Math.min(1, signs.matter), signs.procedure, danger?.p ?? 0, Number(places.length > 0)],
    ],
    danger: dangerSigns(danger, categories),
  };
}

function dangerSigns(danger: Danger | null, categories: readonly string[]): number[] {
  const clear = danger !== null && danger.p >= CLEAR;
  const own = categories.map(category => Number(danger?.category === category));
  return [...own, Number(clear), Number(danger !== null && !clear)];
}
