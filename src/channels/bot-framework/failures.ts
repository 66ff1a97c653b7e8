import type { SendFailure } from '../../errors.ts';
import { waitOf } from '../connection.ts';

/** An error as the service answers it: `{"error":{"code":"BotNotInConversationRoster","message":"…"}}` */
export interface ServiceError {
  status: number;
  /** Of the body, not of the status. */
  code: string | null;
  retryAfter: unknown;
}

/** They blocked the bot or took it away (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability). */
const UNWANTED = ['ConversationBlockedByUser', 'BotNotInConversationRoster', 'MessageWritesBlocked'];

/** Microsoft asks for another try, with patience (…/bots/how-to/rate-limit): in the last two, the call may have been made. */
const AGAIN = [412, 429, 503];

/** What an error answer means. A login that is not taken is our own setting gone wrong: it is tried until it is mended. */
export function failureOfAnswer({ status, code, retryAfter }: ServiceError, now: Date): SendFailure {
  const named = code !== null && /^\w{1,60}$/.test(code) ? code : `http_${status}`;
  if (status === 401) return { code: named, retryable: true };
  if (AGAIN.includes(status)) return { code: named, retryable: true, ...waitOf(retryAfter, now) };
  if (status >= 500 || status === 408) return { code: named, retryable: true, unknown: true };
  return { code: named, retryable: false, ...(UNWANTED.includes(named) ? { optOut: true } : {}) };
}
