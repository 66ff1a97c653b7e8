import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const draftOf = (...words: string[]) => told(...words).conversation.state.draft;
const METFORMIN = 'no hay metformina en el hospital de Bocas';
const SCHOOL_BUS = 'el bus colegial de mis hijos lleva niños parados y corre mucho, en San Miguelito';

describe('one of those offered', () => {
  it('is chosen by a word that it alone has, whatever is told with it', () => {
    const draft = draftOf(METFORMIN, 'perdon, es el hospital de la caja en changuinola, no el de bocas');
    expect(draft?.serviceId).toBe('css-medicine');
    expect(draft?.place?.text).toContain('changuinola');
  });
});

describe('a body that is denied behind the right one', () => {
  it('does not take its place', () => {
    const draft = draftOf(
      'no hay metformina en la policlinica de la caja en changuinola',
      'la caja es del seguro social, no del minsa',
    );
    expect(draft?.serviceId).toBe('css-medicine');
    expect(draft?.agencyId).toBeNull();
  });
});

describe('who asks whether it is another body’s', () => {
  it('is told whose it is, and keeps the report', () => {
    const talk = told(SCHOOL_BUS, 'eso no es con la attt? el bus es particular, lo pago yo, placa CB1234');
    expect(talk.conversation.state.draft?.serviceId).toBe('reckless-driving');
    expect(talk.last()?.text).toContain('ATTT');
  });
});

describe('a question behind a place', () => {
  it('is no part of it', () => {
    const draft = draftOf('la acera esta rota en Calidonia, frente a la escuela, puedo mandar foto?');
    expect(draft?.place?.text).toBe('Calidonia, frente a la escuela');
  });
});

describe('who tells that nobody answered an earlier report', () => {
  it('is told how that one is found, and begins none', () => {
    const talk = told('el mes pasado puse un reporte del agua y NADIE me contesto nada, para que sirve esto');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('/caso');
  });

  it('begins one where it still goes on at a place', () => {
    const draft = draftOf('puse un reporte y nadie me contesto, sigue la fuga de agua en Betania calle 3');
    expect(draft?.place?.text).toContain('Betania');
  });
});
