import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesIn } from '../../src/channels/boxes.ts';
import { readFile } from '../../src/channels/file-kind.ts';
import { cleanHeic } from '../../src/channels/heic.ts';
import { cleanMp4 } from '../../src/channels/mp4.ts';
import { cleanPng } from '../../src/channels/png.ts';
import { cleanWebp } from '../../src/channels/webp.ts';
import { exif, jpegWith, PNG } from '../support/web-files.ts';

const AT = { lat: 9.0512, lon: -79.4321 };
const ALL = [
  ...['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'video/mp4', 'video/quicktime'],
  ...['audio/mp4', 'audio/ogg'],
];

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [head, end] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  end.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, end]);
}

/** The grey pixel, with what programs like to write between its head and its picture. */
function pngWith(...chunks: Buffer[]): Buffer {
  const head = 8 + 25;
  return Buffer.concat([PNG.subarray(0, head), ...chunks, PNG.subarray(head), Buffer.from('TAIL-SECRET')]);
}

const TOLD = [
  pngChunk('tEXt', Buffer.from('Author\0TEXT-SECRET')),
  pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0XMP-SECRET')),
  pngChunk('tIME', Buffer.alloc(7, 1)),
  pngChunk('eXIf', exif({ at: AT }).subarray(6)),
];

function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function webpWith(...chunks: Buffer[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

const PICTURE = riffChunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 7, 8]));
const VP8X = (flags: number) => riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

function box(type: string, ...bodies: Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1');
  head.writeUInt32BE(body.length + 8);
  return Buffer.concat([head, body]);
}

const FILM = box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1'));
const filmWith = (...told: Buffer[]) =>
  Buffer.concat([
    FILM,
    box('mdat', Buffer.from('PICTURES')),
    box('moov', box('mvhd', Buffer.alloc(20)), box('trak', box('tkhd', Buffer.alloc(8)), ...told), ...told),
    ...told,
  ]);
const PLACED = [
  box('udta', box('\xa9xyz', Buffer.from('+09.0512-079.4321/ PLACE-SECRET'))),
  box('meta', Buffer.from('MAKER-SECRET')),
  box('uuid', Buffer.from('OTHER-SECRET')),
];

/** 48 by 32 coloured points, written by libheif with a place, a maker and XMP. */
const HEIC = readFileSync(path.join(import.meta.dirname, '../fixtures/pictures/placed.heic'));

/** A HEIC made by hand: its picture lies in `idat` or `mdat`, beside what was written of it. */
function heicByHand(where: 'idat' | 'mdat'): Buffer {
  const numbers = (...pairs: [value: number, bytes: number][]): Buffer =>
    Buffer.concat(
      pairs.map(([value, bytes]) => {
        const number = Buffer.alloc(bytes);
        number.writeUIntBE(value, 0, bytes);
        return number;
      }),
    );
  const data = Buffer.concat([
    Buffer.from('PICTURE!'),
    numbers([0, 4]),
    exif({ at: AT }),
    Buffer.from('HIDDEN-SECRET'),
  ]);
  const infe = (id: number, type: string) =>
    box('infe', numbers([2, 1], [0, 3], [id, 2], [0, 2]), Buffer.from(`${type}NAME-SECRET\0`, 'latin1'));
  const iinf = box('iinf', numbers([0, 4], [2, 2]), infe(1, 'hvc1'), infe(2, 'Exif'));
  const written = [
    box('iprp', box('ipco', box('udes', Buffer.from('TITLE-SECRET')), box('ispe', Buffer.alloc(12)))),
    box('xml ', Buffer.from('XML-SECRET')),
  ];
  const made = (start: number): Buffer => {
    const item = (id: number, from: number, length: number) =>
      numbers([id, 2], [where === 'idat' ? 1 : 0, 2], [0, 2], [1, 2], [start + from, 4], [length, 4]);
    const iloc = box(
      'iloc',
      numbers([1, 1], [0, 3], [0x44, 1], [0, 1], [2, 2]),
      item(1, 0, 8),
      item(2, 8, data.length - 8 - 13),
    );
    const idat = where === 'idat' ? [box('idat', data)] : [];
    return Buffer.concat([
      box('ftyp', Buffer.from('heic\0\0\0\0heicmif1', 'latin1')),
      box('meta', numbers([0, 4]), box('hdlr', Buffer.alloc(24)), iinf, iloc, ...written, ...idat),
      box('mpvd', Buffer.from('FILM-SECRET')),
    ]);
  };
  if (where === 'idat') return made(0);
  return Buffer.concat([made(made(0).length + 8), box('mdat', data)]);
}

