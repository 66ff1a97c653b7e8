import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Scene } from '../scene.ts';

/** So long after filing, words without a matter of their own belong to the case. */
const JUST_MS = 3_600_000;

/** Was an open case filed within the last hour? */
export function isJustFiled({ facts }: Scene, c: Case): boolean {
  return isOpen(c) && facts.now.getTime() - c.openedAt.getTime() < JUST_MS;
}
