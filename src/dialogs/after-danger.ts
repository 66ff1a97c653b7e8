import type { EmergencyCategory } from '../catalogue/catalogue.ts';
import type { Scene } from './scene.ts';

/** So soon after a danger a question is one for those who help. */
export const NEAR_MS = 2 * 3_600_000;

/** Was a danger, or a wish to die, told in this talk not long ago, and does no person have it yet? */
export function isAfterDanger(
  { conversation, facts }: Pick<Scene, 'conversation' | 'facts'>,
  which: readonly string[] = ['danger', 'distress'],
): boolean {
  const { mode, reason, since } = conversation;
  const isOne = mode === 'bot' && reason !== null && which.includes(reason);
  return isOne && facts.now.getTime() - Number(since) < NEAR_MS;
}

/** A danger as it is for who tells it: a minor who is touched is not sent to the line of women. */
export function categoryFor(
  { state, catalogue }: Pick<Scene, 'state' | 'catalogue'>,
  category: EmergencyCategory | undefined,
): EmergencyCategory | undefined {
  const ofMinor = state.minor && category?.minor ? catalogue.emergencies.get(category.minor) : undefined;
  return ofMinor ?? category;
}
