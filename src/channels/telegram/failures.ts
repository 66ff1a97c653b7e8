import type { SendFailure } from '../../errors.ts';

/** An error as the Bot API answers it: `{"ok":false,"error_code":429,"description":"…","parameters":{"retry_after":5}}` */
export interface ApiError {
  code: number;
  description: string;
  retryAfterSeconds: number | null;
}

/** Refusals that are known by their words alone (github.com/tdlib/telegram-bot-api, Client.cpp). */
const KNOWN: [RegExp, Omit<SendFailure, 'retryable'>][] = [
  [/bot was blocked by the user/i, { code: 'blocked', optOut: true }],
  [/user is deactivated/i, { code: 'deactivated', optOut: true }],
  // Nobody refused us: they have not written yet, and may.
  [/can't initiate conversation|can't send messages to bots/i, { code: 'not_started' }],
  [/chat not found|PEER_ID_INVALID|user not found/i, { code: 'chat_not_found' }],
  [/message is too long/i, { code: 'too_long' }],
  [/bad webhook/i, { code: 'bad_webhook' }],
  [/file is too big/i, { code: 'too_large' }],
];

/** The longest a chat is held back, whatever the platform says. */
const LONGEST_S = 3_600;

/**
 * What an error answer means. A wrong token (401, and 404 for one that has no form) is our own setting gone wrong, not
 * the recipient: it is tried until it is mended. Another 403 is a recipient who wants nothing of us.
 */
export function failureOfAnswer({ code, description, retryAfterSeconds }: ApiError): SendFailure {
  if (code === 429 || code === 420) {
    const seconds = Math.min(Math.max(retryAfterSeconds ?? 0, 1), LONGEST_S);
    return { code: '429', retryable: true, retryAfterMs: seconds * 1_000 };
  }
  const known = KNOWN.find(([words]) => words.test(description))?.[1];
  if (known) return { ...known, retryable: false };
  if (code === 401 || code === 404) return { code: String(code), retryable: true };
  // Another process asks for this bot's messages, or a webhook is set.
  if (code === 409) return { code: 'conflict', retryable: true };
  if (code >= 500) return { code: String(code), retryable: true, unknown: true };
  return { code: String(code), retryable: false, ...(code === 403 ? { optOut: true } : {}) };
}
