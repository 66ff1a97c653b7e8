import type { MediaSource } from '../channel.ts';
import { fetchFile } from '../fetch-file.ts';
import { type Form, field } from './form.ts';

/** Who is asked for files, and how we say who we are. */
export interface MediaSettings {
  accountSid: string;
  authToken: string;
  apiUrl: string;
  mostBytes: number;
}

/** Where the API keeps its files; it redirects there. */
const STORAGE =
  /(^|\.)(twilio\.com|twiliocdn\.com)$|^(media\.twiliocdn\.com\.)?s3(-external-1)?\.amazonaws\.com$/;

/**
 * Gets a file of a message: from the API's host and the platform's storage only, within the limit. Our name and token
 * go to the first address alone, never along a redirect. Rejects with `SendError`.
 */
export function fetchMedia(settings: MediaSettings, address: string): Promise<Buffer> {
  return fetchFile(address, {
    permits: url => isApi(settings, url) || isStorage(url),
    headers: url => (mayLogIn(settings, url) ? { authorization: basic(settings) } : {}),
    mostBytes: settings.mostBytes,
  });
}

/** An inbound message carries at most ten files. */
const MOST_MEDIA = 10;

/** The files a form tells of. */
export function mediaIn(form: Form): MediaSource[] {
  const count = Math.min(Number(field(form, 'NumMedia') ?? 0) || 0, MOST_MEDIA);
  if (count === 0) return [];
  return Array.from({ length: count }, (_, i) => i).flatMap(i => {
    const url = field(form, `MediaUrl${i}`);
    const type = field(form, `MediaContentType${i}`);
    return url === null ? [] : [type === null ? { url } : { url, type }];
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
