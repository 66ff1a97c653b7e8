import type { MediaSource } from '../channel.ts';
import { fetchFile, fileFailure } from '../fetch-file.ts';
import type { Login } from './login.ts';

/** Larger files are not taken anyway. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The service itself: it wants the bot's token. A name under trafficmanager.net can be anybody's, but for this one. */
const SERVICE = /(^|\.)botframework\.com$|^smba\.trafficmanager\.net$/;
/** Where Teams keeps what people send: the link itself is the permission. */
const STORAGE = /\.sharepoint\.com$|\.asm\.skype\.com$/;

/** Gets a file of a message from the service and its storage only; our token goes to the service alone. Rejects with `SendError`. */
export async function fetchMedia(
  login: Login,
  apiUrl: string | undefined,
  source: MediaSource,
): Promise<Buffer> {
  const url = 'url' in source ? URL.parse(source.url) : null;
  if (url === null) throw fileFailure('foreign_host');
  const isService = (one: URL): boolean =>
    isOwn(one, apiUrl) || (isSecure(one) && SERVICE.test(one.hostname));
  const headers = isService(url) ? { authorization: `Bearer ${await login.token()}` } : {};
  return fetchFile(url.href, {
    permits: one => isService(one) || (isSecure(one) && STORAGE.test(one.hostname)),
    headers: () => headers,
    mostBytes: MOST_BYTES,
  });
}

function isOwn({ origin }: URL, apiUrl: string | undefined): boolean {
  return apiUrl !== undefined && origin === new URL(apiUrl).origin;
}

function isSecure({ protocol, port }: URL): boolean {
  return protocol === 'https:' && port === '';
}
