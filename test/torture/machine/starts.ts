import { spawn } from 'node:child_process';
import path from 'node:path';
import { PROJECT_ROOT } from '../../../src/config.ts';
import type { BadStart } from './faults.ts';
import type { MachineOrder } from './run.ts';
import { begin, type Stage } from './stage.ts';

/** A start that could not be. */
export interface Refused {
  name: string;
  status: number | null;
  lines: string[];
  /** Did the next start, on a sound disk, take messages? */
  isUpAgain: boolean;
}

/** Starts the service on each bad disk, and then on a sound one. */
export async function startBadly(
  stage: Stage,
  { starts, say }: Pick<MachineOrder, 'starts' | 'say'>,
): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const bad of starts) {
    const { status, lines } = await startOn(stage, bad);
    const next = begin(stage.home);
    refused.push({ name: bad.name, status, lines, isUpAgain: await next.ready });
    await next.stop();
    say(JSON.stringify(refused.at(-1)));
  }
  return refused;
}

function startOn(
  { home, folder }: Stage,
  { through }: BadStart,
): Promise<{ status: number | null; lines: string[] }> {
  const [program = '', ...args] = [...through(folder), path.join(PROJECT_ROOT, 'ventanilla'), 'start'];
  const child = spawn(program, args, { env: home.env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', data => {
    err += data;
  });
  return new Promise(resolve => {
    child.once('close', status => resolve({ status, lines: err.trim().split('\n') }));
  });
}
