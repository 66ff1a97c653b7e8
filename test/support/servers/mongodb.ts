import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../free-port.ts';
import { SERVERS } from './program.ts';

/** A server that speaks MongoDB's protocol, of a test's own: it can be hurt. */
export interface MongoServer {
  /** Without a database. */
  url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port and data; resolves when it listens. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

const HOME = path.join(SERVERS, 'mongodb');
const PROGRAM = path.join(HOME, 'packages/bin/secantusd-py');

/** What these tests need and how a machine gets it; null: it is here. `MONGODB_URI` names another server. */
export function missingMongo(): string | null {
  if (process.env['MONGODB_URI']) return null;
  return ownMissing();
}

/** The same for tests that start and hurt a server of their own. */
export function ownMissing(): string | null {
  if (existsSync(PROGRAM)) return null;
  return 'a MongoDB: set MONGODB_URI, or run test/support/servers/install mongodb (needs python3 3.11 or newer)';
}

/** Starts a server on a free port with its data in a folder of its own. */
export async function startMongo(...options: string[]): Promise<MongoServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'mongodb-'));
  let child = await launch(port, folder, options);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `mongodb://127.0.0.1:${port}`,
    kill,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    again: async () => {
      child = await launch(port, folder, options);
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As docs/operate.md asks for: what a process that is gone had begun is given up after ten seconds. */
const START = `import sys
from secantus.cli import main
from secantus.server import SecantusDBServer
SecantusDBServer.__init__.__kwdefaults__['transaction_lifetime_seconds'] = 10.0
sys.exit(main())`;

async function launch(port: number, folder: string, options: string[]): Promise<ChildProcess> {
  const own = ['--port', String(port), '--storage-path', folder, '--sync-on-commit', '--cache-size', '128M'];
  const child = spawn(path.join(HOME, 'bin/python3'), ['-c', START, ...own, ...options], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: path.join(HOME, 'packages') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', line => {
      if (line.includes('listening')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the MongoDB of the tests ended')));
  });
  return child;
}

/** The address of a database on a server, whichever its own address names. */
export function withDatabase(server: string, name: string): string {
  const [address = '', query] = server.split('?', 2);
  const [, host = address] = /^(mongodb(?:\+srv)?:\/\/[^/]+)/.exec(address) ?? [];
  return `${host}/${name}${query === undefined ? '' : `?${query}`}`;
}
