import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idIn, objectIn, objectsIn, pinIn, readObject, textIn, timeIn } from '../../src/channels/json.ts';

describe('JSON from outside', () => {
  it('is read when it is an object in UTF-8, and nothing else is', () => {
    expect(readObject(Buffer.from('{"a":"ñ"}'))).toEqual({ a: 'ñ' });
    for (const text of ['', '[]', 'null', '1', '"a"', '{', '{"a":1}x']) {
      expect(readObject(Buffer.from(text)), text).toBeNull();
    }
    expect(readObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        expect(() => readObject(Buffer.from(bytes))).not.toThrow();
      }),
    );
  });

  it('is believed only where it is what it must be', () => {
    expect([objectIn([]), objectIn(null), objectsIn({}), objectsIn([1, null, { a: 1 }])]).toEqual([
      null,
      null,
      [],
      [{ a: 1 }],
    ]);
    expect([textIn(''), textIn(5), textIn('a')]).toEqual([null, null, 'a']);
    expect([idIn(12), idIn('12'), idIn(2 ** 53), idIn(1.5), idIn({})]).toEqual([
      '12',
      '12',
      null,
      null,
      null,
    ]);
  });

  it('tells a time from what is none', () => {
    expect(timeIn(1_785_000_000, 1_000)).toEqual(new Date(1_785_000_000_000));
    expect(timeIn('1784928224372', 1)).toEqual(new Date(1_784_928_224_372));
    for (const value of ['', 'ayer', '-5', null, {}, Number.NaN, 1e300]) expect(timeIn(value, 1)).toBeNull();
  });

  it('tells a place on the globe from what is none', () => {
    expect(pinIn(9.05, -79.4)).toEqual({ lat: 9.05, lon: -79.4 });
    for (const [lat, lon] of [
      [91, 0],
      [0, 181],
      ['9', 0],
      [Number.NaN, 0],
      [null, null],
    ]) {
      expect(pinIn(lat, lon)).toBeNull();
    }
  });
});
