import { Telegram, TelegramError } from 'telegraf';
import { SendError } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { failureOfAnswer } from './failures.ts';

/** How the API is reached. `apiUrl` without a slash at the end. */
export interface ClientSettings {
  token: string;
  apiUrl: string;
}

type Method = Parameters<Telegram['callApi']>[0];
type CallOf<M extends Method> = typeof Telegram.prototype.callApi<M>;

/** Calls a method of the Bot API by its name; rejects with `SendError` and nothing else. */
export type CallApi = <M extends Method>(
  method: M,
  payload: Parameters<CallOf<M>>[1],
  limits?: { ms?: number; signal?: AbortSignal },
) => ReturnType<CallOf<M>>;

/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 14_000;

/**
 * Makes the client. Calls nobody yet. Nothing is ever answered in the body of a webhook call (`webhookReply`): its
 * errors would be lost.
 */
export function createClient({ token, apiUrl }: ClientSettings): CallApi {
  // The library resolves `./bot<token>` against it.
  const telegram = new Telegram(token, { apiRoot: `${apiUrl}/`, webhookReply: false });
  return async (method, payload, { ms = TIMEOUT_MS, signal } = {}) => {
    const late = AbortSignal.timeout(ms);
    const end = signal ? AbortSignal.any([late, signal]) : late;
    try {
      return await telegram.callApi(method, payload, { signal: end as never });
    } catch (error) {
      throw new SendError(failureOf(error, end));
    }
  };
}

function failureOf(error: unknown, { aborted }: AbortSignal): SendError['failure'] {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error;
    return failureOfAnswer({ code, description, retryAfterSeconds: parameters?.retry_after ?? null });
  }
  return failureOfConnection(aborted ? { code: 'ABORT_ERR' } : error);
}
