import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { verifyMongo } from '../../src/storage/verify-mongo.ts';
import { createVault } from '../../src/vault.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { ownMissing, startMongo, withDatabase } from '../support/servers/mongodb.ts';
import { message } from '../support/store.ts';

interface Writer {
  child: ChildProcess;
  acknowledged: string[];
  turns: number;
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function startWriter(url: string, keyring: string, run: string): Promise<Writer> {
  const script = path.join(import.meta.dirname, '../support/mongo-writer.ts');
  const child = spawn(process.execPath, [script, url, keyring, run], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const writer: Writer = { child, acknowledged: [], turns: 0 };
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', line => {
    if (line === '+') writer.turns += 1;
    else if (!line.startsWith('!')) writer.acknowledged.push(line);
  });
  return writer;
}

async function kill({ child }: Writer): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

async function verified(url: string, keyring: string, acknowledged: string[]): Promise<string[]> {
  const findings = await verifyMongo({
    ...{ url, allowedSteps, vault: createVault(loadKeyring(keyring, { create: false })) },
    acknowledged: acknowledged.map(providerId => ({ channel: 'sms', account: '+5076000000', providerId })),
  });
  expect(
    findings.find(({ invariant }) => invariant.startsWith('each turn and draft'))?.checked,
  ).toBeGreaterThan(0);
  return findings.flatMap(({ invariant, broken, examples }) =>
    broken > 0 ? [`${invariant}: ${examples}`] : [],
  );
}

const missing = ownMissing();
const busy = { interval: 5, timeout: 60_000 };

describe.skipIf(missing)(
  `processes over one database that are killed while they write (${missing ?? 'here'})`,
  () => {
    it('lose nothing and double nothing, whichever of them dies, or the database', async () => {
      const server = await startMongo();
      const url = withDatabase(server.url, 'crash');
      const keyring = newKeyring();
      const acknowledged: string[] = [];
      let steady = await startWriter(url, keyring, 'steady-0');
      for (let round = 0; round < 4; round += 1) {
        const other = await startWriter(url, keyring, `other-${round}`);
        await expect.poll(() => other.acknowledged.length, busy).toBeGreaterThan(round * 3);
        if (round % 3 === 2) {
          await server.kill();
          await server.again();
          const before = steady.acknowledged.length;
          await expect.poll(() => steady.acknowledged.length, busy).toBeGreaterThan(before);
        }
        await kill(other);
        acknowledged.push(...other.acknowledged);
        if (round % 2 === 0) continue;
        await kill(steady);
        acknowledged.push(...steady.acknowledged);
        steady = await startWriter(url, keyring, `steady-${round}`);
      }
      await expect.poll(() => steady.turns, busy).toBeGreaterThan(2);
      await kill(steady);
      acknowledged.push(...steady.acknowledged);
      expect(await verified(url, keyring, acknowledged)).toEqual([]);
      const store = await openIn(url, keyring);
      const repeats = acknowledged.slice(-20).map(providerId => message(providerId, { providerId }));
      const again = await store.addInbound(repeats, new Date());
      expect(again.filter(({ isNew }) => isNew)).toEqual([]);
      await store.close();
      await server.stop();
    }, 240_000);
  },
);

describe.skipIf(missing)(`a database that goes away (${missing ?? 'here'})`, () => {
  it('makes every write a refusal, and the store goes on without a restart when it is back', async () => {
    const server = await startMongo();
    const url = withDatabase(server.url, 'away');
    const keyring = newKeyring();
    const store = await openIn(url, keyring);
    await store.addInbound([message('uno')], new Date());
    await server.kill();
    await expect(store.addInbound([message('dos')], new Date())).rejects.toThrow();
    await expect(store.probe(new Date())).rejects.toThrow();
    await server.again();
    const [added] = await store.addInbound([message('dos')], new Date());
    expect(added).toMatchObject({ seq: 2, isNew: true });
    await store.close();
    await server.stop();
  }, 60_000);
});
