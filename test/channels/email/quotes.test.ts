import { describe, expect, it } from 'vitest';
import { withoutQuotes } from '../../../src/channels/email/quotes.ts';
import { workOf } from '../../support/work-of.ts';

const OWN = 'Sí, sigue igual.\nEn la calle 12.';

describe('what was written is left, and nothing else', () => {
  it.each([
    ['nothing quoted', OWN],
    [
      'Gmail, Spanish',
      `${OWN}\n\nEl lun, 26 oct 2026 a las 10:02, 311 (<311@desk.example.org>) escribió:\n\n> Su caso\n> va`,
    ],
    [
      'Gmail, folded',
      `${OWN}\n\nEl lun, 26 oct 2026 a las 10:02, 311 de Panamá\n<311@desk.example.org>\nescribió:\n> Su caso`,
    ],
    [
      'Gmail, English',
      `${OWN}\n\nOn Mon, Oct 26, 2026 at 10:02 AM 311 <311@desk.example.org> wrote:\n\n> Your case`,
    ],
    [
      'Yahoo, without marks',
      `${OWN}\n\n    El lunes, 26 de octubre de 2026, 10:02:00 GMT-5, 311 <311@desk.example.org> escribió:\n\nSu caso va bien.\nSaludos`,
    ],
    [
      'Apple, English',
      `${OWN}\n\n> On Oct 26, 2026, at 10:02, 311 <311@desk.example.org> wrote:\n> \n> Your case`,
    ],
    [
      'Outlook, Spanish',
      `${OWN}\n\nDe: 311 <311@desk.example.org>\nEnviado el: lunes, 26 de octubre de 2026 10:02\nPara: Ana\nAsunto: Su caso\n\nSu caso`,
    ],
    ['Outlook, bold', `${OWN}\n\n*From:* 311 <311@desk.example.org>\n*Sent:* Monday\n*To:* Ana\n\nYour case`],
    ['Outlook, a line', `${OWN}\n\n________________________________\nDe: 311\nEnviado: lunes\n\nSu caso`],
    ['an old program', `${OWN}\n\n-----Mensaje original-----\nDe: 311\n\nSu caso`],
    ['an old program, English', `${OWN}\n\n----- Original Message -----\nFrom: 311\n\nYour case`],
    ['a signature', `${OWN}\n\n-- \nAna Pérez\nTel. 6000-0000`],
    ['a telephone', `${OWN}\n\nEnviado desde mi iPhone`],
    [
      'a telephone, English',
      `${OWN}\n\nSent from my Galaxy\n\nOn Mon, Oct 26, 2026 at 10:02 AM 311 <a@b.example.org> wrote:\n> x`,
    ],
    ['a program', `${OWN}\n\nObtener Outlook para iOS<https://aka.ms/o0ukef>`],
    [
      'a firm’s notice',
      `${OWN}\n\nEste correo electrónico y sus anexos son confidenciales.\nSi no es el destinatario …`,
    ],
    ['a firm’s notice, English', `${OWN}\n\nCONFIDENTIALITY NOTICE: this e-mail …`],
    ['quoted before', `> ¿Sigue igual?\n${OWN}`],
  ])('%s', (_name, text) => {
    expect(withoutQuotes(text)).toBe(OWN);
  });

  it('also between what is quoted', () => {
    const text = 'El 26/10/26 a las 10:02, 311 escribió:\n> ¿Qué calle?\nLa 12.\n> ¿Desde cuándo?\nAyer.';
    expect(withoutQuotes(text)).toBe('La 12.\nAyer.');
  });

  it.each([
    'De: la calle 5 hasta la 9 no hay luz',
    'El vecino escribió: no hay agua',
    'On our street nobody wrote: please help',
    'Desde mi casa se ve el hueco',
    'Enviado a la oficina de correos, no lo reciben',
    '- no hay agua\n- no hay luz',
    '--\nNo hay agua',
  ])('and words that only look like a mark stay: %s', text => {
    expect(withoutQuotes(text)).toBe(text);
  });

  it('is what was passed on, when that was asked for and nothing else was written', () => {
    const passedOn = '---------- Mensaje reenviado ---------\n> Se rompió el tubo\n> en Bella Vista';
    expect(withoutQuotes(passedOn)).toBe('');
    expect(withoutQuotes(passedOn, { whole: true })).toBe('Se rompió el tubo\nen Bella Vista');
    expect(withoutQuotes(`Vea esto\n\n${passedOn}`, { whole: true })).toBe('Vea esto');
  });

  it('takes no longer for a mail of a megabyte', () => {
    const mails = ['El a '.repeat(200_000), `${'>'.repeat(1_000_000)}\nx`, 'De: x\n'.repeat(100_000)];
    expect(workOf(() => mails.map(mail => withoutQuotes(mail)))).toBeLessThan(2_000);
  });
});
