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
}

/** One life of the service. */
export interface Running {
  /** Resolves when it takes messages: false when it ended before. */
  ready: Promise<boolean>;
  /** Resolves when it is gone. */
  ended: Promise<void>;
  /** The fail point it ended itself at. */
  struck(): string | null;
  kill(): void;
  /** Asks it to end in order. */
  stop(): Promise<void>;
}

const LAUNCHER = path.join(import.meta.dirname, 'service.ts');

/** Starts the shipped command, or the launcher that ends itself at a fail point. */
export function startService(home: Home, life: Life): Running {
  const child = life.strike.kind === 'outside' && life.aheadMs === 0 ? shipped(home) : launched(home, life);
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
    ready: whenReady,
    ended,
    struck: () => /struck (\S+)/.exec(out)?.[1] ?? null,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function shipped({ env }: Home): ChildProcess {
  return spawn(path.join(PROJECT_ROOT, 'ventanilla'), ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function launched({ env }: Home, { strike, aheadMs }: Life): ChildProcess {
  const at = strike.kind === 'point' ? [strike.point, String(strike.hit)] : ['', '1'];
  const args = ['--disable-warning=ExperimentalWarning', LAUNCHER, ...at, String(aheadMs)];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}
