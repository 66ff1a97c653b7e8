import type { SendFailure } from '../../errors.ts';

/** How much of a rate is left and when it is whole again, as the `x-…-limit-…` headers say; `reset` in seconds since 1970. */
export interface RateLeft {
  remaining: number;
  reset: number;
}

/** An error as the API answers it: a status, a problem document, and what is left of the rates. */
export interface ApiError {
  status: number;
  /** `https://api.twitter.com/2/problems/oauth1-permissions` */
  type: string | null;
  detail: string;
  rates: readonly RateLeft[];
}

/** Our own app or plan gone wrong, not the recipient. */
const OWN_FAULT =
  /oauth1-permissions|client-forbidden|client-not-enrolled|unsupported-authentication|usage-capped/;

const UNTOLD_MS = 60_000;
const LONGEST_MS = 3_600_000;

/**
 * What an error answer means. What we alone can mend (a token, the plan, its credits) is tried until it is mended. Another
 * 403 is a recipient who takes no messages of ours; they may write again, so it is no opt-out. docs.x.com/x-api/fundamentals
 */
export function failureOfAnswer({ status, type, detail, rates }: ApiError, now: Date): SendFailure {
  const code = `http_${status}`;
  if (status === 429 || status === 420) return { code, retryable: true, retryAfterMs: waitOf(rates, now) };
  if (status === 401 || status === 402) return { code, retryable: true };
  if (status === 403) return forbidden(type, detail);
  if (status === 503) return { code, retryable: true };
  if (status >= 500 || status === 408) return { code, retryable: true, unknown: true };
  return { code, retryable: false };
}

function forbidden(type: string | null, detail: string): SendFailure {
  if (OWN_FAULT.test(type ?? '')) return { code: 'app_forbidden', retryable: true };
  if (/duplicate content/i.test(detail)) return { code: 'duplicate', retryable: false };
  return { code: 'not_accepted', retryable: false };
}

/** Until every rate that is used up is whole again, at most an hour. */
function waitOf(rates: readonly RateLeft[], now: Date): number {
  const waits = rates
    .filter(({ remaining, reset }) => remaining === 0 && reset > 0)
    .map(({ reset }) => reset * 1_000 - now.getTime());
  const wait = waits.length > 0 ? Math.max(...waits, 1_000) : UNTOLD_MS;
  return Math.min(wait, LONGEST_MS);
}
