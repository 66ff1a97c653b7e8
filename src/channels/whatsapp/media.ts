import { fetchFile, fileFailure } from '../fetch-file.ts';
import { numberIn, textIn } from '../json.ts';
import type { CallGraph } from '../meta/graph.ts';

/** Who is asked for files, and how we say who we are. */
export interface MediaSettings {
  apiUrl: string;
  token: string;
  /** The id of our number: a file of another one is not handed out. */
  account: string;
}

/** Photos have 5 MB, sound and film 16 at most; a document may have 100, which is more than is taken here. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Where the platform keeps files: `lookaside.fbsbx.com`, which may redirect to its network of copies. */
const STORAGE = /(^|\.)(fbsbx\.com|fbcdn\.net|whatsapp\.net)$/;

/**
 * Gets a file by its id: first its address, which holds for some minutes, then the file. Our token goes to the API and
 * the address it names, never along a redirect. Rejects with `SendError`.
 */
export async function fetchMedia(call: CallGraph, settings: MediaSettings, id: string): Promise<Buffer> {
  if (!/^[\w-]{1,128}$/.test(id)) throw fileFailure('foreign_id');
  const told = await call(`${id}?phone_number_id=${settings.account}`);
  if ((numberIn(told['file_size']) ?? 0) > MOST_BYTES) throw fileFailure('too_large');
  return fetchFile(textIn(told['url']) ?? '', {
    permits: url => isApi(settings, url) || isStorage(url),
    // Without a name of the caller the platform refuses.
    headers: () => ({ authorization: `Bearer ${settings.token}`, 'user-agent': 'ventanilla' }),
    mostBytes: MOST_BYTES,
  });
}

function isApi({ apiUrl }: MediaSettings, url: URL): boolean {
  return url.origin === new URL(apiUrl).origin;
}

function isStorage(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && STORAGE.test(url.hostname);
}
