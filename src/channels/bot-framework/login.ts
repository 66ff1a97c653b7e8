import { SendError, type SendFailure } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { type Json, numberIn, objectIn, textIn } from '../json.ts';

/** By what the bot logs in. */
export interface LoginSettings {
  /** Where tokens are given: `https://login.microsoftonline.com/TENANT/oauth2/v2.0/token`. */
  url: string;
  appId: string;
  /** The second one is tried when the first is refused: while they are changed, either holds. */
  passwords: readonly [string, ...string[]];
}

/** The bot's token for the service, got when it is needed and kept until it ends. */
export interface Login {
  /** Rejects with `SendError`: then nothing was sent. */
  token(): Promise<string>;
  /** The service did not take the present one. */
  forget(): void;
}

const SCOPE = 'https://api.botframework.com/.default';
/** A token is not used in the last minutes of its life. */
const MARGIN_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;

/** Makes it; asks nobody yet (RFC 6749, 4.4). */
export function createLogin(settings: LoginSettings, now: () => Date): Login {
  let kept: { token: string; until: number } | null = null;
  let getting: Promise<string> | null = null;

  async function get(): Promise<string> {
    const answer = await ask(settings);
    const token = textIn(answer['access_token']);
    if (token === null) throw unsent({ code: 'login_unreadable', retryable: true });
    const lifeMs = (numberIn(answer['expires_in']) ?? 0) * 1_000;
    kept = { token, until: now().getTime() + lifeMs - MARGIN_MS };
    return token;
  }

  return {
    token: async () => {
      if (kept && now().getTime() < kept.until) return kept.token;
      getting ??= get().finally(() => {
        getting = null;
      });
      return getting;
    },
    forget: () => {
      kept = null;
    },
  };
}

/** What the service says to a password that it does not take: `invalid_client`. */
const REFUSED = [400, 401];

async function ask(settings: LoginSettings): Promise<Json> {
  const [first, second] = settings.passwords;
  // One time for both: a login that outlasts the call would leave it unknown whether anything was said.
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await askWith(settings, first, signal);
  if (!REFUSED.includes(response.status) || second === undefined) return answerOf(response);
  const other = await askWith(settings, second, signal);
  // When both are refused, the first is the one to be mended.
  return answerOf(other.ok ? other : response);
}

function askWith({ url, appId }: LoginSettings, password: string, signal: AbortSignal): Promise<Response> {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope: SCOPE };
  return fetch(url, {
    ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'error' },
    signal,
  }).catch(error => {
    throw unsent(failureOfConnection(error));
  });
}

async function answerOf(response: Response): Promise<Json> {
  // A password that ran out is mended by us: what waits is tried until then.
  if (!response.ok) throw unsent({ code: `login_${response.status}`, retryable: true });
  return objectIn(await response.json().catch(() => null)) ?? {};
}

/** Whatever became of a login, the message was not sent. */
function unsent({ code, retryable }: SendFailure): SendError {
  return new SendError({ code, retryable });
}
