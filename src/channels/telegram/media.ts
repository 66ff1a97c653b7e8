import type { MediaSource } from '../channel.ts';
import { fetchFile, fileFailure } from '../fetch-file.ts';
import type { CallApi, ClientSettings } from './client.ts';

/** The platform's own limit for what a bot may get. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Gets a file of a message, at most 20 MB, from the API itself and nowhere else. The link holds the bot's token: it is
 * shown to nobody and follows no redirect to another host. Rejects with `SendError`.
 */
export async function fetchMedia(
  call: CallApi,
  { token, apiUrl }: ClientSettings,
  source: MediaSource,
): Promise<Buffer> {
  if (!('id' in source)) throw fileFailure('foreign_host');
  const { file_path: path } = await call('getFile', { file_id: source.id });
  if (typeof path !== 'string' || !isPlain(path)) throw fileFailure('no_path');
  const base = new URL(apiUrl);
  return fetchFile(`${apiUrl}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`, {
    permits: ({ origin }) => origin === base.origin,
    mostBytes: MOST_BYTES,
  });
}

/** A server of one's own in local mode gives a path of its disk, which is no address. */
function isPlain(path: string): boolean {
  return !path.startsWith('/') && path.split('/').every(part => part !== '' && !/^\.+$/.test(part));
}
