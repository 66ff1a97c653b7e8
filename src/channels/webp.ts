import { readExif } from './exif.ts';
import type { Clean } from './file-kind.ts';

/** Chunks that carry the picture (RFC 9649, 2.7). */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF = 'EXIF';
/** Bits of the head that say there is Exif and XMP. */
const TOLD = 0x08 | 0x04;

/** A WebP without what programs wrote into it: XMP, Exif with the place. Null when it is not a whole WebP. */
export function cleanWebp(webp: Buffer): Clean | null {
  if (webp.length < 12 || webp.toString('latin1', 8, 12) !== 'WEBP') return null;
  const whole = 8 + webp.readUInt32LE(4);
  if (whole > webp.length) return null;
  const kept: Buffer[] = [];
  let position: Clean['position'] = null;
  for (let at = 12; at + 8 <= whole; ) {
    const type = webp.toString('latin1', at, at + 4);
    const size = webp.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return null;
    if (KEPT.has(type)) kept.push(type === 'VP8X' ? silent(webp.subarray(at, end)) : webp.subarray(at, end));
    if (type === EXIF) position = readExif(webp.subarray(at + 8, at + 8 + size)).position;
    at = end;
  }
  return kept.length === 0 ? null : { bytes: file(kept), position };
}

function silent(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  if (copy.length > 8) copy[8] = (copy[8] ?? 0) & ~TOLD;
  return copy;
}

function file(chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
