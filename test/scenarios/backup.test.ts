import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type Child, newFolder, runToEnd, startChild } from '../support/child-desk.ts';
import { fileReport, openVisitor } from '../support/visitor.ts';

/** Each command is a process of its own, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const started: Child[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
});

async function start(folder: string) {
  const child = await startChild(folder);
  started.push(child);
  return child;
}

async function done(folder: string, ...words: string[]): Promise<string> {
  const { status, out, err } = await runToEnd(folder, words);
  expect(status, err).toBe(0);
  return out;
}

interface Finding {
  invariant: string;
  checked: number;
  broken: number;
}

/** What `verify` counts, by invariant, without the pages of the file. */
async function numbers(folder: string): Promise<[string, number, number][]> {
  const { findings } = JSON.parse(await done(folder, 'verify', '--json')) as { findings: Finding[] };
  return findings.slice(1).map(({ invariant, checked, broken }) => [invariant, checked, broken]);
}

it('a desk that burned down comes back from its backup and the keyring, with who was erased still erased', async () => {
  const folder = newFolder();
  const desk = await start(folder);
  const gone = await openVisitor(desk.url);
  const stays = await openVisitor(desk.url);
  const { case: erased = '' } = await fileReport(gone, 'hay un tubo roto en Cerro Viento desde ayer');
  const { case: kept = '' } = await fileReport(stays, 'un hueco enorme en Cerro Viento, San Miguelito');
  const safe = newFolder();
  const of = (name: string): string => path.join(safe, name);

  // Monday's copy, with the keys of that day.
  await done(folder, 'backup', of('monday'));
  const erase = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await gone.fetch('/chat/erase', erase)).status).toBeLessThan(300);
  // Tuesday's keys take the place of Monday's; of Tuesday's copy nothing was left.
  await done(folder, 'backup', of('tuesday'), '--keys', of('monday.keys'));
  copyFileSync(path.join(folder, 'keyring'), of('keyring'));
  expect(readdirSync(safe).sort()).toEqual(['keyring', 'monday', 'monday.keys', 'tuesday']);
  const asItWas = await numbers(folder);
  desk.process.kill('SIGTERM');
  await desk.ended;

  // The same day's two files: the same numbers.
  const same = newFolder();
  copyFileSync(of('keyring'), path.join(same, 'keyring'));
  await done(same, 'restore', of('tuesday'), '--keys', of('monday.keys'));
  expect(await numbers(same)).toEqual(asItWas);

  // An older copy with younger keys.
  const older = path.join(newFolder(), 'deep', 'er');
  mkdirSync(older, { recursive: true });
  copyFileSync(of('keyring'), path.join(older, 'keyring'));
  const said = await done(older, 'restore', of('monday'), '--json');
  expect(JSON.parse(said)).toEqual({ conversations: 1, erased: 1 });
  expect((await numbers(older)).filter(([, , broken]) => broken > 0)).toEqual([]);
  const again = await start(older);
  const shown = JSON.parse(await done(older, 'case', 'show', kept, '--json'));
  expect(shown).toMatchObject({ number: kept, reporter: { channel: 'web' } });
  expect(JSON.parse(await done(older, 'case', 'show', erased, '--json')).reporter).toBeNull();
  const here = (token: string) =>
    fetch(`${again.url}/chat/messages?after=0`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await here(stays.token)).text()).toContain(kept);
  expect(await (await here(gone.token)).text()).not.toContain(erased);
});
