import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Child, newFolder, runToEnd, startChild } from '../support/child-desk.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { fileReport, openVisitor } from '../support/visitor.ts';

/** Each command is a process of its own, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const missing = missingMongo();
const started: Child[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
});

describe.skipIf(missing)(`the command that moves an installation${missing ? ` (${missing})` : ''}`, () => {
  it('copies all of it, says how much, and the citizen finds the talk and the case there', async () => {
    const folder = newFolder();
    const desk = await startChild(folder);
    started.push(desk);
    const citizen = await openVisitor(desk.url);
    const { case: number = '' } = await fileReport(citizen, 'hay un tubo roto en Cerro Viento desde ayer');
    desk.process.kill('SIGTERM');
    expect(await desk.ended).toBe(0);

    const { url, drop } = await someDatabase();
    const file = readdirSync(folder).find(name => name.endsWith('.db')) ?? '';
    const from = `sqlite:${path.join(folder, file)}`;
    const moved = await runToEnd(folder, ['copy', '--from', from, '--to', url]);
    expect(moved.status, moved.err).toBe(0);
    expect(moved.out).toMatch(/^\d{2,} documents copied and compared\n$/);
    // What is there already is not written over.
    const again = await runToEnd(folder, ['copy', '--from', from, '--to', url]);
    expect(again.status).not.toBe(0);
    expect(again.err).toContain('empty');

    const there = await startChild(folder, { STORE_URL: url });
    started.push(there);
    const headers = { authorization: `Bearer ${citizen.token}` };
    const answer = await fetch(`${there.url}/chat/messages?after=0`, { headers });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await answer.json())).toContain(number);
    await drop();
  });

  it('names what it needs when it is not told', async () => {
    const { status, err } = await runToEnd(newFolder(), ['copy', '--from', 'sqlite:here.db', '--to', 'here']);
    expect(status).toBe(2);
    expect(err).toContain('mongodb://');
  });
});
