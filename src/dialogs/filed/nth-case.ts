import type { Case } from '../../cases/case.ts';
import type { Scene } from '../scene.ts';

/** `El segundo`, of those that are listed: the newest is the first. */
export function nthCase({ facts, state }: Scene, plain: string): Case | null {
  const at =
    state.awaits === null && state.draft === null ? ORDINALS.findIndex(said => said.test(plain)) : -1;
  return facts.cases.length > 1 ? (facts.cases[at] ?? null) : null;
}

const ORDINALS = [
  /^((el|la) )?(1|uno|primer[oa]?|number one|first)$/,
  /^((el|la) )?(2|dos|segund[oa]|second)$/,
  /^((el|la) )?(3|tres|tercer[oa]?|third)$/,
  /^((el|la) )?(4|cuatro|cuart[oa]|fourth)$/,
  /^((el|la) )?(5|cinco|quint[oa]|fifth)$/,
];

/**
 * The case that is called so among those in the order they were filed: the first is the oldest. With a report begun, the one before it is
 * the last that was filed, and no case is the last.
 */
export function nthFiled(inOrder: readonly Case[], nth: string, isBegun: boolean): Case | undefined {
  if (/^(?:primer|viej|first|old)/.test(nth)) return inOrder.length > 1 || isBegun ? inOrder[0] : undefined;
  if (/^(?:segund|second)/.test(nth)) return inOrder[1];
  if (/^(?:tercer|third)/.test(nth)) return inOrder[2];
  if (/^(?:anterior|otr|other)/.test(nth)) {
    if (isBegun) return inOrder.at(-1);
    return inOrder.length === 2 ? inOrder[0] : undefined;
  }
  // `El último`, `el repetido`, `el que está de más`
  return isBegun ? undefined : inOrder.at(-1);
}
