import type { MediaSource } from '../channel.ts';
import { fetchFile } from '../fetch-file.ts';

/** The platform lets 25 MB through; more than the office would keep is not taken. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Where the platform keeps what people send: its network of copies. */
const STORAGE = /(^|\.)(fbcdn\.net|fbsbx\.com)$/;

/**
 * Gets a file by the signed address a message brought, which holds for some days; it is shown nothing of ours. Rejects
 * with `SendError`.
 */
export function fetchMedia(apiUrl: string, source: MediaSource): Promise<Buffer> {
  const own = new URL(apiUrl).origin;
  return fetchFile('url' in source ? source.url : '', {
    permits: url => url.origin === own || isStorage(url),
    mostBytes: MOST_BYTES,
  });
}

function isStorage(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && STORAGE.test(url.hostname);
}
