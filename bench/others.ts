import path from 'node:path';
import type { Kind } from '../src/cases/case.ts';
import type { LabelledMessage } from '../src/catalogue/training.ts';
import { PROJECT_ROOT } from '../src/config.ts';
import type { Intent, Ranked } from '../src/nlu/classifier.ts';
import { type Figures, figuresOf, type Judged } from '../src/nlu/measure/measure.ts';
import { type Desk, openForMeasuring, partsOf } from '../src/wiring/evaluate.ts';
import { authorsOf } from '../src/wiring/training.ts';
import type { Figure } from './main.ts';
import { OUTSIDE_SYSTEMS, type OutsideSystem } from './outside-systems.ts';

/** The same parts as `./ventanilla evaluate`. */
const PARTS = 4;

/** How well systems of others understand, taught and measured on the same messages, split by authors in the same way. */
export async function others(): Promise<Figure[]> {
  const desk = await openForMeasuring(path.join(PROJECT_ROOT, 'config'));
  const lines: Figure[] = [];
  for (const system of OUTSIDE_SYSTEMS) lines.push(...linesOf(system, await rotate(desk, system)));
  return lines;
}

async function rotate({ messages }: Desk, system: OutsideSystem): Promise<Figures> {
  const judged: Judged[] = [];
  for (const out of partsOf(authorsOf(messages), PARTS)) {
    const taught = messages.filter(({ author }) => !out.has(author));
    const answer = await answersOf(system, taught);
    for (const message of messages.filter(({ author }) => out.has(author))) {
      judged.push({ message, said: await answer(message.text) });
    }
  }
  return figuresOf(judged);
}

/** Three classifiers of a system: bodies, kinds and intents, of which an emergency is one. */
async function answersOf(
  system: OutsideSystem,
  taught: readonly LabelledMessage[],
): Promise<(text: string) => Promise<Judged['said']>> {
  const teach = (label: (message: LabelledMessage) => string | null | undefined) =>
    system.teach(
      taught.flatMap(message => {
        const wanted = label(message);
        return wanted ? [{ text: message.text, label: wanted }] : [];
      }),
    );
  const agency = await teach(({ intent, agencies }) => (intent === 'report' ? agencies[0] : null));
  const kind = await teach(message => message.kind);
  const intent = await teach(message => message.intent);
  return async text => {
    const best = ((await intent(text))[0]?.id ?? 'report') as Intent;
    return {
      ...{ intent: best, kinds: (await kind(text)) as Ranked<Kind>[], agencies: await agency(text) },
      ...{ services: [], places: [], emergency: best === 'emergency' ? { category: best, p: 1 } : null },
    };
  };
}

function linesOf({ name }: OutsideSystem, figures: Figures): Figure[] {
  const shown = {
    'agency, first': figures.agencyFirst,
    'agency, among three': figures.agencyInThree,
    'kind, macro F1': figures.kindMacroF1,
    intent: figures.intent,
    'emergency, recall': figures.emergencyRecall,
    'emergency, false alarms': figures.falseAlarms,
    'calibration error': figures.calibrationError,
  };
  return Object.entries(shown).map(([what, { value, low, high }]) => ({
    name: `${name}: ${what}`,
    value: `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
  }));
}