describe('a HEIC, as iPhones take them, is kept without what was written into it', () => {
  it('by a telephone: the place is told beside it, and not a byte of its picture changes', async () => {
    const file = await readFile(HEIC, ALL);
    expect(file).toMatchObject({ type: 'image/heic', position: { lat: expect.closeTo(AT.lat, 4) } });
    expect(HEIC.toString('latin1')).toMatch(/MAKER-SECRET[\s\S]*XMP-SECRET/);
    expect(file?.bytes.toString('latin1')).not.toContain('SECRET');
    expect(file?.bytes.length).toBe(HEIC.length);
    // The coded picture is the last thing in this file, after what was written of it.
    const changed = [...HEIC.keys()].filter(i => HEIC[i] !== file?.bytes[i]);
    const told = [HEIC.indexOf('Exif\0\0'), HEIC.indexOf('</x:xmpmeta>') + 12];
    expect([Math.min(...changed) >= (told[0] ?? 0) - 4, Math.max(...changed) < (told[1] ?? 0)]).toEqual([
      true,
      true,
    ]);
  });

  it.each(['idat', 'mdat'] as const)('wherever its picture lies (%s), and what hides beside it', where => {
    const clean = cleanHeic(heicByHand(where));
    expect(clean?.position).toEqual({ lat: expect.closeTo(AT.lat, 3), lon: expect.closeTo(AT.lon, 3) });
    const text = clean?.bytes.toString('latin1') ?? '';
    expect([text.includes('PICTURE!'), text.includes('SECRET')]).toEqual([true, false]);
    // What is shown keeps its properties by their order.
    expect(text).toMatch(/ipco[\s\S]{4}free[\s\S]*ispe/);
  });

  it.each([
    ['pieces', 0x04],
    ['pieces of one byte', 0x01],
  ])('or not at all, when it is made of too many %s', (_, sizes) => {
    const item = Buffer.alloc(12);
    item.writeUInt16BE(1, 0);
    item.writeUInt16BE(0xffff, 6);
    const extents = Buffer.alloc(0xffff * (sizes & 15), 1);
    const iloc = box(
      'iloc',
      Buffer.from([0, 0, 0, 0, sizes, 0, 0, 1]),
      item.subarray(0, 2),
      Buffer.alloc(2),
      Buffer.from([0xff, 0xff]),
      extents,
    );
    const iinf = box('iinf', Buffer.alloc(6));
    const file = Buffer.concat([
      box('ftyp', Buffer.from('heic\0\0\0\0heicmif1', 'latin1')),
      box('meta', Buffer.alloc(4), iinf, iloc),
      box('mdat', Buffer.alloc(0x1010101)),
    ]);
    expect(cleanHeic(file)).toBeNull();
  });

  it('or not at all, when it is nothing but boxes', () => {
    const boxes = Buffer.concat(Array.from({ length: 10_001 }, () => box('free')));
    expect(cleanHeic(boxes)).toBeNull();
    expect(boxesIn(boxes, 0, boxes.length)).toBeNull();
  });

  it('or not at all, when its parts do not fit; whatever is in it, nothing is thrown', () => {
    for (let length = 0; length < HEIC.length - 1; length += 1) {
      const cut = cleanHeic(HEIC.subarray(0, length));
      expect(cut === null || !cut.bytes.includes('SECRET')).toBe(true);
    }
    fc.assert(
      fc.property(fc.nat(HEIC.length - 1), fc.nat(255), (at, value) => {
        const broken = Buffer.from(HEIC);
        broken[at] = value;
        cleanHeic(broken);
      }),
      { numRuns: 3_000 },
    );
  });

  it('as a film is, in the form that iPhones write', async () => {
    const film = filmWith(...PLACED);
    film.write('qt  ', 8, 'latin1');
    const file = await readFile(film, ALL);
    expect(file?.type).toBe('video/quicktime');
    expect(file?.bytes.toString('latin1')).not.toContain('SECRET');
    expect(file?.bytes.includes('PICTURES')).toBe(true);
  });
});

