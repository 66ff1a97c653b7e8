import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type App, createApp, type Overrides } from '../../src/app.ts';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { readSettings, type Settings } from '../../src/config.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { storeFile } from '../../src/storage/store-file.ts';
import { verify } from '../../src/storage/verify.ts';
import { verifyMongo } from '../../src/storage/verify-mongo.ts';
import { createVault } from '../../src/vault.ts';
import { sharedRules } from './shared-rules.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** An answer of the service, its JSON parsed. */
export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  body: any;
}

/** The whole desk on a port of its own, with the real configuration. */
export interface RunningDesk {
  url: string;
  app: App;
  settings: Settings;
  /** Calls the API as an operator, or with another key. */
  api(method: string, path: string, body?: unknown, key?: string): Promise<Answered>;
  /** A citizen on the web. */
  visit(): Promise<Visitor>;
  /** The same folder again, after `stop`. */
  again(overrides?: Overrides): Promise<RunningDesk>;
  stop(): Promise<void>;
}

/** An operator's key of these tests. */
export const OPERATOR = 'an-operator-key-for-tests-0123456789';

/** Settings of a desk in a folder, by default a new one; nothing of the machine's environment gets in. */
export function settingsIn(
  env: Record<string, string> = {},
  folder = mkdtempSync(path.join(tmpdir(), 'desk-')),
): Settings {
  const quick = { PORT: '0', QUIET_GAP_MS: '40', API_KEY: OPERATOR, LOG_LEVEL: 'silent' };
  return readSettings({ env: { DATA_DIR: folder, ...quick, ...env }, file: null });
}

/** Starts a desk. */
export async function startDesk(
  settings: Settings = settingsIn(),
  overrides: Overrides = {},
): Promise<RunningDesk> {
  const app = await createApp(settings, {
    ...{ log: pino({ level: 'silent' }), sweepMs: 200, rulesOf: sharedRules },
    ...overrides,
  });
  const url = await app.start();
  return {
    ...{ url, app, settings },
    api: (method, where, body, key = OPERATOR) => call(url, method, where, body, key),
    visit: () => openVisitor(url),
    again: (more = overrides) => startDesk(settings, more),
    stop: () => app.close(),
  };
}

async function call(
  url: string,
  method: string,
  where: string,
  body: unknown,
  key: string,
): Promise<Answered> {
  const response = await fetch(`${url}/api/v1${where}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** Holds the desk's store against everything that is promised: the names of promises that are broken. */
export async function brokenPromises({ storeUrl, keyringFile }: Settings): Promise<string[]> {
  const vault = createVault(loadKeyring(keyringFile, { create: false }));
  const measures = { vault, allowedSteps };
  const file = storeFile(storeUrl);
  const findings =
    file === null ? await verifyMongo({ url: storeUrl, ...measures }) : await verify({ file, ...measures });
  return findings.filter(({ broken }) => broken > 0).map(({ invariant }) => invariant);
}

/** Asks again until the answer is there, for at most so many ms. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false>,
  ms = 45_000,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (performance.now() > end) throw new Error(`nothing came within ${ms} ms`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
