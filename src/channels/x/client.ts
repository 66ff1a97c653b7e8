import http from 'node:http';
import { ApiPartialResponseError, ApiRequestError, ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { SendError, type SendFailure } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { failureOfAnswer, type RateLeft } from './failures.ts';

/** A message as the list of a talk shows it. */
export type Listed = Awaited<ReturnType<TwitterApi['v2']['listDmEventsWithParticipant']>>['events'][number];

/** How the API is reached. `apiUrl` without a slash at the end. */
export interface ClientSettings {
  consumerKey: string;
  consumerSecret: string;
  accessToken: string;
  accessSecret: string;
  apiUrl: string;
}

/** The calls this channel makes; each rejects with `SendError` and nothing else. */
export interface Client {
  /** Writes to somebody; the id of the message. */
  write(userId: string, text: string): Promise<unknown>;
  /** Writes below a post; the id of the new one. */
  reply(postId: string, text: string): Promise<unknown>;
  /** The newest messages of a talk, either direction, newest first. */
  list(userId: string): Promise<Listed[]>;
  /** Who the keys belong to. */
  me(): Promise<{ id: string; username: string }>;
  /** The headers that prove at this address who we are: a file of a message is shown to who has the talk. Calls nobody. */
  signed(url: string): Promise<Record<string, string>>;
}

const OWN_API = 'https://api.x.com';

/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 14_000;
const LISTED = 100;

/** Makes the client. Calls nobody yet. */
export function createClient(settings: ClientSettings, now: () => Date): Client {
  const { v2 } = createApi(settings);
  return {
    write: (userId, text) =>
      calling(now, async () => (await v2.sendDmToParticipant(userId, { text })).dm_event_id),
    reply: (postId, text) => calling(now, async () => (await v2.reply(text, postId)).data.id),
    list: userId =>
      calling(now, async () => {
        const fields = 'id,event_type,text,sender_id,created_at';
        const found = await v2.listDmEventsWithParticipant(userId, {
          ...{ event_types: 'MessageCreate', max_results: LISTED, 'dm_event.fields': fields },
        });
        return found.events;
      }),
    me: () => calling(now, async () => (await v2.me()).data),
    signed: url => sign(settings, url),
  };
}

/** The library would read a file whole, however large; it signs just before it calls, and is stopped there. */
async function sign(settings: ClientSettings, url: string): Promise<Record<string, string>> {
  let headers = {};
  const onBeforeRequest = ({ requestOptions }: { requestOptions: { headers?: unknown } }): never => {
    headers = { ...(requestOptions.headers ?? {}) };
    throw new Error('signed');
  };
  const { v1 } = new TwitterApi(tokensOf(settings), { plugins: [{ onBeforeRequest }] });
  await v1.get(url, undefined, { prefix: '' }).catch(() => null);
  return headers;
}

function tokensOf(keys: ClientSettings) {
  return {
    ...{ appKey: keys.consumerKey, appSecret: keys.consumerSecret },
    ...{ accessToken: keys.accessToken, accessSecret: keys.accessSecret },
  };
}

/** The library knows one address and no time-out: both are set before each call is signed. */
function createApi(settings: ClientSettings): TwitterApi {
  const { apiUrl } = settings;
  const place = {
    onBeforeRequestConfig: ({ params }: { params: { url: string; timeout?: number } }): void => {
      params.timeout = TIMEOUT_MS;
      if (params.url.startsWith(`${OWN_API}/`)) params.url = `${apiUrl}${params.url.slice(OWN_API.length)}`;
    },
  };
  const isPlain = apiUrl.startsWith('http:');
  return new TwitterApi(tokensOf(settings), {
    plugins: [place],
    ...(isPlain ? { httpAgent: new http.Agent({ keepAlive: true }) } : {}),
  });
}

async function calling<T>(now: () => Date, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new SendError(failureOf(error, now()));
  }
}

function failureOf(error: unknown, now: Date): SendFailure {
  if (error instanceof ApiResponseError) {
    const { code: status, data, rateLimit } = error;
    const { type = null, detail = '' } = (data ?? {}) as { type?: string | null; detail?: string };
    const rates: (RateLeft | undefined)[] = [rateLimit, rateLimit?.day, rateLimit?.userDay];
    const told = rates.filter(rate => rate !== undefined);
    return failureOfAnswer({ status, type: String(type), detail: String(detail), rates: told }, now);
  }
  if (error instanceof ApiPartialResponseError) {
    return { code: 'unreadable_answer', retryable: true, unknown: true };
  }
  return failureOfConnection(error instanceof ApiRequestError ? causeOf(error) : error);
}

/** The library keeps what the connection met under a name its own getter does not read. */
function causeOf(error: ApiRequestError): unknown {
  return (error as unknown as { _options?: { error?: unknown } })._options?.error;
}
