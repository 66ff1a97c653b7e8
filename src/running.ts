import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a running service is found and how its own operator speaks to it; mode 0600 in `DATA_DIR`. */
export interface Running {
  address: string;
  token: string;
  pid: number;
}

function runningFile(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}

/** Leaves word that this process serves; readable by its user only, and never half written. */
export async function writeRunning(dataDir: string, running: Running): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = runningFile(dataDir);
  const fresh = `${file}.${running.pid}`;
  try {
    await writeFile(fresh, JSON.stringify(running), { mode: 0o600 });
    await rename(fresh, file);
  } finally {
    // On a full disk half of it would stay, and half of the token.
    await rm(fresh, { force: true });
  }
}

/** Takes the word back, if it is this process's own. */
export async function removeRunning(dataDir: string, pid: number): Promise<void> {
  const running = await readRunning(dataDir);
  if (running?.pid === pid) await rm(runningFile(dataDir), { force: true });
}

/**
 * Finds the running service, or null: none, or a file left by one that was killed. A process that takes the call and has no time
 * to answer within `patienceMs` is running: it holds the store, and whoever took it for gone would be refused there.
 */
export async function findRunning(dataDir: string, patienceMs = 5_000): Promise<Running | null> {
  const running = await readRunning(dataDir);
  if (running === null) return null;
  try {
    process.kill(running.pid, 0);
    const alive = await fetch(`${running.address}/healthz`, { signal: AbortSignal.timeout(patienceMs) });
    return alive.ok ? running : null;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? running : null;
  }
}

async function readRunning(dataDir: string): Promise<Running | null> {
  try {
    return JSON.parse(await readFile(runningFile(dataDir), 'utf8')) as Running;
  } catch {
    return null;
  }
}
