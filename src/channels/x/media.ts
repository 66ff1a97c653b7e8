import type { MediaSource } from '../channel.ts';
import { fetchFile, fileFailure } from '../fetch-file.ts';
import type { Client } from './client.ts';

/** The platform's own limit for a moving picture; photos have 5 MB. */
const MOST_BYTES = 15 * 1024 * 1024;

/** Where files of direct messages lie: they are shown to who proves to have the talk. */
const PRIVATE = /^ton\.(twitter|x)\.com$/;
/** Where everybody may look. */
const OPEN = /^(pbs|video)\.twimg\.com$/;

/** Gets a file of a message, at most 15 MB, from the platform's own hosts. Rejects with `SendError`. */
export async function fetchMedia(client: Client, apiUrl: string, source: MediaSource): Promise<Buffer> {
  const url = 'url' in source ? URL.parse(source.url) : null;
  if (url === null) throw fileFailure('foreign_host');
  if (!isPrivate(url, apiUrl)) return fetchFile(url.href, { permits: isOpen, mostBytes: MOST_BYTES });
  const headers = await client.signed(url.href);
  return fetchFile(url.href, {
    permits: to => isPrivate(to, apiUrl) || isOpen(to),
    headers: () => headers,
    mostBytes: MOST_BYTES,
  });
}

function isPrivate(url: URL, apiUrl: string): boolean {
  return url.origin === new URL(apiUrl).origin || (isSecure(url) && PRIVATE.test(url.hostname));
}

function isOpen(url: URL): boolean {
  return isSecure(url) && OPEN.test(url.hostname);
}

function isSecure({ protocol, port }: URL): boolean {
  return protocol === 'https:' && port === '';
}
