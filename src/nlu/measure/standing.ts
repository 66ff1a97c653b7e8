import type { LabelledMessage } from '../../catalogue/training.ts';
import type { Reader } from './baselines.ts';

/** Messages that nothing is ever learned from, to tell whether a model got worse: ordinary ones, and of danger. */
export interface FrozenSuite {
  messages: readonly LabelledMessage[];
  /** Told dangers, and what only looks like one. */
  dangers: readonly LabelledMessage[];
}

/** How many of a suite's questions were answered rightly. */
export type Standing = Record<Question, number>;
export type Question = (typeof QUESTIONS)[number];
const QUESTIONS = ['agency', 'agencyInThree', 'kind', 'intent', 'danger', 'calm'] as const;

/** Reads a suite and counts. */
export function standingOf(read: Reader, { messages, dangers }: FrozenSuite): Standing {
  const standing: Standing = { agency: 0, agencyInThree: 0, kind: 0, intent: 0, danger: 0, calm: 0 };
  for (const { text, agencies, kind, intent } of messages) {
    const said = read(text);
    const bodies = said.agencies.slice(0, 3).map(({ id }) => agencies.includes(id));
    standing.agency += Number(bodies[0] === true);
    standing.agencyInThree += Number(bodies.includes(true));
    standing.kind += Number(kind !== null && said.kinds[0]?.id === kind);
    standing.intent += Number(said.intent === intent);
  }
  for (const { text, emergency } of dangers) {
    const rang = read(text).emergency !== null;
    standing.danger += Number(rang && emergency !== null);
    standing.calm += Number(!rang && emergency === null);
  }
  return standing;
}

/** A figure may fall by this share of the suite's messages when the others rise: chance moves them too. */
const SWAY = 0.01;

/**
 * In what a suite got worse, empty when it did not: a danger missed that was heard, a false alarm more, fewer right
 * answers in all, or one question that lost much.
 */
export function worseIn(before: Standing, after: Standing, { messages }: FrozenSuite): string[] {
  const sum = (standing: Standing): number =>
    QUESTIONS.reduce((total, question) => total + standing[question], 0);
  const worse: string[] = QUESTIONS.filter(question => {
    const sway = question === 'danger' || question === 'calm' ? 0 : SWAY * messages.length;
    return after[question] < before[question] - sway;
  });
  return worse.length === 0 && sum(after) < sum(before) ? ['all together'] : worse;
}
