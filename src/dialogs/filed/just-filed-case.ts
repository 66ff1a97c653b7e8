import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Scene } from '../scene.ts';

/** So long after filing, words without a matter of their own belong to the case. */
const JUST_MS = 3_600_000;

/** Was an open case filed within the last hour? */
export function isJustFiled({ facts }: Scene, c: Case): boolean {
  return isOpen(c) && facts.now.getTime() - c.openedAt.getTime() < JUST_MS;
}

/** The case they quote, the one spoken of last, the one filed just now, or the only one. */
export function caseMeant(scene: Scene): Case | null {
  const { cases, quoted } = scene.facts;
  const open = cases.filter(isOpen);
  const only = open.length === 1 ? open[0] : undefined;
  const byNumber = (wanted: string | null): Case | undefined => open.find(({ number }) => number === wanted);
  const spokenOf = byNumber(quoted) ?? byNumber(scene.shown);
  return spokenOf ?? open.find(c => isJustFiled(scene, c)) ?? only ?? null;
}
