/** A box of ISO/IEC 14496-12: what films, recordings and new kinds of pictures consist of. */
export interface Box {
  type: string;
  /** Where it begins, where what it holds does, and where it ends. */
  at: number;
  body: number;
  end: number;
}

/** The size and the type of a box. */
export const HEAD = 8;

/** The type of a box that begins here. */
export function typeAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at + 4, at + HEAD);
}

/** The box that begins here, when it fits. A size of 1 stands in eight bytes more, one of 0 goes to the end. */
export function boxAt(bytes: Buffer, at: number, to: number): Box | null {
  if (at + HEAD > to) return null;
  const short = bytes.readUInt32BE(at);
  const isLong = short === 1;
  if (isLong && at + 16 > to) return null;
  const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
  const body = at + (isLong ? 16 : HEAD);
  return at + size < body || at + size > to ? null : { type: typeAt(bytes, at), at, body, end: at + size };
}

/** No picture or film has more beside each other; a hostile file may be made of nothing else. */
const MOST_BOXES = 10_000;

/** The boxes between these places; null when they do not fill them, or are more than any file has. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] | null {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    const box = boxAt(bytes, at, to);
    if (box === null || boxes.length === MOST_BOXES) return null;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** Makes it a box of the same size that says nothing, so that nothing else moves. */
export function empty(bytes: Buffer, { at, body, end }: Box): void {
  bytes.write('free', at + 4, 'latin1');
  bytes.fill(0, body, end);
}
