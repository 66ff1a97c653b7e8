import type { SendFailure } from '../errors.ts';

/** Errors of a connection that was never made: nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Names under which clients hide that nothing came in time. */
const TIMEOUTS = new Set(['ECONNABORTED', 'ABORT_ERR', 'ERR_CANCELED']);

/** What a call without an answer means, whichever client made it: the code stands in the error or in its cause. */
export function failureOfConnection(error: unknown): SendFailure {
  const code = codeIn(error) ?? codeIn((error as { cause?: unknown } | null)?.cause);
  if (code === null) return { code: 'no_answer', retryable: true, unknown: true };
  if (NOT_CONNECTED.has(code)) return { code, retryable: true };
  return { code: TIMEOUTS.has(code) ? 'timeout' : code, retryable: true, unknown: true };
}

function codeIn(error: unknown): string | null {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : null;
}

/** The longest a platform may make one recipient wait. */
const LONGEST_MS = 3_600_000;

/** What a Retry-After header says, at most an hour: seconds, or a date (RFC 9110, 10.2.3). */
export function waitOf(retryAfter: unknown, now: Date): { retryAfterMs?: number } {
  if (typeof retryAfter !== 'string' || retryAfter.trim() === '') return {};
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(retryAfter) - now.getTime();
  return ms > 0 && Number.isFinite(ms) ? { retryAfterMs: Math.min(ms, LONGEST_MS) } : {};
}
