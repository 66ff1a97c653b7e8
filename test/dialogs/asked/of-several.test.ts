import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said, draftOf } = await openTalks();

const PASSPORT = 'cuanto cuesta el pasaporte y en que horario atienden';

describe('the cost of a paper that is got in several ways', () => {
  it('is told for each of them, with what else is known, and what is not', () => {
    const answer = said(PASSPORT);
    expect(answer).toContain('- Renovación de pasaporte: B/.100.00 (jubilados B/.50.00)');
    expect(answer).toContain('- Pasaporte de menor de edad: B/.100.00');
    expect(answer).toContain('Dónde: En persona en la Autoridad de Pasaportes');
    expect(answer).toContain('El horario no lo tengo confirmado.');
    expect(answer).toContain('Según TVN');
  });

  it.each([
    ['precio del pasaporte', 'B/.180.00'],
    ['how much is a passport and when are they open?', 'I have not confirmed the opening hours.'],
    ['cuanto me cobran por la cedula', 'Renovación de cédula vencida: Gratis'],
    ['cuanto cuesta la licencia y a que hora abren', 'B/.40.00'],
  ])('in whatever words it is asked: %s', (asked, line) => {
    expect(said(asked)).toContain(line);
  });

  it('is told with where each is got, where that is asked and not the same', () => {
    expect(said('cuanto cuesta la cedula y donde la saco')).toContain('B/.4.00. Solo en persona');
  });

  it.each(['la de mi hijo que la perdio', 'la juvenil'])('leads to the one they name next: %s', which => {
    expect(said('cuanto cuesta la cedula y donde la saco', which)).toContain('Duplicado de cédula juvenil');
  });

  it('leads to the card of what they want to do', () => {
    expect(said('cuanto cuesta la licencia y a que hora abren', 'renovar')).toContain(
      'Renovación de licencia',
    );
  });

  it.each([
    'pero ustedes deben saber, o por lo menos el precio',
    'no no, no es sugerencia, yo solo queria saber el precio',
    'pero ustedes tienen que saber',
    'y para jubilados',
  ])('is told once more, and nothing begun, to who says: %s', more => {
    expect(said(PASSPORT, more)).toContain('jubilados B/.50.00');
    expect(draftOf(PASSPORT, more)).toBeNull();
  });

  it('is no part of what is told next', () => {
    expect(draftOf('cuanto cuesta el pasaporte', 'no hay luz en mi casa en Chilibre')?.serviceId).toBe(
      'power-outage',
    );
  });
});

it('who asks where an office is tells nothing that happens there', () => {
  expect(said('donde queda la ATTT')).toContain('www.transito.gob.pa');
});
