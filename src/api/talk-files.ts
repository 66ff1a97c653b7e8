import { readFile } from '../channels/file-kind.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Answer, badFields, notFound, ok } from './route.ts';

type TalkFileDeps = Pick<ApiDeps, 'store' | 'catalogue'>;

/**
 * Keeps a file that a person means to send in a talk, sealed with it. What it is, its content says; only the kinds and
 * sizes of the configuration are taken, and photos lose what their camera wrote into them. The same bytes twice are one file.
 */
export async function keepFile(
  { store, catalogue }: TalkFileDeps,
  id: string,
  bytes: Buffer,
): Promise<Answer> {
  const { mediaBytes, mediaTypes } = catalogue.centre.limits;
  if ((await store.load(id, 0)) === null) return notFound('conversation');
  if (bytes.length === 0) return refused('is empty: its bytes are the body of the request');
  if (bytes.length > mediaBytes) return refused(`has more than ${mediaBytes} bytes`);
  const file = await readFile(bytes, mediaTypes);
  if (file === null) return refused(`is of no kind that is taken; these are: ${mediaTypes.join(', ')}`);
  const kept = { type: file.type, bytes: file.bytes };
  return ok({ id: await store.addMedia(id, kept), type: file.type, bytes: file.bytes.length }, 201);
}

function refused(reason: string): Answer {
  return badFields([{ field: 'body', reason }]);
}

/** A file of a talk, either side's. */
export async function giveFile({ store }: TalkFileDeps, id: string, media: string): Promise<Answer> {
  const file = await store.media(id, media);
  return file ? { status: 200, file: file.bytes, type: file.type } : notFound('attachment');
}
