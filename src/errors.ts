/** One thing that is wrong in a setting or a configuration file, said so that the reader can mend it. */
export interface Problem {
  /** Where: a setting's name, or `config/agencies.yaml:12`. */
  where: string;
  /** What is wrong and what to do, one sentence, no citizen's data. */
  reason: string;
}

/** The installation cannot start as it is configured; lists every problem at once. Exit status 78. */
export class ConfigError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(p => `${p.where}: ${p.reason}`).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What a commit collided with: the reader loads again and decides anew. */
export type Conflict =
  | 'conversation'
  | 'case'
  | 'number'
  | 'opening'
  | 'idempotency'
  | 'outbound'
  | 'notice'
  | 'message';

/** A commit found the world changed since it was read; nothing of it was stored. */
export class ConflictError extends Error {
  readonly what: Conflict;

  constructor(what: Conflict) {
    super(`changed meanwhile: ${what}`);
    this.name = 'ConflictError';
    this.what = what;
  }
}

/** Others change the same things at the same time. */
const TRIES = 8;

/** Runs what reads, decides and commits; anew when somebody was faster, so often at most. Rejects as the last run does. */
export async function anewOnConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

/** What went wrong in a provider call, told by its consequences. */
export interface SendFailure {
  /** The provider's own code (`30003`, `http_503`, `timeout`), for the delivery ledger; `budget`: we called nobody. */
  code: string;
  /** May the same message be tried again? */
  retryable: boolean;
  /** Not before this many ms, when the provider said so. Holds this recipient's messages back. */
  retryAfterMs?: number;
  /** The call may have succeeded: its outcome is to be read back before another try. */
  unknown?: boolean;
  /** The recipient refuses our messages: treat as an opt-out. */
  optOut?: boolean;
}

/** The code of a message that came too late for free words, whatever number a platform gives it. */
export const WINDOW_CLOSED = 'window_closed';

/** A provider call failed; `deliver` alone decides what follows, from these fields and nothing else. */
export class SendError extends Error {
  readonly failure: SendFailure;

  constructor(failure: SendFailure) {
    super(`send failed: ${failure.code}`);
    this.name = 'SendError';
    this.failure = failure;
  }
}

/** Is it a mistake of ours, as against a disk, a network or a platform that failed? */
export function isMistake(error: unknown): boolean {
  return [TypeError, RangeError, ReferenceError, SyntaxError].some(kind => error instanceof kind);
}

/** What may be logged of an error: its name, code and place. Messages can hold a citizen's words. */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = error instanceof SendError ? error.failure.code : (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code: String(code) }),
    at: frames
      .slice(0, 4)
      .map(line => line.trim())
      .join(' < '),
  };
}
