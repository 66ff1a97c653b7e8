import type { SendFailure } from '../../errors.ts';

/** Steps of a connection that was never made: nothing was sent. */
const CONNECTING = new Set(['connect', 'getaddrinfo']);

/** What nodemailer rejects with (`dist/esm/errors.d.ts`). */
interface SmtpError {
  code?: unknown;
  syscall?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/**
 * What a mail that was not taken means, by the server's reply (RFC 5321, 4.2) and its enhanced status (RFC 3463). Who
 * we are was refused (530, 535, 454): our own setting gone wrong, tried until it is mended.
 */
export function failureOfSend(error: unknown): SendFailure {
  const { code, syscall, responseCode, response } = (error ?? {}) as SmtpError;
  const name = typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : 'EUNKNOWN';
  if (name === 'EAUTH' || name === 'ENOAUTH' || name === 'ETLS') return { code: name, retryable: true };
  if (typeof responseCode === 'number' && responseCode >= 400) {
    return { code: statusIn(response) ?? String(responseCode), retryable: responseCode < 500 };
  }
  // An address our own library would not write, before anybody was asked.
  if (name === 'EENVELOPE') return { code: 'bad_address', retryable: false };
  const isUnsent = typeof syscall === 'string' && CONNECTING.has(syscall);
  // Nothing tells at which step a line was cut: the mail may have been taken before.
  return { code: name, retryable: true, ...(isUnsent ? {} : { unknown: true }) };
}

/** `550 5.1.1 <…>: Recipient address rejected`: the status alone, for the rest names the recipient. */
function statusIn(response: unknown): string | null {
  return typeof response === 'string'
    ? (/^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null)
    : null;
}
