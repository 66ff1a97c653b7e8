import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const filed = (...then: string[]) =>
  told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí', ...then);

describe('just after a case was filed, who wants something to keep of it', () => {
  it.each([
    'mandeme el comprobante',
    'deme un comprobante',
    '¿dan una constancia del caso?',
    'quiero una copia del reporte',
    'como imprimo el comprobante',
    'can I have a receipt?',
  ])('is told what that is: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(/Su comprobante es el número|Your receipt is the number/);
    expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each([
    'me lo manda al correo',
    'mandeme copia al correo',
    '¿me lo pueden enviar por correo?',
    'send it to my email',
    'me llega copia al correo?',
    'me mandan copia al correo',
  ])('by mail is told what can be done: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(/no le puedo mandar una copia|cannot send a copy/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['donde veo mi caso', 'dónde puedo ver el caso', 'where can I see my case'])(
    'and asks where it is seen is told both places: %s',
    words => {
      expect(filed(words).last()?.text).toMatch(/«mis casos».*\/caso|“my cases”.*\/caso/);
    },
  );

  it.each([
    'me cobraron doble el recibo',
    'tengo el recibo de la basura pagado',
    'la copia de la llave la tiene el vecino',
  ])('is not who tells of a paper: %s', words => {
    expect(filed(words).last()?.text).not.toMatch(/Su comprobante es/);
  });
});

describe('before it is sent, who wants something to keep of it', () => {
  it.each([
    'me mandan una copia de eso?',
    'me llega copia al correo?',
    '¿dan un comprobante?',
    'can I have a receipt?',
  ])('is told what that will be, and asked on: %s', words => {
    const talk = told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', words);
    expect(talk.last()?.text).toMatch(/comprobante es el número de caso|receipt is the case number/);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
  });
});
