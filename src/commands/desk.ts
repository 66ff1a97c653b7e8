import type { Settings } from '../config.ts';
import { findRunning, type Running } from '../running.ts';
import { storeFile } from '../storage/store-file.ts';
import type { CommandContext } from './command.ts';

/** What the API answered: its status and its parsed JSON (null when there is none). */
export interface Answer {
  status: number;
  body: unknown;
}

/** The API of this installation: of the running service, or of a store opened for this one command. */
export interface Desk {
  /** True: a running service answers. */
  served: boolean;
  /** Has its answer within `patienceMs`, by default a minute, from a running service whatever that does. */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, patienceMs?: number): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens the desk. Without a running service this process owns the store until `close`. */
export async function openDesk(settings: Settings): Promise<Desk> {
  const running = await findRunning(settings.dataDir);
  return running ? overHttp(running) : ofOurOwn(settings);
}

/** What one subcommand asks of the API, and how its answer is shown to people. */
export interface Verb<Values> {
  /** How many words it needs. */
  words: number;
  ask(desk: Desk, words: string[], values: Values): Promise<Answer>;
  show(body: unknown): string[];
}

/** Asks the desk one thing and prints its answer, as JSON if wanted; or says why it was refused. The exit status. */
export async function asking(
  context: CommandContext,
  ask: (desk: Desk) => Promise<Answer>,
  { show, json = false }: { show(body: unknown): string[]; json?: boolean | undefined },
): Promise<number> {
  const desk = await openDesk(context.settings());
  try {
    const answer = await ask(desk);
    if (answer.status >= 400) {
      context.say(refusal(answer));
      return 1;
    }
    const lines = json ? [JSON.stringify(answer.body)] : show(answer.body);
    for (const line of lines) context.print(line);
    return 0;
  } finally {
    await desk.close();
  }
}

/** The sentences of a problem document, for people. */
export function refusal({ status, body }: Answer): string {
  const { detail, problems } = (body ?? {}) as {
    detail?: string;
    problems?: { field: string; reason: string }[];
  };
  const lines = [detail ?? `The service answered ${status}.`];
  for (const { field, reason } of problems ?? []) lines.push(`  ${field}: ${reason}`);
  return lines.join('\n');
}

/** Opens the desk of a running service; where none runs, one is started in this process, until `close`. */
export async function openServed(settings: Settings): Promise<Desk> {
  const running = await findRunning(settings.dataDir);
  if (running) return overHttp(running);
  const app = await openApp({ ...settings, port: isShared(settings) ? 0 : settings.port });
  const address = await app.start();
  const desk = overHttp({ address, token: app.localToken });
  return { ...desk, served: false, close: () => app.close() };
}

/** Loaded only when nobody else serves: most commands need none of it. */
async function openApp(settings: Settings) {
  const { createApp, COMMAND_ROLE } = await import('../app.ts');
  return createApp(isShared(settings) ? { ...settings, role: COMMAND_ROLE } : settings);
}

/** May others serve this store at the same time? */
function isShared({ storeUrl }: Settings): boolean {
  return storeFile(storeUrl) === null;
}

/** What is asked takes no longer, and most of it no second: a service that does not answer within it hangs. */
const PATIENCE_MS = 60_000;

/** The API of a running service. */
export function overHttp({ address, token }: Omit<Running, 'pid'>): Desk {
  return {
    served: true,
    close: async () => {},
    call: async (method, path, body, patienceMs = PATIENCE_MS) => {
      try {
        const response = await fetch(`${address}${path}`, {
          method,
          headers: headers(token, body),
          signal: AbortSignal.timeout(patienceMs),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: response.status, body: parse(await response.text()) };
      } catch (error) {
        return error instanceof Error && error.name === 'TimeoutError' ? hanging(patienceMs) : GONE;
      }
    },
  };
}

/** What stands for the answer of a service that gave none. */
function hanging(ms: number): Answer {
  const detail = `The service runs, but did not answer within ${ms / 1_000} seconds. It may still do what was asked: look before you ask again.`;
  return { status: 504, body: { detail } };
}

/** What stands for the answer of a service that ended while it was asked. */
const GONE: Answer = { status: 503, body: { detail: 'The service does not answer any more.' } };

async function ofOurOwn(settings: Settings): Promise<Desk> {
  const app = await openApp(settings);
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
