import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** What is missing for a fault and how a machine gets it; null: it is here. */
export type Missing = () => string | null;

function runs(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Of util-linux, which every distribution has. */
export const missingPrlimit: Missing = () =>
  runs('prlimit', '--version') ? null : 'prlimit: apt-get install util-linux';

/** It may be there and still not be allowed to look at another process. */
export const missingStrace: Missing = () => {
  if (!runs('strace', '-V')) return 'strace: apt-get install strace';
  return runs('strace', '-qq', '-o', '/dev/null', 'true')
    ? null
    : 'strace may not trace here: give the container the capability SYS_PTRACE';
};

/** A name space of its own, in which any user may mount. */
export const missingUnshare: Missing = () =>
  runs('unshare', '-Urm', 'true')
    ? null
    : 'unshare -Urm is not allowed here: sysctl kernel.unprivileged_userns_clone=1, or run as root';

/** What is put before a command that is to find a folder read-only. */
export function readOnly(folder: string): string[] {
  const mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"';
  return ['unshare', '-Urm', 'sh', '-c', mount, folder];
}

/** Only root may, and not in every container. */
export const missingMount: Missing = () =>
  process.getuid?.() === 0 && runs('unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt')
    ? null
    : 'a small disk of its own (tmpfs): run as root, with the capability SYS_ADMIN';

/** How much a process may write into one file, or keep in memory, in bytes; `unlimited` takes the limit away. */
export function limit(pid: number, what: 'fsize' | 'data', bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--${what}=${bytes}:unlimited`]);
}

/** Lets these calls of a process fail so, until the function it gives is called; `when`: which of them, all by default. */
export async function failCalls(
  pid: number,
  calls: string,
  error: string,
  when = '1+',
): Promise<() => Promise<void>> {
  const injected = `inject=${calls}:error=${error}:when=${when}`;
  const args = ['-f', '-qq', '-o', '/dev/null', '-p', String(pid), '-e', `trace=${calls}`, '-e', injected];
  const tracer = spawn('strace', args, { stdio: 'ignore' });
  await attached(pid, tracer);
  return async () => {
    tracer.kill('SIGINT');
    if (tracer.exitCode === null && tracer.signalCode === null) await once(tracer, 'exit');
  };
}

const ATTACH_MS = 20_000;

/** A traced process says by whom. */
async function attached(pid: number, tracer: ChildProcess): Promise<void> {
  const end = performance.now() + ATTACH_MS;
  while (performance.now() < end) {
    if (runs('grep', '-q', `^TracerPid:[[:space:]]*${tracer.pid}$`, `/proc/${pid}/status`)) return;
    if (tracer.exitCode !== null) break;
    await pause(50);
  }
  throw new Error('strace could not attach to the service');
}
