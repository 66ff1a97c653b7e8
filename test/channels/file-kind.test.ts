import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/channels/file-kind.ts';
import { cleanMp4 } from '../../src/channels/mp4.ts';
import { cleanPng } from '../../src/channels/png.ts';
import { cleanWebp } from '../../src/channels/webp.ts';
import { exif, jpegWith, PNG } from '../support/web-files.ts';

const AT = { lat: 9.0512, lon: -79.4321 };
const ALL = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'audio/mp4', 'audio/ogg'];

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
