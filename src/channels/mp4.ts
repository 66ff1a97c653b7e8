import { boxAt, empty, HEAD, typeAt } from './boxes.ts';

/** Boxes that hold nothing but other boxes, on the way to where something may be told (ISO/IEC 14496-12). */
const OUTER = new Set(['moov', 'trak', 'moof', 'traf']);
/** What programs wrote of a film or a recording: its place, its name, its maker. */
const TOLD = new Set(['udta', 'meta', 'uuid']);
/** Films lie no deeper: moov, trak. */
const DEEPEST = 4;

/**
 * A film or a recording without what its device wrote of it, such as where it was made. Such boxes become empty ones of the
 * same size, so that nothing else moves. Null when they do not fit into each other; pictures may be cut off.
 */
export function cleanMp4(mp4: Buffer): Buffer | null {
  const copy = Buffer.from(mp4);
  const read = blank(copy, 0, copy.length, 0);
  const isCut = !OUTER.has(typeAt(copy, read)) && !TOLD.has(typeAt(copy, read));
  return read === copy.length || (read > 0 && isCut) ? copy : null;
}

/** Where the first box begins that does not fit; `to` when all do. */
function blank(mp4: Buffer, from: number, to: number, depth: number): number {
  let at = from;
  while (at + HEAD <= to && depth <= DEEPEST) {
    const box = boxAt(mp4, at, to);
    if (box === null) return at;
    if (TOLD.has(box.type)) {
      empty(mp4, box);
    } else if (OUTER.has(box.type) && blank(mp4, box.body, box.end, depth + 1) < box.end) return at;
    at = box.end;
  }
  return at;
}
