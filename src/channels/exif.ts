import type { Pin } from './channel.ts';

/** What of a photo's Exif data matters: how to turn it, 1–8, and where it says it was taken. */
export interface Exif {
  orientation: number;
  position: Pin | null;
}

const HEAD = 'Exif\0\0';
const NOTHING: Exif = { orientation: 1, position: null };

/** Tags of the first directory (Exif 2.3, 4.6.4 and 4.6.3). */
const ORIENTATION = 0x0112;
const GPS_DIRECTORY = 0x8825;
/** Tags of the GPS directory (4.6.6). */
const GPS = { latRef: 1, lat: 2, lonRef: 3, lon: 4 } as const;
/** No directory of a camera has more entries. */
const MOST_ENTRIES = 200;

/** Reads Exif data, with or without its own head. Whatever is wrong in it says nothing; never throws. */
export function readExif(bytes: Buffer): Exif {
  const tiff = bytes.toString('latin1', 0, HEAD.length) === HEAD ? bytes.subarray(HEAD.length) : bytes;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return NOTHING;
  const reader = readerOf(tiff, order === 'II');
  const first = directoryAt(reader, reader.long(4));
  const turned = reader.short((first.get(ORIENTATION) ?? Number.NaN) + 8);
  const gps = first.get(GPS_DIRECTORY);
  return {
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
    position: gps === undefined ? null : positionIn(reader, directoryAt(reader, reader.long(gps + 8))),
  };
}

/** Reads numbers; 0 where there are none. */
interface Reader {
  short(at: number): number;
  long(at: number): number;
  letter(at: number): string;
}

function readerOf(tiff: Buffer, little: boolean): Reader {
  const isIn = (at: number, bytes: number) => at >= 0 && at + bytes <= tiff.length;
  return {
    short: at => (isIn(at, 2) ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0),
    long: at => (isIn(at, 4) ? (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0),
    letter: at => (isIn(at, 1) ? tiff.toString('latin1', at, at + 1) : ''),
  };
}

/** Where the entry of each tag begins. */
function directoryAt(reader: Reader, at: number): Map<number, number> {
  const entries = new Map<number, number>();
  const count = Math.min(reader.short(at), MOST_ENTRIES);
  for (let i = 0; i < count; i += 1) entries.set(reader.short(at + 2 + i * 12), at + 2 + i * 12);
  return entries;
}

function positionIn(reader: Reader, entries: Map<number, number>): Pin | null {
  const angle = (tag: number, refTag: number, negative: string, most: number): number | null => {
    const [entry, ref] = [entries.get(tag), entries.get(refTag)];
    if (entry === undefined || ref === undefined) return null;
    const degrees = degreesAt(reader, reader.long(entry + 8));
    if (degrees === null || degrees > most) return null;
    return reader.letter(ref + 8).toUpperCase() === negative ? -degrees : degrees;
  };
  const lat = angle(GPS.lat, GPS.latRef, 'S', 90);
  const lon = angle(GPS.lon, GPS.lonRef, 'W', 180);
  // Cameras that do not know where they are write zeros.
  return lat === null || lon === null || (lat === 0 && lon === 0) ? null : { lat, lon };
}

/** Degrees, minutes and seconds, each a fraction; null when one of them is none. */
function degreesAt(reader: Reader, at: number): number | null {
  const parts = [0, 1, 2].map(i => {
    const over = reader.long(at + i * 8 + 4);
    return over === 0 ? Number.NaN : reader.long(at + i * 8) / over;
  });
  const [degrees = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = parts;
  const whole = degrees + minutes / 60 + seconds / 3_600;
  return Number.isFinite(whole) && minutes < 60 && seconds < 60 ? whole : null;
}
