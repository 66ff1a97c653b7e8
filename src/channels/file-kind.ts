import { fileTypeFromBuffer } from 'file-type';
import type { Pin } from './channel.ts';
import { cleanHeic } from './heic.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A picture without what its camera and programs wrote into it, and where it said that it was taken. */
export interface Clean {
  bytes: Buffer;
  position: Pin | null;
}

/** A file that is taken. */
export interface ReadFile extends Clean {
  type: string;
}

/** Other names of the same kind, as the detector says them. */
const NAMES: Record<string, string> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4' };

const CLEANERS: Record<string, (bytes: Buffer) => Clean | null> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeic,
  'image/heif': cleanHeic,
  'video/quicktime': bytes => unplaced(cleanMp4(bytes)),
  'video/mp4': bytes => unplaced(cleanMp4(bytes)),
  'audio/mp4': bytes => unplaced(cleanMp4(bytes)),
};

/** Kinds that telephones write no place into; of the rest of what they record nothing is kept that cannot be cleaned. */
const PLACELESS = ['image/gif', 'audio/ogg', 'audio/mpeg', 'audio/amr', 'audio/wav', 'audio/aac'];

/** Would a picture, film or recording of this kind be kept with the place and device that were written into it? */
export function keepsPlace(type: string): boolean {
  return /^(image|video|audio)\//.test(type) && !Object.hasOwn(CLEANERS, type) && !PLACELESS.includes(type);
}

function unplaced(bytes: Buffer | null): Clean | null {
  return bytes && { bytes, position: null };
}

/**
 * A file by its content, when its kind is among `allowed`, else null: what calls itself a photo and is a page, a
 * drawing with scripts or a program is refused. Pictures, films and recordings come back without the place and device
 * that were written into them; of a photo the place is told beside it.
 */
export async function readFile(bytes: Buffer, allowed: readonly string[]): Promise<ReadFile | null> {
  const detected = await fileTypeFromBuffer(bytes);
  const mime = detected?.mime.split(';', 1)[0] ?? '';
  const type = NAMES[mime] ?? mime;
  if (!allowed.includes(type)) return null;
  const clean = CLEANERS[type] ? CLEANERS[type](bytes) : unplaced(bytes);
  return clean && { type, ...clean };
}
