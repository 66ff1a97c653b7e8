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

/**
 * What this needs is not to be had now, though nothing is wrong with the settings: the same start may do later. Exit status
 * 75, after which a supervisor tries again.
 */
export class NotNowError extends ConfigError {}

/** What a disk does that has no room, or fails. */
const TROUBLES: Record<string, string> = {
  ENOSPC: 'the disk is full; make room, and start again',
  EDQUOT: 'the disk quota is used up; make room, and start again',
  EFBIG: 'a file may not grow any more; make room, or raise the limit of file sizes, and start again',
  EIO: 'the disk fails to read or write; look at it before anything else',
};
/** The same in SQLite's own numbers: `SQLITE_FULL`, `SQLITE_IOERR`. */
const SQLITE_TROUBLES: Record<number, string> = {
  13: TROUBLES['ENOSPC'] ?? '',
  10: 'the disk is full or fails; make room, or look at it, and start again',
};

/** What a disk's trouble is, under the setting whose file it met; null when an error is nothing of the kind. */
export function diskTrouble(where: string, error: unknown): NotNowError | null {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  // SQLite tells more in the bits above.
  const reason = TROUBLES[String(code)] ?? SQLITE_TROUBLES[Number(errcode ?? 0) & 0xff];
  return reason === undefined ? null : new NotNowError([{ where, reason }]);
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
  const code = error instanceof SendError ? error.failure.code : codeOf(error);
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

/** SQLite's own code says more than that it was SQLite. */
function codeOf(error: Error): unknown {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code !== 'ERR_SQLITE_ERROR') return code;
  const primary = Number(errcode) & 0xff;
  return SQLITE_NAMES[primary] ?? `SQLITE_${primary}`;
}

const SQLITE_NAMES: Record<number, string> = {
  ...{ 5: 'SQLITE_BUSY', 8: 'SQLITE_READONLY', 10: 'SQLITE_IOERR', 11: 'SQLITE_CORRUPT' },
  ...{ 13: 'SQLITE_FULL', 14: 'SQLITE_CANTOPEN', 19: 'SQLITE_CONSTRAINT' },
};
