import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, toGsm7 } from '../../src/channels/gsm7.ts';

const GSM7 =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà\f^{}\\[~\]|€]*$/u;

describe('toGsm7', () => {
  it.each([
    ['á í ó ú Á Í Ó Ú', 'a i o u A I O U'],
    ['é ñ ü É Ñ Ü ¿ ¡', 'é ñ ü É Ñ Ü ¿ ¡'],
    ['n\u0303andu\u0301', 'ñandu'],
    ['“Hola” ‘tú’ «sí»', '"Hola" \'tu\' "si"'],
    ['uno — dos – tres…', 'uno - dos - tres...'],
    ['1.º de mayo, 2.ª vez, 30 °C, N° 4', '1.o de mayo, 2.a vez, 30 oC, No 4'],
    ['Listo ✅ gracias', 'Listo OK gracias'],
    ['Calle 🚧 cerrada 👩‍👩‍👧', 'Calle cerrada'],
    ['🚧 Calle', 'Calle'],
    ['🚧 🚧 🚧', ''],
    ['½ m² ™ ﬁn', '1/2 m2 TM fin'],
    ['François Łukasz', 'Francois Lukasz'],
    ['Жук 7', '??? 7'],
    ['a\u00a0b\tc', 'a b c'],
    ['a\u0000b\ue000c', 'abc'],
    ['[x] {y} ~ ^ | \\ €', '[x] {y} ~ ^ | \\ €'],
    ['uno\r\ndos', 'uno\ndos'],
  ])('writes %j as %j', (text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });

  it('leaves nothing outside the alphabet, whatever comes, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const written = toGsm7(text);
        expect(written).toMatch(GSM7);
        expect(toGsm7(written)).toBe(written);
        expect(segments(written).encoding).toBe('gsm7');
      }),
    );
  });

  it('is quick on ten thousand emoji between words', () => {
    expect(toGsm7(`${'😀 😀'.repeat(10_000)}x`).endsWith('x')).toBe(true);
  });
});

describe('segments', () => {
  it.each([
    ['', 'gsm7', 0],
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 3],
    ['á'.repeat(70), 'ucs2', 1],
    ['á'.repeat(71), 'ucs2', 2],
    ['á'.repeat(134), 'ucs2', 2],
    ['á'.repeat(135), 'ucs2', 3],
    ['😀'.repeat(35), 'ucs2', 1],
    ['😀'.repeat(66), 'ucs2', 2],
    ['😀'.repeat(67), 'ucs2', 3],
    ['ç', 'ucs2', 1],
  ])('counts %j', (text, encoding, count) => {
    expect(segments(text)).toEqual({ encoding, count });
  });
});
