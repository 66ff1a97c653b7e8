import { readExif } from './exif.ts';
import type { Clean } from './file-kind.ts';

/** Segments that carry a picture (ITU-T T.81, Annex B): everything but APPn and comments. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const COM = 0xfe;
/** JFIF, colour profile and colour transform are needed to show it right. */
const KEPT_APPS = [APP0, 0xe2, 0xee];

interface Segment {
  marker: number;
  start: number;
  end: number;
}

/**
 * A JPEG without what its camera and programs wrote into it (Exif with the place, XMP, IPTC, comments, pictures
 * hidden behind the end); only the orientation is written back. Null when it is not a whole JPEG.
 */
export function cleanJpeg(jpeg: Buffer): Clean | null {
  const segments = segmentsOf(jpeg);
  if (!segments) return null;
  const written = segments.find(segment => isExif(jpeg, segment));
  const { orientation, position } = readExif(
    written ? jpeg.subarray(written.start + 4, written.end) : Buffer.alloc(0),
  );
  const kept = segments.filter(segment => isKept(jpeg, segment));
  const bytes = Buffer.concat([
    Buffer.from([0xff, SOI]),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...kept.map(({ start, end }) => jpeg.subarray(start, end)),
    Buffer.from([0xff, EOI]),
  ]);
  return { bytes, position };
}

/** XMP stands in segments of the same marker. */
function isExif(jpeg: Buffer, { marker, start }: Segment): boolean {
  return marker === APP1 && jpeg.toString('latin1', start + 4, start + 8) === 'Exif';
}

function isKept(jpeg: Buffer, { marker, start }: Segment): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  // The multi-picture index (CIPA DC-007) shares its marker with the colour profile.
  const isIndex = jpeg.toString('latin1', start + 4, start + 8) === 'MPF\0';
  return KEPT_APPS.includes(marker) && !isIndex;
}

/** Every segment between start and end of the picture, scans with their data. */
function segmentsOf(jpeg: Buffer): Segment[] | null {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xff00 + SOI) return null;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length || jpeg[at + 1] === EOI) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === EOI) return segments;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const head = at + 2 + jpeg.readUInt16BE(at + 2);
    const end = marker === SOS ? endOfScan(jpeg, head) : head;
    if (end > jpeg.length || head < at + 4) return null;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return null;
}

/** Scan data ends at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(jpeg: Buffer, from: number): number {
  let at = jpeg.indexOf(0xff, from);
  while (at >= 0 && at + 1 < jpeg.length) {
    const next = jpeg[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
    at = jpeg.indexOf(0xff, at + (isData ? 2 : 1));
  }
  return jpeg.length + 1;
}

/** An Exif segment that says nothing but how to turn the picture. */
function orientationSegment(orientation: number): Buffer {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation];
  const body = Buffer.from([...Buffer.from('Exif\0\0', 'latin1'), ...tiff, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0xff, APP1, 0, body.length + 2]), body]);
}
