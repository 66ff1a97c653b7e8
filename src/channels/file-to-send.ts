import type { SendFailure } from '../errors.ts';
import type { Queries } from '../storage/queries.ts';
import type { Outbound } from '../storage/store.ts';
import type { Capabilities } from './channel.ts';
import { carries } from './sent-file.ts';

/** A file that should go along could not be read, or is there no more: no call is made. */
export const STORE_TROUBLE = { code: 'store', retryable: true } as const satisfies SendFailure;
export const FILE_GONE = { code: 'file_gone', retryable: false } as const satisfies SendFailure;

/** The bytes of the file that goes along with a message; null: none does, or the channel carries none of its sort. */
export async function fileToSend(
  store: Pick<Queries, 'media'>,
  { files }: Capabilities,
  { conversationId, part }: Pick<Outbound, 'conversationId' | 'part'>,
): Promise<Buffer | { failure: SendFailure } | null> {
  if (!part.file || !carries(files, part.file)) return null;
  try {
    return (await store.media(conversationId, part.file.id))?.bytes ?? { failure: FILE_GONE };
  } catch {
    return { failure: STORE_TROUBLE };
  }
}
