import { mediaId } from '../hashes.ts';
import { messageId } from '../sealed-rows.ts';
import { insert, type MongoReads, type MongoWrites, sealerOf, within } from './context.ts';

/** A sealed file lies in pieces of this many bytes: no document may have more than 16 MB. */
const PIECE = 4 * 1024 * 1024;

/** The id of a piece of a file. */
export function chunkId(owner: string, media: string, n: number): string {
  return `${owner}.${media}.${n}`;
}

/** A sealed file in pieces. */
export function piecesOf(sealed: Buffer): Buffer[] {
  const count = Math.ceil(sealed.length / PIECE);
  return Array.from({ length: count }, (_, n) => sealed.subarray(n * PIECE, (n + 1) * PIECE));
}

/** Keeps a file sealed under its conversation's key, with the message it was fetched for. */
export async function addMedia(
  context: MongoWrites,
  owner: string,
  file: { type: string; bytes: Buffer },
  seq: number | undefined,
): Promise<string> {
  const { db } = context;
  const part = within(context);
  const id = mediaId(context, owner, file.bytes);
  const living = { _id: owner, erased_at: null };
  const { matchedCount } = await db.conversations.updateOne(living, { $inc: { files: 1 } }, part);
  const sealer = matchedCount === 1 ? await sealerOf(context, owner) : null;
  if (!sealer) throw new Error('its key was destroyed');
  const _id = `${owner}.${id}`;
  if (!(await db.media.exists({ _id }).session(context.session))) {
    const sealed = sealer.sealBytes(`media.${id}`, file.bytes);
    const pieces = piecesOf(sealed);
    const { type, bytes } = file;
    const row = { _id, conversation_id: owner, media: id, type, bytes: bytes.length, chunks: pieces.length };
    await insert(context, 'media', [row]);
    for (const [n, body] of pieces.entries()) {
      await insert(context, 'media_chunks', [{ _id: chunkId(owner, id, n), conversation_id: owner, body }]);
    }
  }
  if (seq !== undefined) {
    await db.messages.updateOne({ _id: messageId(owner, seq) }, { $addToSet: { files: id } }, part);
  }
  return id;
}

/** A kept file's sealed bytes; null: a piece is not there. */
export async function sealedBytes(
  context: Pick<MongoReads, 'db' | 'session'>,
  owner: string,
  { media, chunks }: { media: string; chunks: number },
): Promise<Buffer | null> {
  const ids = Array.from({ length: chunks }, (_, n) => chunkId(owner, media, n));
  const found = await context.db.media_chunks.find({ _id: { $in: ids } }, null, within(context)).lean();
  const pieces = new Map(found.map(({ _id, body }) => [_id, body]));
  const all = ids.map(id => pieces.get(id)).filter(piece => piece !== undefined);
  return all.length === chunks ? Buffer.concat(all) : null;
}

/** A file of a conversation; null when there is none, or the conversation is erased. */
export async function media(
  context: MongoReads,
  owner: string,
  id: string,
): Promise<{ type: string; bytes: Buffer } | null> {
  const found = await context.db.media.findById(`${owner}.${id}`).lean();
  const sealed = found && (await sealedBytes(context, owner, found));
  const sealer = sealed && (await sealerOf(context, owner));
  return sealer ? { type: found.type, bytes: sealer.openBytes(`media.${id}`, sealed) } : null;
}
