import { fileTypeFromBuffer } from 'file-type';
import { withoutTraces } from './jpeg.ts';

/** Other names of the same kind, as the detector says them. */
const NAMES: Record<string, string> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4' };

/**
 * A file by its content, when its kind is among `allowed`, else null: what calls itself a photo and is a page, a
 * drawing with scripts or a program is refused. A JPEG comes back without the place and device its camera wrote.
 */
export async function readFile(
  bytes: Buffer,
  allowed: readonly string[],
): Promise<{ type: string; bytes: Buffer } | null> {
  const detected = await fileTypeFromBuffer(bytes);
  const mime = detected?.mime.split(';', 1)[0] ?? '';
  const type = NAMES[mime] ?? mime;
  if (!allowed.includes(type)) return null;
  if (type !== 'image/jpeg') return { type, bytes };
  const clean = withoutTraces(bytes);
  return clean && { type, bytes: clean };
}