describe('a picture is kept without what was written into it', () => {
  it('a PNG, whose place is told beside it', async () => {
    const file = await readFile(pngWith(...TOLD), ALL);
    expect(file?.bytes).toEqual(PNG);
    expect(file).toMatchObject({ type: 'image/png' });
    expect(file?.position?.lat).toBeCloseTo(AT.lat, 4);
    expect(file?.position?.lon).toBeCloseTo(AT.lon, 4);
  });

  it('a WebP, whose head no longer says that there is more', async () => {
    const told = [riffChunk('EXIF', exif({ at: AT })), riffChunk('XMP ', Buffer.from('XMP-SECRET'))];
    const file = await readFile(webpWith(VP8X(0x1c), PICTURE, ...told), ALL);
    expect(file?.bytes).toEqual(webpWith(VP8X(0x10), PICTURE));
    expect(file?.position?.lat).toBeCloseTo(AT.lat, 4);
    expect((await readFile(webpWith(PICTURE), ALL))?.bytes).toEqual(webpWith(PICTURE));
  });

  it('a JPEG, as its own tests say', async () => {
    const file = await readFile(jpegWith({ at: AT }), ALL);
    expect(file).toMatchObject({ type: 'image/jpeg', position: { lat: expect.closeTo(AT.lat, 4) } });
  });
});

it('a film or recording is kept without its place, and nothing else of it moves', async () => {
  const [plain, told] = [filmWith(), filmWith(...PLACED)];
  const file = await readFile(told, ALL);
  expect(file?.type).toBe('video/mp4');
  expect(file?.bytes.length).toBe(told.length);
  for (const secret of ['PLACE', 'MAKER', 'OTHER', '09.05']) expect(file?.bytes.includes(secret)).toBe(false);
  expect(file?.bytes.includes('PICTURES')).toBe(true);
  expect((await readFile(plain, ALL))?.bytes).toEqual(plain);
});

it('a film whose end did not arrive is kept as far as it came', () => {
  const film = Buffer.concat([filmWith(...PLACED), box('mdat', Buffer.from('MORE PICTURES'))]);
  const kept = cleanMp4(film.subarray(0, film.length - 5));
  expect(kept?.includes('MORE PIC')).toBe(true);
  expect(kept?.includes('PLACE')).toBe(false);
});

it('what is broken is no file', async () => {
  const whole = pngWith(...TOLD);
  for (const cut of [whole.subarray(0, 60), whole.subarray(0, whole.length - 14)]) {
    expect(cleanPng(cut)).toBeNull();
  }
  const webp = webpWith(PICTURE);
  expect(cleanWebp(webp.subarray(0, webp.length - 2))).toBeNull();
  const film = filmWith(...PLACED);
  expect(cleanMp4(film.subarray(0, film.length - 2))).toBeNull();
  expect(cleanMp4(film.subarray(0, film.indexOf('mvhd')))).toBeNull();
  expect(
    cleanMp4(Buffer.concat([FILM, Buffer.from('\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1')])),
  ).toBeNull();
});

it('boxes in boxes without end are no film', () => {
  const head = Buffer.alloc(8_000_000);
  for (let at = 0; at < head.length; at += 8) {
    head.writeUInt32BE(head.length - at, at);
    head.write('moov', at + 4, 'latin1');
  }
  expect(cleanMp4(head)).toBeNull();
});

it('any bytes are taken apart without failing', () => {
  const begun = [pngWith(...TOLD), webpWith(VP8X(0), PICTURE), filmWith(...PLACED)];
  fc.assert(
    fc.property(
      fc.constantFrom(...begun),
      fc.nat(200),
      fc.uint8Array({ maxLength: 60 }),
      (start, at, bytes) => {
        const given = Buffer.concat([start.subarray(0, at), Buffer.from(bytes), start.subarray(at)]);
        for (const clean of [cleanPng, cleanWebp, cleanMp4]) expect(() => clean(given)).not.toThrow();
      },
    ),
  );
});
