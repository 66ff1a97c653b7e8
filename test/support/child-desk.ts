import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { PROJECT_ROOT } from '../../src/config.ts';

/** A command of the desk in a process of its own. */
export interface Child {
  process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** What it wrote so far. */
  out(): string;
  err(): string;
  /** Its exit status, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** A new folder for data, with a blank in its name. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'desk of '));
}

/** Runs `./ventanilla` with these words on the data of a folder, through another program if wished; nothing else of the environment gets in. */
export function run(
  folder: string,
  words: string[],
  env: Record<string, string> = {},
  through: string[] = [],
): Child {
  const [program, ...rest] = [...through, path.join(PROJECT_ROOT, 'ventanilla'), ...words];
  const child = spawn(String(program), rest, {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      ...{ HOME: folder, DATA_DIR: folder, PORT: '0', QUIET_GAP_MS: '40', LOG_LEVEL: 'error' },
      ...env,
    },
  });
  const wrote = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    wrote.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    wrote.err += text;
  });
  const ended = new Promise<number | string>(resolve => {
    child.once('close', (status, signal) => resolve(status ?? signal ?? 'gone'));
  });
  return { process: child, out: () => wrote.out, err: () => wrote.err, ended };
}

/** Runs a command to its end. */
export async function runToEnd(
  folder: string,
  words: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<{ status: number | string; out: string; err: string }> {
  const child = run(folder, words, env);
  child.process.stdin.end(input);
  const status = await child.ended;
  return { status, out: child.out(), err: child.err() };
}

/** Starts the service and waits until it is ready; its address. */
export async function startChild(
  folder: string,
  env: Record<string, string> = {},
): Promise<Child & { url: string }> {
  const child = run(folder, ['start'], env);
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /^Ventanilla is ready: (\S+)\n/m.exec(child.out())?.[1];
      if (found) resolve(found);
    };
    child.process.stdout.on('data', look);
    void child.ended.then(status => reject(new Error(`ended with ${status}: ${child.err()}`)));
  });
  return { ...child, url };
}
