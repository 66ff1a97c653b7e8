import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createApp } from '../app.ts';
import type { Settings } from '../config.ts';

/** What the API answered: its status and its parsed JSON (null when there is none). */
export interface Answer {
  status: number;
  body: unknown;
}

/** The API of this installation: of the running service, or of a store opened for this one command. */
export interface Desk {
  /** True: a running service answers. */
  served: boolean;
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** Where a running service is found and how its own operator speaks to it; mode 0600 in `DATA_DIR`. */
export interface Running {
  address: string;
  token: string;
  pid: number;
}

/** The file `start` leaves while it runs. */
export function runningFile(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}

/** Finds the running service, or null: none, or a file left by one that was killed. */
export async function findRunning(dataDir: string): Promise<Running | null> {
  try {
    const running = JSON.parse(await readFile(runningFile(dataDir), 'utf8')) as Running;
    process.kill(running.pid, 0);
    const alive = await fetch(`${running.address}/healthz`, { signal: AbortSignal.timeout(5_000) });
    return alive.ok ? running : null;
  } catch {
    return null;
  }
}

/** Opens the desk. Without a running service this process owns the store until `close`. */
export async function openDesk(settings: Settings): Promise<Desk> {
  const running = await findRunning(settings.dataDir);
  return running ? overHttp(running) : ofOurOwn(settings);
}

function overHttp({ address, token }: Running): Desk {
  return {
    served: true,
    close: async () => {},
    call: async (method, path, body) => {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: headers(token, body),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: parse(await response.text()) };
    },
  };
}

async function ofOurOwn(settings: Settings): Promise<Desk> {
  const app = await createApp(settings);
  return {
    served: false,
    close: () => app.close(),
    call: async (method, url, body) => {
      const response = await app.server.inject({
        method,
        url,
        headers: headers(app.localToken, body),
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      return { status: response.statusCode, body: parse(response.body) };
    },
  };
}

function headers(token: string, body: unknown): Record<string, string> {
  const authorization = { authorization: `Bearer ${token}` };
  return body === undefined ? authorization : { ...authorization, 'content-type': 'application/json' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
