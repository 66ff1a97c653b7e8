import { expect, it } from 'vitest';
import { carries, fileName } from '../../src/channels/sent-file.ts';

it.each([
  ['recibo de agua.pdf', 'application/pdf', 'recibo de agua.pdf'],
  ['Resolución N.º 5.PDF', 'application/pdf', 'Resolución N.º 5.pdf'],
  ['foto.exe', 'image/jpeg', 'foto.jpg'],
  ['..\\..\\etc\\nota', 'image/png', 'nota.png'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['a\u202egpj.exe', 'application/pdf', 'a_gpj.pdf'],
  ['x"\r\nContent-Type: text/html', 'application/pdf', 'html.pdf'],
  ['a<b>"c', 'audio/mpeg', 'a_b_c.mp3'],
  ['', 'application/pdf', 'archivo.pdf'],
  [undefined, 'image/webp', 'archivo.webp'],
  ['.pdf', 'application/pdf', 'archivo.pdf'],
  ['ñ'.repeat(90), 'application/pdf', `${'ñ'.repeat(60)}.pdf`],
])('names %j of %s %j', (wish, type, name) => {
  expect(fileName(wish, type)).toBe(name);
});

it('carries a file within a channel’s kinds and size, and none where none are', () => {
  const file = { type: 'image/png', bytes: 10 };
  const limits = { types: ['image/png'], bytes: 10, captionLimit: 0 };
  expect(carries(limits, file)).toBe(true);
  expect(carries({ ...limits, types: 'any' }, file)).toBe(true);
  expect(carries({ ...limits, bytes: 9 }, file)).toBe(false);
  expect(carries({ ...limits, types: ['image/jpeg'] }, file)).toBe(false);
  expect(carries(undefined, file)).toBe(false);
});
