import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/config.ts';
import type { TwilioStandIn } from '../test/support/twilio-stand-in.ts';

/** A process that serves. */
export interface Served {
  address: string;
  folder: string;
  /** From its start until it said it is ready, ms. */
  readyMs: number;
  /** Resident memory now, MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** What the platform was told to call: signed, and never connected to. */
export const PUBLIC_URL = 'https://311.example.org';

/** An operator's key of these runs. */
export const KEY = 'an-operator-key-for-the-bench-0123456789';

/** The shipped service on a fresh folder. */
export function startDesk(standIn: TwilioStandIn, more: Record<string, string> = {}): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const { accountSid, authToken, number } = standIn.options;
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', API_KEY: KEY },
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
    ...{ TWILIO_API_URL: standIn.url, PUBLIC_URL, ...more },
  };
  const began = performance.now();
  return whenReady(
    spawn(path.join(PROJECT_ROOT, 'ventanilla'), ['start'], { env, stdio: PIPED }),
    folder,
    began,
  );
}

/** The bare pipeline on a fresh folder. */
export function startBare(standIn: TwilioStandIn): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const script = path.join(import.meta.dirname, 'bare.ts');
  const args = [
    '--disable-warning=ExperimentalWarning',
    script,
    folder,
    standIn.url,
    standIn.options.authToken,
    PUBLIC_URL,
  ];
  const began = performance.now();
  return whenReady(spawn(process.execPath, args, { stdio: PIPED }), folder, began);
}

const PIPED: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];

const alive = new Set<ChildProcess>();
// A run that breaks off leaves nobody behind.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

async function whenReady(child: ChildProcess, folder: string, began: number): Promise<Served> {
  alive.add(child);
  let out = '';
  const ended = once(child, 'close');
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error('it ended before it was ready')));
    child.stdout?.on('data', data => {
      out += data;
      const found = /is ready: (\S+)/.exec(out)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    ...{ address, folder, readyMs: performance.now() - began },
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      alive.delete(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
