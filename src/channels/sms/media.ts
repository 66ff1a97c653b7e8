import { SendError } from '../../errors.ts';

/** Who is asked for files, and how we say who we are. */
export interface MediaSettings {
  accountSid: string;
  authToken: string;
  apiUrl: string;
}

/** The platform's own limit for a file of an MMS. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_HOPS = 4;
const TIMEOUT_MS = 15_000;

/** Where the API keeps its files; it redirects there. */
const STORAGE =
  /(^|\.)(twilio\.com|twiliocdn\.com)$|^(media\.twiliocdn\.com\.)?s3(-external-1)?\.amazonaws\.com$/;

/**
 * Gets a file of a message: from the API's host and the platform's storage only, at most 5 MB. Our name and token
 * go to the first address alone, never along a redirect. Rejects with `SendError`.
 */
export async function fetchMedia(settings: MediaSettings, address: string): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = permitted(settings, address);
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const headers = hop === 0 && mayLogIn(settings, url) ? { authorization: basic(settings) } : {};
    const response = await get(url, headers, signal);
    if (response.status < 300) return await readBody(response);
    const location = response.headers.get('location');
    await response.body?.cancel();
    if (response.status >= 400 || location === null) throw failure(`http_${response.status}`);
    url = permitted(settings, new URL(location, url).href);
  }
  throw failure('too_many_redirects');
}

function permitted({ apiUrl }: MediaSettings, address: string): URL {
  const url = URL.parse(address);
  const isApi = url !== null && url.origin === new URL(apiUrl).origin;
  const isStorage =
    url !== null && url.protocol === 'https:' && url.port === '' && STORAGE.test(url.hostname);
  if (url === null || !(isApi || isStorage)) throw failure('foreign_host');
  return url;
}

function mayLogIn({ apiUrl }: MediaSettings, url: URL): boolean {
  return url.origin === new URL(apiUrl).origin || /(^|\.)twilio\.com$/.test(url.hostname);
}

function basic({ accountSid, authToken }: MediaSettings): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}

async function get(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: 'manual', signal });
  } catch {
    throw failure('no_answer');
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw failure('no_answer');
  }
  if (bytes > MOST_BYTES) throw failure('too_large');
  return Buffer.concat(chunks);
}

function failure(code: string): SendError {
  return new SendError({ code, retryable: code === 'no_answer' || /^http_5/.test(code) });
}
