import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readExif } from '../../src/channels/exif.ts';
import { cleanJpeg } from '../../src/channels/jpeg.ts';
import { exif, jpegWith } from '../support/web-files.ts';

const withoutTraces = (jpeg: Buffer): Buffer | null => cleanJpeg(jpeg)?.bytes ?? null;
const clean = (jpeg: Buffer): string => withoutTraces(jpeg)?.toString('latin1') ?? 'null';

it('drops what tells of place, device and author, and what hides behind the end', () => {
  const before = jpegWith({}).toString('latin1');
  for (const secret of ['GPS', 'XMP', 'IPTC', 'COMMENT', 'TAIL']) {
    expect(before).toContain(`${secret}-SECRET`);
    expect(clean(jpegWith({}))).not.toContain(`${secret}-SECRET`);
  }
  expect(clean(jpegWith({}))).not.toContain('MPF');
});

it('keeps the picture itself, byte by byte', () => {
  const before = jpegWith({}).toString('latin1');
  const picture = before.slice(before.indexOf('\xff\xdb'), before.indexOf('TAIL'));
  const after = clean(jpegWith({}));
  expect(after).toContain(picture);
  expect(after).toContain('JFIF');
  expect(after).toContain('ICC_PROFILE');
  expect(after.startsWith('\xff\xd8') && after.endsWith('\xff\xd9')).toBe(true);
});

it.each([1, 2, 3, 6, 8])('keeps the orientation %d, whichever way its numbers are written', orientation => {
  for (const little of [false, true]) {
    const once = withoutTraces(jpegWith({ orientation, little }));
    expect(once?.toString('latin1').includes('Exif')).toBe(orientation !== 1);
    // What was written back is read the same way.
    expect(once && withoutTraces(once)).toEqual(once);
    if (orientation !== 1) expect(once?.subarray(0, 40)[31]).toBe(orientation);
  }
});

it.each([
  { lat: 9.0512, lon: -79.4321 },
  { lat: -33.4489, lon: 151.2093 },
])('tells where it was taken, and keeps nothing of it: $lat, $lon', at => {
  for (const little of [false, true]) {
    const taken = cleanJpeg(jpegWith({ at, little, orientation: 6 }));
    expect(taken?.position?.lat).toBeCloseTo(at.lat, 4);
    expect(taken?.position?.lon).toBeCloseTo(at.lon, 4);
    expect(taken?.bytes).toEqual(cleanJpeg(jpegWith({ little, orientation: 6 }))?.bytes);
    expect(taken && cleanJpeg(taken.bytes)?.position).toBeNull();
  }
});

it('tells of no place where there is none, or one that cannot be', () => {
  expect(cleanJpeg(jpegWith({}))?.position).toBeNull();
  expect(cleanJpeg(jpegWith({ at: { lat: 0, lon: 0 } }))?.position).toBeNull();
  expect(cleanJpeg(jpegWith({ at: { lat: 91, lon: 8 } }))?.position).toBeNull();
  const whole = exif({ at: { lat: 9, lon: -79 } });
  for (let length = 0; length < whole.length; length += 1) {
    expect(() => readExif(whole.subarray(0, length))).not.toThrow();
  }
});

it('reads any Exif data without failing', () => {
  const head = exif({ at: { lat: 9, lon: -79 } });
  fc.assert(
    fc.property(fc.nat(head.length - 1), fc.uint8Array({ maxLength: 40 }), (from, bytes) => {
      const { position } = readExif(Buffer.concat([head.subarray(0, from), Buffer.from(bytes)]));
      return position === null || (Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180);
    }),
  );
});

it('refuses what is cut off or no JPEG', () => {
  const whole = jpegWith({});
  const end = whole.indexOf('TAIL') - 2;
  for (let length = 0; length < end; length += 1) expect(withoutTraces(whole.subarray(0, length))).toBeNull();
  expect(withoutTraces(Buffer.from('GIF89a'))).toBeNull();
});

it('takes any bytes without failing', () => {
  const head = jpegWith({}).subarray(0, 60);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, started) => {
      const given = started ? Buffer.concat([head, bytes]) : Buffer.from(bytes);
      const result = withoutTraces(given);
      return result === null || result.length <= given.length + 40;
    }),
  );
});
