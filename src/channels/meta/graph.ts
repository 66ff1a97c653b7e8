import { SendError, type SendFailure } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { type Json, objectIn, readObject } from '../json.ts';
import { type FailureRules, failureOfGraph } from './failures.ts';

/** How the API is reached. `apiUrl` without a slash at the end. */
export interface GraphSettings {
  apiUrl: string;
  token: string;
  rules: FailureRules;
  now: () => Date;
}

/** Calls the Graph API: POST with a body, GET without; `ms`: its patience. Rejects with `SendError` and nothing else. */
export type CallGraph = (path: string, body?: Json | FormData, ms?: number) => Promise<Json>;

/** The version of the API this build speaks (developers.facebook.com/docs/graph-api/changelog). */
const VERSION = 'v25.0';

/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 14_000;

/** Makes the client. Calls nobody yet; our token goes along no redirect. */
export function createGraph({ apiUrl, token, rules, now }: GraphSettings): CallGraph {
  return async (path, body, ms = TIMEOUT_MS) => {
    const isForm = body instanceof FormData;
    const response = await request(`${apiUrl}/${VERSION}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        // A form's type names the border between its parts, which only fetch knows.
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(ms),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    if (response.status < 300) {
      if (response.json === null) throw failed({ code: 'unreadable_answer', retryable: true, unknown: true });
      return response.json;
    }
    const { status, retryAfter, json } = response;
    throw failed(failureOfGraph({ status, retryAfter, error: objectIn(json?.['error']) }, rules, now()));
  };
}

interface Answer {
  status: number;
  retryAfter: string | null;
  json: Json | null;
}

async function request(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      json: readObject(bytes),
    };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw failed(failureOfConnection(late ? { code: 'ABORT_ERR' } : error));
  }
}

function failed(failure: SendFailure): SendError {
  return new SendError(failure);
}
