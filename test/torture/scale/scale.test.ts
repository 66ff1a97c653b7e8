import { beforeAll, describe, expect, it } from 'vitest';
import { ownMissing } from '../../support/servers/mongodb.ts';
import { missingRedis } from '../../support/servers/redis.ts';
import { pointsOf, SLOTS, shareOf } from './plan.ts';
import { breachesOf, tableOf } from './report.ts';
import { type ScaleOutcome, tortureScale } from './run.ts';

const SEED = 311;
const KILLS = 30;
const missing = ownMissing() ?? missingRedis();
let outcome: ScaleOutcome;

beforeAll(async () => {
  if (missing) return;
  const crowd = { web: 3, sms: 2, whatsapp: 2, telegram: 1 };
  const faults = { faults: 0, long: false, only: '' };
  outcome = await tortureScale({
    ...{ seed: SEED, kills: KILLS, minutes: null, isHasty: true, crowd, say: () => {} },
    ...faults,
  });
  process.stdout.write(`${tableOf(outcome)}\n`);
}, 900_000);

describe.skipIf(missing)(
  `processes of every role over MongoDB and Redis, killed ${KILLS} times (seed ${SEED}; ${missing ?? 'here'})`,
  () => {
    it('lose nothing, double nothing and keep every order', () => {
      expect(breachesOf(outcome)).toEqual([]);
      const planned = SLOTS.reduce((sum, { role }) => sum + shareOf(role, KILLS), 0);
      expect([outcome.kills.length, planned]).toEqual([planned, expect.toSatisfy((n: number) => n >= KILLS)]);
    });

    it('are struck in every role, with work in hand, from outside and at points', () => {
      const { kills } = outcome;
      expect(new Set(kills.map(({ role }) => role))).toEqual(new Set(SLOTS.map(({ role }) => role)));
      expect(
        Math.min(...kills.map(({ open, left }) => open + left.unconsumed + left.unsent)),
      ).toBeGreaterThan(0);
      const struck = kills.filter(({ point }) => point !== null);
      expect(struck.length).toBeGreaterThan(KILLS / 6);
      for (const { role, point } of struck) expect(pointsOf(role)).toContain(point);
    });
  },
);
