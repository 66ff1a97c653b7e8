import { beforeAll, describe, expect, it } from 'vitest';
import { FAULTS } from './faults.ts';
import { breachesOf, tableOf } from './report.ts';
import { type MachineOutcome, skippedOf, tortureMachine } from './run.ts';

const SEED = 311;
/** One of each sort; `npm run torture -- --machine` does them all. */
const SORTS = [
  ...['process out of memory', 'disk at the file size limit', 'disk full, a small one', 'disk fsync error'],
  ...['clock a day ahead', 'clock an hour back'],
];
const wanted = FAULTS.filter(({ name }) => SORTS.includes(name));
const skipped = skippedOf(wanted);
const here = wanted.filter(({ missing }) => missing() === null);
let outcome: MachineOutcome;

beforeAll(async () => {
  // Who reads on the web, and whose messages can be read back, has no minute of doubt to wait out.
  const crowd = { web: 5, sms: 3, whatsapp: 0, telegram: 0 };
  outcome = await tortureMachine({
    ...{ seed: SEED, faults: wanted, starts: [], lasting: 1, crowd, say: () => {} },
  });
  process.stdout.write(`${tableOf(outcome)}\n`);
}, 900_000);

describe(`the shipped service on a machine in trouble (seed ${SEED}), ${here.length} troubles`, () => {
  it('loses nothing, doubles nothing, acknowledges nothing it cannot store, and goes on by itself', () => {
    expect(breachesOf(outcome)).toEqual([]);
    expect(outcome.struck.map(({ name }) => name)).toEqual(here.map(({ name }) => name));
  });

  it('had work in hand at each', () => {
    for (const { open, undone, acks, refusals, name } of outcome.struck) {
      const refused = refusals['503'] ?? 0;
      expect(open + undone.unconsumed + undone.unsent + acks + refused, name).toBeGreaterThan(0);
    }
  });
});

if (skipped.length > 0)
  describe(`not done here: ${skipped.join('; ')}`, () => {
    it.skip('see the commands', () => {});
  });
