import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SendError } from '../../errors.ts';
import type { FromSession, Opening, Question, ToSession } from './protocol.ts';

/** What a session tells by itself. */
export type News = Exclude<FromSession, { tell: 'answer' | 'failure' }>;

/** The desk's end of the process of a session. */
export interface Link {
  /** Asks it. Rejects with `SendError`: `page_lost` when it ended before it was asked. */
  ask(question: Question, ms: number): Promise<unknown>;
  /** Ends it; resolves when it is gone. */
  end(): Promise<void>;
}

/** What starting a session's process needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface LinkDeps {
  opening: Opening;
  timer: (ms: number, run: () => void) => () => void;
  /** Told of everything in its order; last of all, once, that it is `gone`. */
  news: (news: News) => void;
}

/** A process that has not ended by then is ended; it gives up by itself before. */
const LONGEST_END_MS = 14_000;

interface Open {
  done(told: Extract<FromSession, { call: number }>): void;
  lost(): void;
}

/**
 * Starts the process of a session: it has its folder and nothing of what this one knows, and ends when this one does. Throws
 * what the system throws when there is no room for one more.
 */
export function startLink({ opening, timer, news }: LinkDeps): Link {
  const child = start(opening);
  const open = new Map<number, Open>();
  let calls = 0;
  let isGone = false;
  const gone = (code: string): void => {
    if (isGone) return;
    isGone = true;
    for (const { lost } of open.values()) lost();
    news({ tell: 'gone', code });
  };
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  child.once('exit', () => gone('process_ended'));
  // Told also when it cannot be killed or written to: unheard, that would end the desk.
  child.on('error', () => gone('process_failed'));
  child.on('message', (told: FromSession) => {
    if ('call' in told) open.get(told.call)?.done(told);
    else if (told.tell === 'gone') gone(told.code);
    else if (!isGone) news(told);
  });
  tell(child, { do: 'open', opening });
  return {
    ask: (question, ms) => {
      if (isGone) return Promise.reject(new SendError({ code: 'page_lost', retryable: true }));
      calls += 1;
      const call = calls;
      const asked = waitFor(open, call, { timer, ms });
      tell(child, { do: 'answer', call, question });
      return asked;
    },
    end: async () => {
      tell(child, { do: 'end' });
      const cancel = timer(LONGEST_END_MS, () => void child.kill('SIGKILL'));
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await exited;
      cancel();
    },
  };
}

function start({ folder }: Opening): ChildProcess {
  return fork(path.join(import.meta.dirname, 'process.ts'), {
    execArgv: [],
    // Neither it nor its browser is to know the secrets of this process.
    env: { HOME: folder, TMPDIR: tmpdir(), PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function tell(child: ChildProcess, told: ToSession): void {
  // A process that ended meanwhile takes nothing; that it ended is told by itself.
  if (child.connected) child.send(told, () => {});
}

function waitFor(
  open: Map<number, Open>,
  call: number,
  { timer, ms }: Pick<LinkDeps, 'timer'> & { ms: number },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (code: string): void => reject(new SendError({ code, retryable: true, unknown: true }));
    const cancel = timer(ms, () => {
      open.delete(call);
      fail('timeout');
    });
    const settle = (then: () => void): void => {
      cancel();
      open.delete(call);
      then();
    };
    open.set(call, {
      done: told => settle(() => (told.tell === 'answer' ? resolve(told.value) : fail(told.code))),
      lost: () => settle(() => fail('page_lost')),
    });
  });
}
