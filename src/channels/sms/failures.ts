import { type SendFailure, WINDOW_CLOSED } from '../../errors.ts';
import { waitOf } from '../connection.ts';

/** Codes worth another try: throttled, carrier queue full, unreachable for now, unknown to the carrier. */
const RETRYABLE = new Set(['20429', '30001', '30003', '30008', '63018']);

/** The recipient sent STOP to this sender. */
const OPTED_OUT = '21610';

/** Free words on WhatsApp more than a day after the citizen wrote. */
const TOO_LATE = '63016';

/** There is no such content, its places are filled wrongly, or a value is too long (twilio.com/docs/api/errors). */
const CONTENT_REFUSED = new Set(['21655', '21656', '21658']);

/** Was a content refused for what it is? Nothing was sent then, and other words may be. */
export function isContentRefused({ code }: Pick<SendFailure, 'code'>): boolean {
  return CONTENT_REFUSED.has(code);
}

/** What a failure that is told later means: its code, and whether the message may be tried once more. */
export function failureOfReceipt(code: string): { code: string; retryable: boolean } {
  if (code === TOO_LATE) return { code: WINDOW_CLOSED, retryable: true };
  return { code, retryable: RETRYABLE.has(code) };
}

/**
 * What an error answer of the REST API means (twilio.com/docs/api/errors). Codes are split over time, so an unknown
 * 4xx is final. A 401 is our own setting gone wrong, not the recipient: it is tried until the token is mended.
 */
export function failureOfAnswer(status: number, body: unknown, retryAfter: unknown, now: Date): SendFailure {
  const code = codeOf(body) ?? `http_${status}`;
  if (code === OPTED_OUT) return { code, retryable: false, optOut: true };
  if (code === TOO_LATE) return { code: WINDOW_CLOSED, retryable: false };
  const wait = waitOf(retryAfter, now);
  if (status === 429 || status === 503 || status === 401 || RETRYABLE.has(code)) {
    return { code, retryable: true, ...wait };
  }
  // The answer may come from a proxy behind which the call succeeded.
  if (status >= 500 || status === 408) return { code, retryable: true, unknown: true, ...wait };
  return { code, retryable: false };
}

function codeOf(body: unknown): string | null {
  const parsed = typeof body === 'string' ? parse(body) : body;
  const code = (parsed as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'number' && Number.isInteger(code) ? String(code) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
