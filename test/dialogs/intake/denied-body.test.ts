import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said, draftOf } = await openTalks();

const HOLE = 'hay un hueco en calle 50, Bella Vista, Panama';
const LEAK = 'hay una fuga de agua en la calle principal de Santa Librada, San Miguelito';

describe('a body that it is not for', () => {
  it.each([
    [HOLE, 'no es con la policía', 'Policía Nacional', 'MOP'],
    [HOLE, 'eso no, no es la alcaldía', 'Municipio de Panamá', 'MOP'],
    [HOLE, 'that is not for the police', 'Policía Nacional', 'MOP'],
    [LEAK, 'pero eso no es de la ASEP', 'Autoridad Nacional de los Servicios Públicos', 'IDAAN'],
  ])('is not taken, and said so: %s, %s', (report, words, body, holder) => {
    const answer = said(report, words);
    expect(answer).toContain(body);
    expect(answer).toMatch(new RegExp(`(?:Lo atiende|In charge): ${holder}`));
    expect(draftOf(report, words)?.agencyId).toBeNull();
  });

  it('is left out of what stands beside it', () => {
    expect(said(HOLE, 'no, eso no es con la policía, es un hueco')).toContain('Hueco en la calle');
    expect(draftOf(HOLE, 'no, eso no es con la policía, es un hueco')?.serviceId).toBe('pothole');
  });

  it('that has the report is no matter of its own', () => {
    const words = 'eso no, no es casa de paz';
    const answer = said('hay mucho ruido de un vecino en Santa Ana, Panamá, calle 12', words);
    expect(answer).not.toContain('que no atiende');
    expect(answer).toMatch(/¿Con qué servicio|¿Se trata de esto/);
  });
});
