import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { databaseIn, verifyWith } from './evidence.ts';
import { breachesOf, tableOf } from './report.ts';
import { type Outcome, torture } from './run.ts';

const SEED = 311;
const KILLS = 30;
let outcome: Outcome;

beforeAll(async () => {
  const crowd = { web: 4, sms: 4, whatsapp: 2, telegram: 2, messenger: 2, email: 2 };
  outcome = await torture({ seed: SEED, kills: KILLS, crowd, weather: 0, isHasty: true, say: () => {} });
  process.stdout.write(`${tableOf(outcome)}\n`);
}, 900_000);

/** The store as the run left it, harmed. */
function harmed(sql: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'harmed-'));
  cpSync(outcome.folder, folder, { recursive: true });
  const db = new DatabaseSync(databaseIn(folder));
  db.exec(sql);
  db.close();
  return folder;
}

async function brokenIn(folder: string, said = outcome.ledger.said): Promise<string[]> {
  const findings = await verifyWith(folder, said);
  return findings.filter(({ broken }) => broken > 0).map(({ invariant }) => invariant);
}

describe(`the desk, killed ${KILLS} times (seed ${SEED})`, () => {
  it('loses nothing, doubles nothing and keeps every order', () => {
    expect(breachesOf(outcome)).toEqual([]);
    expect(outcome.kills).toHaveLength(KILLS);
    expect(outcome.kills.filter(({ point }) => point !== null).length).toBeGreaterThan(KILLS / 4);
  });

  it('had work in hand at every kill', () => {
    const struck = outcome.kills.map(({ open, undone }) => open + undone.unconsumed + undone.unsent);
    expect(Math.min(...struck)).toBeGreaterThan(0);
  });

  it('would be caught with a lost message, a second case and an acknowledgement it never gave', async () => {
    expect(await brokenIn(harmed('select 1'))).toEqual([]);
    const lost = 'delete from messages where key = (select max(key) from messages)';
    expect(await brokenIn(harmed(lost))).toContain('each acknowledged message is stored');
    expect(await brokenIn(harmed('update messages set turn = 99999 where key = 3'))).not.toEqual([]);
    const sentAgain = "update outbound set accepts = 2, maybe_duplicate = 0 where state = 'accepted'";
    expect(await brokenIn(harmed(sentAgain))).toContain('each outbound is accepted at most once, or flagged');
    const [first] = outcome.ledger.said;
    const never = { ...first, providerId: 'SMnever', ackedAt: 1 } as (typeof outcome.ledger.said)[number];
    expect(await brokenIn(outcome.folder, [never])).toEqual(['each acknowledged message is stored']);
  });
});
