import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { verify } from '../../src/storage/verify.ts';
import { createVault } from '../../src/vault.ts';
import { storeOnDisk } from '../support/store.ts';

/** A writer in a process of its own, with what it printed so far. */
interface Writer {
  child: ChildProcess;
  acknowledged: string[];
  refused: string[];
}

const writers: Writer[] = [];
afterEach(() => {
  for (const { child } of writers.splice(0)) child.kill('SIGKILL');
});

async function startWriter(folder: string, run: string): Promise<Writer> {
  const script = path.join(import.meta.dirname, '../support/store-writer.ts');
  const child = spawn(process.execPath, [script, folder, run], { stdio: ['pipe', 'pipe', 'inherit'] });
  const writer: Writer = { child, acknowledged: [], refused: [] };
  writers.push(writer);
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', line => {
    if (line.startsWith('!')) writer.refused.push(line.slice(1));
    else writer.acknowledged.push(line);
  });
  return writer;
}

async function kill({ child }: Writer): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}

/** What `verify` finds broken, given what was acknowledged outside the process. */
async function brokenIn(folder: string, acknowledged: string[]): Promise<unknown[]> {
  const findings = await verify({
    file: path.join(folder, 'ventanilla.db'),
    vault: createVault(loadKeyring(path.join(folder, 'keyring'), { create: false })),
    allowedSteps,
    acknowledged: acknowledged.map(providerId => ({ channel: 'sms', account: '+5076000000', providerId })),
  });
  return findings.filter(({ broken }) => broken > 0);
}

describe('a process that is killed while it writes', () => {
  it('loses nothing it acknowledged, time after time, and is followed at once', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
    const acknowledged: string[] = [];
    for (const [round, count] of [40, 400, 5, 150].entries()) {
      const writer = await startWriter(folder, `r${round}`);
      await expect
        .poll(() => writer.acknowledged.length, { interval: 1, timeout: 30_000 })
        .toBeGreaterThan(count);
      await kill(writer);
      acknowledged.push(...writer.acknowledged);
      expect(writer.refused).toEqual([]);
    }
    expect(await brokenIn(folder, acknowledged)).toEqual([]);
    const { store } = await storeOnDisk(folder);
    expect(await brokenIn(folder, acknowledged)).toEqual([]);
    await store.close();
  });

  it('keeps others out while it lives, and nobody once it is dead', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
    const writer = await startWriter(folder, 'r');
    await expect(storeOnDisk(folder)).rejects.toThrow(/another process works on this database/);
    await kill(writer);
    await (await storeOnDisk(folder)).store.close();
  });
});

/** `prlimit` (util-linux) makes every file write beyond a size fail, as a full disk does. */
const canLimit = (() => {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('a disk that takes no more', () => {
  it.skipIf(!canLimit)(
    'refuses, loses nothing, and goes on without a restart (needs prlimit: apt-get install util-linux)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'full-'));
      const writer = await startWriter(folder, 'r');
      const limit = (size: string): unknown =>
        execFileSync('prlimit', [`--pid=${writer.child.pid}`, `--fsize=${size}:unlimited`]);
      await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(100);
      limit('4096');
      await expect.poll(() => writer.refused.length, { interval: 5 }).toBeGreaterThan(8);
      await expect(brokenIn(folder, [...writer.acknowledged])).resolves.toEqual([]);
      limit('unlimited');
      const before = writer.acknowledged.length;
      await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(before + 100);
      await kill(writer);
      expect(await brokenIn(folder, writer.acknowledged)).toEqual([]);
    },
  );
});
