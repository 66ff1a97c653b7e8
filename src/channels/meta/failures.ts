import { type SendFailure, WINDOW_CLOSED } from '../../errors.ts';
import { waitOf } from '../connection.ts';
import { type Json, numberIn, objectIn } from '../json.ts';

/** An error answer of the Graph API: `{"error":{"message":"…","type":"OAuthException","code":10,"error_subcode":2018278}}` */
export interface GraphError {
  status: number;
  error: Json | null;
  retryAfter: string | null;
}

/** What a channel's codes mean, those worth knowing; every other one is final. */
export interface FailureRules {
  /** Worth another try, with the wait the platform means by it, ms. */
  retryable: ReadonlyMap<number, number | null>;
  /** Codes, or codes with a subcode (`10/2018278`), of what came too late. */
  closed: ReadonlySet<string>;
}

/** The token has ended or was taken back: our own setting gone wrong, not the recipient. */
const TOKEN_ENDED = 190;

/** Of these nobody can say whether the call was carried out, when the server itself failed. */
const AMBIGUOUS = new Set([1, 2, 131000]);

/**
 * What an error answer means. A token that has ended is tried until it is mended; a server's error without a code may
 * come from a proxy behind which the call succeeded.
 */
export function failureOfGraph(
  { status, error, retryAfter }: GraphError,
  rules: FailureRules,
  now: Date,
): SendFailure {
  const number = numberIn(error?.['code']);
  const code = codeOf(error) ?? `http_${status}`;
  if (isClosed(code, rules)) return { code: WINDOW_CLOSED, retryable: false };
  const wait = waitOf(retryAfter, now);
  const known = number === null ? undefined : rules.retryable.get(number);
  if (known !== undefined || number === TOKEN_ENDED) {
    const unknown = status >= 500 && number !== null && AMBIGUOUS.has(number);
    const told = known ? { retryAfterMs: known } : {};
    return { code, retryable: true, ...told, ...wait, ...(unknown ? { unknown } : {}) };
  }
  // A redirect is an address of ours that is wrong.
  if (status < 400 || status === 429 || status === 503 || status === 401)
    return { code, retryable: true, ...wait };
  if (status >= 500 || status === 408) return { code, retryable: true, unknown: true, ...wait };
  return { code, retryable: false };
}

/** What a receipt's error means for one more try. */
export function failureOfReceipt(
  error: Json | undefined,
  rules: FailureRules,
): { code: string; retryable: boolean } {
  const code = codeOf(objectIn(error)) ?? 'failed';
  if (isClosed(code, rules)) return { code: WINDOW_CLOSED, retryable: true };
  return { code, retryable: rules.retryable.has(numberIn(error?.['code']) ?? Number.NaN) };
}

function isClosed(code: string, { closed }: FailureRules): boolean {
  return closed.has(code) || closed.has(code.split('/', 1)[0] ?? '');
}

function codeOf(error: Json | null): string | null {
  const code = numberIn(error?.['code']);
  if (code === null) return null;
  const subcode = numberIn(error?.['error_subcode']);
  return subcode === null ? String(code) : `${code}/${subcode}`;
}
