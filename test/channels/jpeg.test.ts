import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutTraces } from '../../src/channels/jpeg.ts';
import { jpegWith } from '../support/web-files.ts';

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
