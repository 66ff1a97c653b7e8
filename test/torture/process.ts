import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { Life } from './plan.ts';

/** What every life of the service is started with. */
export interface Home {
  /** Where its data lies; its complaints are kept in `service.log` there. */
  folder: string;
  env: Record<string, string>;
  /** What is launched by a test waits less for what is in doubt. */
  isHasty?: boolean;
}

/** One life of the service. */
export interface Running {
  pid: number | undefined;
  /** Resolves when it takes messages: false when it ended before. */
  ready: Promise<boolean>;
  /** Resolves when it is gone. */
  ended: Promise<void>;
  /** Its exit status, or the signal that ended it; null while it lives. */
  status(): number | string | null;
  /** The fail point it ended itself at. */
  struck(): string | null;
  kill(): void;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end in order. */
  stop(): Promise<void>;
}

/** While this is there, no process ends itself. */
export function brakeIn(folder: string): string {
  return path.join(folder, 'brake');
}

const LAUNCHER = path.join(import.meta.dirname, 'service.ts');

/** Starts the shipped command, or the launcher that ends itself at a fail point. */
export function startService(home: Home, life: Life): Running {
  const child = isShipped(life) ? shipped(home) : launched(home, life);
  let out = '';
  let ready: (is: boolean) => void = () => {};
  const whenReady = new Promise<boolean>(resolve => {
    ready = resolve;
  });
  child.stdout?.on('data', data => {
    out += data;
    if (out.includes('is ready: ')) ready(true);
  });
  child.stderr?.on('data', data => appendFileSync(path.join(home.folder, 'service.log'), data));
  const ended = once(child, 'close').then(() => ready(false));
  return {
    pid: child.pid,
    ready: whenReady,
    ended,
    status: () => child.exitCode ?? child.signalCode,
    struck: () => /struck (\S+)/.exec(out)?.[1] ?? null,
    kill: () => void child.kill('SIGKILL'),
    signal: signal => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function isShipped({ strike, aheadMs, isLaunched }: Life): boolean {
  return strike.kind === 'outside' && aheadMs === 0 && isLaunched !== true;
}

function shipped({ env }: Home): ChildProcess {
  return spawn(path.join(PROJECT_ROOT, 'ventanilla'), ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function launched({ folder, env, isHasty }: Home, { strike, aheadMs }: Life): ChildProcess {
  const at = strike.kind === 'point' ? [strike.point, String(strike.hit)] : ['', '1'];
  const args = [
    '--disable-warning=ExperimentalWarning',
    LAUNCHER,
    ...at,
    String(aheadMs),
    brakeIn(folder),
    isHasty ? 'hasty' : '',
  ];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}
