import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../src/app.ts';
import type { Case } from '../src/cases/case.ts';
import { newNumber } from '../src/cases/number.ts';
import { readSettings } from '../src/config.ts';
import { newState } from '../src/dialogs/state.ts';
import { loadKeyring } from '../src/keyring.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import { createVault } from '../src/vault.ts';
import { newCase } from '../test/support/store.ts';
import { KEY } from './children.ts';
import { median } from './load.ts';
import type { Figure } from './main.ts';

const FEW = 2_000;
const LIVES = 150;
const AT_ONCE = 8;

/** Whole lives of cases a second through the API, with many cases stored, over those with few. */
export async function lifecycles(rounds: number, many: number): Promise<Figure[]> {
  const folders = [await stored(FEW), await stored(many)];
  const apps = await Promise.all(folders.map(open));
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [which, app] of apps.entries()) {
      const rate = await livesASecond(app);
      if (round > 0) rates[which as 0 | 1].push(rate);
    }
  }
  for (const app of apps) await app.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const [few, full] = rates;
  return [
    { name: `lives of cases with ${FEW} stored`, value: `${Math.round(median(few))}/s` },
    { name: `lives of cases with ${many} stored`, value: `${Math.round(median(full))}/s` },
    {
      name: 'lives with many ÷ with few',
      ratio: median(full.map((one, i) => one / (few[i] ?? Number.NaN))),
      bar: 0.9,
    },
  ];
}

async function stored(count: number): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const vault = createVault(loadKeyring(path.join(folder, 'keyring'), { create: true }));
  const store = await openSqlite({
    ...{ file: path.join(folder, 'ventanilla.db'), vault, log: pino({ level: 'silent' }) },
    ...{ newId, initialState: () => newState('es') },
  });
  const at = new Date();
  for (let n = 0; n < count; n += 500) {
    const cases = Array.from({ length: 500 }, () => oneCase(at));
    await Promise.all(cases.map(change => store.commit({ at, cases: [change] }).catch(sameNumber)));
  }
  await store.close();
  return folder;
}

/** Of many random numbers two may be the same; one case more or less makes no difference. */
function sameNumber(): void {}

function newId(): string {
  return randomBytes(16).toString('base64url');
}

function oneCase(at: Date) {
  const number = newNumber('311', randomBytes);
  const opened: Case = newCase({ id: newId(), number, openedAt: at, opening: null, conversationId: null });
  const event = { at, what: 'opened', from: null, to: opened.status, by: 'desk', note: null } as const;
  return { case: opened, expectedVersion: 0, events: [event] };
}

async function open(folder: string): Promise<App> {
  const env = { DATA_DIR: folder, API_KEY: KEY, LOG_LEVEL: 'silent', PORT: '0' };
  return createApp(readSettings({ env, file: null }), { log: pino({ level: 'silent' }) });
}

async function livesASecond(app: App): Promise<number> {
  const began = performance.now();
  let left = LIVES;
  const live = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await oneLife(app);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, live));
  return LIVES / ((performance.now() - began) / 1_000);
}

const OPENED = {
  ...{ kind: 'queja', description: 'Hay un tubo roto botando agua frente a la escuela', agency: 'idaan' },
  place: { text: 'Cerro Viento, San Miguelito' },
};

async function oneLife(app: App): Promise<void> {
  const { number } = await post(app, '/cases', OPENED);
  await post(app, `/cases/${number}/assign`, { agency: 'mop' });
  for (const status of ['in_progress', 'resolved', 'closed']) {
    await post(app, `/cases/${number}/status`, { status });
  }
}

async function post(app: App, where: string, payload: object): Promise<{ number: string }> {
  const headers = { authorization: `Bearer ${KEY}` };
  const answer = await app.server.inject({ method: 'POST', url: `/api/v1${where}`, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${where} was answered ${answer.statusCode}: ${answer.body}`);
  return answer.json();
}
