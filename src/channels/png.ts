import { readExif } from './exif.ts';
import type { Clean } from './file-kind.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What is needed to show it right, moving pictures too (PNG, third edition, 5.6). */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI'],
  ...['bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);
const EXIF = 'eXIf';

/** A PNG without what programs wrote into it: texts, times, Exif with the place. Null when it is not a whole PNG. */
export function cleanPng(png: Buffer): Clean | null {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const kept: Buffer[] = [SIGNATURE];
  let position: Clean['position'] = null;
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const type = png.toString('latin1', at + 4, at + 8);
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) return null;
    if (KEPT.has(type)) kept.push(png.subarray(at, end));
    if (type === EXIF) position = readExif(png.subarray(at + 8, end - 4)).position;
    if (type === 'IEND') return { bytes: Buffer.concat(kept), position };
    at = end;
  }
  return null;
}
