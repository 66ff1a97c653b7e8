import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findRunning, removeRunning, writeRunning } from '../src/running.ts';

let server: Server;
let address = '';
let folder = '';

beforeEach(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'running-')), 'data');
  server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('a running service is found by the word it left, which only its user reads', async () => {
  const running = { address, token: 'secret', pid: process.pid };
  await writeRunning(folder, running);
  expect(await findRunning(folder)).toEqual(running);
  expect(statSync(path.join(folder, 'running.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['running.json']);
});

it('a word left by a process that is gone, or half a word, finds nobody', async () => {
  expect(await findRunning(folder)).toBeNull();
  await writeRunning(folder, { address, token: 'secret', pid: 2 ** 22 + 1 });
  expect(await findRunning(folder)).toBeNull();
  await writeRunning(folder, { address: 'http://127.0.0.1:9', token: 'secret', pid: process.pid });
  expect(await findRunning(folder)).toBeNull();
  writeFileSync(path.join(folder, 'running.json'), '{"addr');
  expect(await findRunning(folder)).toBeNull();
});

it('a service too busy to answer is running all the same', async () => {
  server.removeAllListeners('request');
  await writeRunning(folder, { address, token: 'secret', pid: process.pid });
  expect(await findRunning(folder, 50)).toMatchObject({ pid: process.pid });
});

it('a process takes back its own word only', async () => {
  await writeRunning(folder, { address, token: 'secret', pid: process.pid });
  await removeRunning(folder, process.pid + 1);
  expect(readdirSync(folder)).toEqual(['running.json']);
  await removeRunning(folder, process.pid);
  expect(readdirSync(folder)).toEqual([]);
});

it('a word that cannot be left leaves no half of it', async () => {
  mkdirSync(path.join(folder, 'running.json', 'x'), { recursive: true });
  await expect(writeRunning(folder, { address, token: 'secret', pid: process.pid })).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['running.json']);
});
