import { fetchFile } from '../fetch-file.ts';

/** Who is asked for files, and how we say who we are. */
export interface MediaSettings {
  accountSid: string;
  authToken: string;
  apiUrl: string;
}

/** The platform's own limit for a file of an MMS. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Where the API keeps its files; it redirects there. */
const STORAGE =
  /(^|\.)(twilio\.com|twiliocdn\.com)$|^(media\.twiliocdn\.com\.)?s3(-external-1)?\.amazonaws\.com$/;

/**
 * Gets a file of a message: from the API's host and the platform's storage only, at most 5 MB. Our name and token
 * go to the first address alone, never along a redirect. Rejects with `SendError`.
 */
export function fetchMedia(settings: MediaSettings, address: string): Promise<Buffer> {
  return fetchFile(address, {
    permits: url => isApi(settings, url) || isStorage(url),
    headers: url => (mayLogIn(settings, url) ? { authorization: basic(settings) } : {}),
    mostBytes: MOST_BYTES,
  });
}

function isApi({ apiUrl }: MediaSettings, url: URL): boolean {
  return url.origin === new URL(apiUrl).origin;
}

function isStorage(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && STORAGE.test(url.hostname);
}

function mayLogIn(settings: MediaSettings, url: URL): boolean {
  return isApi(settings, url) || /(^|\.)twilio\.com$/.test(url.hostname);
}

function basic({ accountSid, authToken }: MediaSettings): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}
