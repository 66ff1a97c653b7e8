/** Boxes that hold nothing but other boxes, on the way to where something may be told (ISO/IEC 14496-12). */
const OUTER = new Set(['moov', 'trak', 'moof', 'traf']);
/** What programs wrote of a film or a recording: its place, its name, its maker. */
const TOLD = new Set(['udta', 'meta', 'uuid']);
const HEAD = 8;
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

function typeAt(mp4: Buffer, at: number): string {
  return mp4.toString('latin1', at + 4, at + HEAD);
}

/** Where the first box begins that does not fit; `to` when all do. */
function blank(mp4: Buffer, from: number, to: number, depth: number): number {
  let at = from;
  while (at + HEAD <= to && depth <= DEEPEST) {
    const box = boxAt(mp4, at, to);
    if (box === null) return at;
    if (TOLD.has(box.type)) {
      mp4.write('free', at + 4, 'latin1');
      mp4.fill(0, box.body, box.end);
    } else if (OUTER.has(box.type) && blank(mp4, box.body, box.end, depth + 1) < box.end) return at;
    at = box.end;
  }
  return at;
}

/** A size of 1 stands in eight bytes more, one of 0 goes to the end. */
function boxAt(mp4: Buffer, at: number, to: number): { type: string; body: number; end: number } | null {
  const type = typeAt(mp4, at);
  const short = mp4.readUInt32BE(at);
  const isLong = short === 1;
  if (isLong && at + 16 > to) return null;
  const size = isLong ? Number(mp4.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
  const body = at + (isLong ? 16 : HEAD);
  return at + size < body || at + size > to ? null : { type, body, end: at + size };
}
