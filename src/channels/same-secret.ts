import { createHash, timingSafeEqual } from 'node:crypto';

/** Is what was shown our secret? Takes a time that tells nothing of where they differ, nor of their lengths. */
export function isSameSecret(shown: string | string[] | undefined, ours: string): boolean {
  if (typeof shown !== 'string') return false;
  const [a, b] = [shown, ours].map(text => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
