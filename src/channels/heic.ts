import { type Box, boxesIn, empty } from './boxes.ts';
import { readExif } from './exif.ts';
import type { Clean } from './file-kind.ts';

/** Items that are the picture, or a part of it (ISO/IEC 23008-12); whatever else a file holds was written about it. */
const SHOWN = ['hvc1', 'hev1', 'lhv1', 'av01', 'jpeg', 'avc1', 'grid', 'iovl', 'iden', 'tmap'];
/** Top boxes that are needed to show it; those with pictures in them are emptied of what no picture uses. */
const KEPT = ['ftyp', 'meta', 'mdat'];
/** The boxes of `meta` that say what is shown and how. */
const KEPT_OF_META = ['hdlr', 'dinf', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'grpl'];
/** Properties that were written about a picture: titles, times, and what only their maker reads. */
const WRITTEN = ['udes', 'crtt', 'mdft', 'uuid'];
/** No picture lies in more pieces. */
const MOST_EXTENTS = 10_000;
/** The bytes a number in `iloc` may have. */
const SIZES = [0, 4, 8];

/** Bytes of the file. */
interface Extent {
  from: number;
  to: number;
}

/**
 * A HEIC or HEIF picture without what its telephone wrote of it (Exif with the place, XMP, films beside it): only the bytes that its
 * pictures consist of stay, all others become zero, so that nothing moves. How it is turned is told elsewhere in it. Null when its
 * parts do not fit into each other, or lie in a way that is not read here.
 */
export function cleanHeic(heic: Buffer): Clean | null {
  try {
    return cleaned(Buffer.from(heic));
  } catch (error) {
    // A number that points behind the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function cleaned(heic: Buffer): Clean | null {
  const top = boxesIn(heic, 0, heic.length);
  const meta = top?.filter(({ type }) => type === 'meta') ?? [];
  const [only] = meta;
  if (!top || !only || meta.length > 1) return null;
  // Version and flags come before what it holds.
  const inner = boxesIn(heic, only.body + 4, only.end);
  const items = inner && itemsIn(heic, inner);
  if (!inner || !items) return null;
  const { position } = readExif(exifIn(heic, items));
  const kept = items.filter(({ type }) => SHOWN.includes(type)).flatMap(({ extents }) => extents);
  const told = [
    ...top.filter(({ type }) => !KEPT.includes(type)),
    ...inner.filter(({ type }) => !KEPT_OF_META.includes(type)),
    ...propertiesIn(heic, inner).filter(({ type }) => WRITTEN.includes(type)),
  ];
  for (const box of told) empty(heic, box);
  const data = [...top.filter(({ type }) => type === 'mdat'), ...inner.filter(({ type }) => type === 'idat')];
  for (const box of data) blankBetween(heic, box, kept);
  return { bytes: heic, position };
}

function propertiesIn(heic: Buffer, inner: Box[]): Box[] {
  const [all] = inner
    .filter(({ type }) => type === 'iprp')
    .flatMap(({ body, end }) => boxesIn(heic, body, end) ?? []);
  return all?.type === 'ipco' ? (boxesIn(heic, all.body, all.end) ?? []) : [];
}

/** Zeros whatever of a box none of these extents uses. */
function blankBetween(heic: Buffer, { body, end }: Box, kept: Extent[]): void {
  let at = body;
  for (const { from, to } of kept.toSorted((a, b) => a.from - b.from)) {
    if (to <= body || from >= end) continue;
    if (from > at) heic.fill(0, at, from);
    at = Math.max(at, to);
  }
  if (at < end) heic.fill(0, at, end);
}

interface Item {
  id: number;
  type: string;
  extents: Extent[];
}

function itemsIn(heic: Buffer, inner: Box[]): Item[] | null {
  const find = (type: string): Box | undefined => inner.find(box => box.type === type);
  const [info, places] = [find('iinf'), find('iloc')];
  const types = info && typesIn(heic, info);
  const extents = places && extentsIn(heic, places, find('idat') ?? null);
  if (!types || !extents) return null;
  // What has no type is no picture.
  return [...extents].map(([id, extents]) => ({ id, type: types.get(id) ?? '', extents }));
}

/** The types of the items, each in an `infe` box of version 2 or 3; the names in them go. */
function typesIn(heic: Buffer, { body, end }: Box): Map<number, string> | null {
  const wide = heic.readUInt8(body) > 0;
  const entries = boxesIn(heic, body + (wide ? 8 : 6), end);
  const types = new Map<number, string>();
  for (const entry of entries ?? []) {
    const version = heic.readUInt8(entry.body);
    if (entry.type !== 'infe' || version < 2) return null;
    const long = version > 2;
    const id = long ? heic.readUInt32BE(entry.body + 4) : heic.readUInt16BE(entry.body + 4);
    const at = entry.body + (long ? 10 : 8);
    types.set(id, heic.toString('latin1', at, at + 4));
    // Behind it stands a name that somebody gave it.
    heic.fill(0, at + 4, entry.end);
  }
  return entries && types;
}

/** Reads numbers of so many bytes one after the other; of none it reads 0. */
function numbersAt(heic: Buffer, from: number): (bytes: number) => number {
  let at = from;
  return bytes => {
    const value =
      bytes === 8 ? Number(heic.readBigUInt64BE(at)) : bytes === 0 ? 0 : heic.readUIntBE(at, bytes);
    at += bytes;
    return value;
  };
}

/** Where the bytes of each item lie: in the file, or in an `idat` box. */
function extentsIn(heic: Buffer, { body }: Box, idat: Box | null): Map<number, Extent[]> | null {
  const version = heic.readUInt8(body);
  if (version > 2) return null;
  const number = numbersAt(heic, body + 4);
  const [sizes, more] = [number(1), number(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version > 0 ? more & 15 : 0;
  if (![offsetSize, lengthSize, baseSize, indexSize].every(size => SIZES.includes(size))) return null;
  const ids = version === 2 ? 4 : 2;
  let pieces = 0;
  const found = new Map<number, Extent[]>();
  for (let left = number(ids); left > 0; left -= 1) {
    const id = number(ids);
    const method = version > 0 ? number(2) & 15 : 0;
    const isElsewhere = number(2) !== 0;
    const start = number(baseSize) + (method === 1 ? (idat?.body ?? 0) : 0);
    if (method > 1 || isElsewhere || (method === 1 && idat === null)) return null;
    const length = number(2);
    pieces += length;
    if (pieces > MOST_EXTENTS) return null;
    const extents = Array.from({ length }, () => {
      number(indexSize);
      const from = start + number(offsetSize);
      return { from, to: from + number(lengthSize) };
    });
    // A length of 0 would be all of the file.
    if (extents.some(({ from, to }) => to <= from || to > heic.length)) return null;
    found.set(id, extents);
  }
  return found;
}

/** The Exif data: four bytes say how far behind them it begins. */
function exifIn(heic: Buffer, items: Item[]): Buffer {
  const [extent] = items.find(({ type }) => type === 'Exif')?.extents ?? [];
  if (!extent || extent.to - extent.from < 4) return Buffer.alloc(0);
  return Buffer.from(heic.subarray(extent.from + 4 + heic.readUInt32BE(extent.from), extent.to));
}
