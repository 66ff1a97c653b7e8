import twilio from 'twilio';
import { SendError } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { failureOfAnswer } from './failures.ts';

/** How the API is reached. `apiUrl` null: Twilio's own. */
export interface ClientSettings {
  accountSid: string;
  authToken: string;
  apiUrl: string | null;
}

/** Twilio's own client; every rejection of its calls is a `SendError`. */
export type Client = ReturnType<typeof twilio>;

/** A content to be made, as Twilio's library calls it. */
export type ContentCreateRequest = Parameters<Client['content']['v1']['contents']['create']>[0];

/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 14_000;

/** Makes the client. Calls nobody yet. */
export function createClient(settings: ClientSettings, now: () => Date): Client {
  const inner = new twilio.RequestClient({ timeout: TIMEOUT_MS, keepAlive: true });
  const request: typeof inner.request = async options => {
    const response = await inner.request(options).catch(error => {
      throw new SendError(failureOfConnection(error));
    });
    if (response.statusCode < 400) return response as never;
    const retryAfter = (response as { headers?: Record<string, unknown> }).headers?.['retry-after'];
    throw new SendError(failureOfAnswer(response.statusCode, response.body, retryAfter, now()));
  };
  const httpClient = Object.assign(Object.create(inner) as typeof inner, { request });
  const client = twilio(settings.accountSid, settings.authToken, { httpClient });
  if (settings.apiUrl !== null) client.api.baseUrl = client.content.baseUrl = settings.apiUrl;
  return client;
}

/** Was this form signed with one of our tokens for exactly this address? Never throws. */
export function isSigned(
  tokens: readonly string[],
  signature: string | string[] | undefined,
  url: string,
  form: Record<string, string | string[]>,
): boolean {
  if (typeof signature !== 'string') return false;
  try {
    return tokens.some(token => twilio.validateRequest(token, signature, url, form));
  } catch {
    return false;
  }
}
