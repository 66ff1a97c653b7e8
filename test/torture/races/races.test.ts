import { describe, expect, it } from 'vitest';
import { ownMissing } from '../../support/servers/mongodb.ts';
import { collisions } from './checks.ts';
import type { Profile } from './desks.ts';
import { breachesOf } from './report.ts';
import { race } from './run.ts';

const SEED = 311;
const PROFILES: [Profile, number, string | null][] = [
  ['embedded', 96, null],
  ['scale', 24, ownMissing()],
];

describe.each(PROFILES)('two desks that race for the same talks and cases, %s', (profile, races, missing) => {
  it.skipIf(missing)(
    `lose nobody's words, and one of two wins (${races} races, seed ${SEED}; ${missing ?? 'all here'})`,
    async () => {
      const outcome = await race({ profile, seed: SEED, races, say: () => {} });
      expect(breachesOf(outcome)).toEqual([]);
      expect(outcome.evidence.races.length).toBeGreaterThanOrEqual(races);
      // How many meet is the machine's business; of desks that linger between reading and writing some do.
      const met = [...collisions(outcome.evidence).values()];
      expect(met.some(({ collided }) => collided > 0)).toBe(true);
    },
    240_000,
  );
});
