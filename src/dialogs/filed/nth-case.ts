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
