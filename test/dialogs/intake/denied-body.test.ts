import { describe, expect, it } from 'vitest';
import { openTalks, openTold } from '../../support/play.ts';

const { said, draftOf } = await openTalks();
const told = await openTold();

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

  const FEE = 'me cobran de más en la tasa de aseo en Samaria, San Miguelito';
  const BINS = 'hay basura regada en la calle segunda de Santiago hace dos semanas';

  it.each([
    [FEE, 'q sinaproc ni que nada, es un recibo. mandelo', 'aaud'],
    [FEE, '¿qué policía?? es un recibo, mándelo', 'aaud'],
    [HOLE, 'mandelo, pero el municipio no que ellos no hacen nada', 'mop'],
  ])('never gets the report that is ordered sent: %s, %s', (report, words, holder) => {
    const [filed] = told(report, words).cases;
    expect(filed?.holder?.agencyId).toBe(holder);
    expect(filed?.description.join(' ')).not.toMatch(/sinaproc|ellos no hacen|police/i);
  });

  it('and another that is only named beside the order is shown before it gets anything', () => {
    const talk = told(HOLE, 'el municipio no ha venido en un año. mándelo');
    expect(talk.cases).toHaveLength(0);
    expect(talk.last()?.text).toContain('¿Lo envío así?');
  });

  it.each([
    [BINS, 'mandelo, pero el municipio no que ellos no hacen nada', 'Municipio de Santiago'],
    [BINS, 'al municipio no, porque nunca contestan', 'Municipio de Santiago'],
    [LEAK, 'el IDAAN no, que esos nunca vienen', 'IDAAN'],
    [LEAK, 'not the IDAAN, they never answer', 'IDAAN'],
  ])('and has it by law is said to, with a person who can decide: %s, %s', (report, words, body) => {
    const talk = told(report, words);
    expect(talk.cases).toHaveLength(0);
    expect(talk.last()?.text).toMatch(
      new RegExp(`(?:quien atiende este asunto es|in charge of this matter is) .*${body}.*perso`),
    );
  });

  it.each([
    ['el idaan no tiene nada que ver, es una cloaca reventada', 'sewage'],
    ["No, IDAAN has nothing to do with it, it's pig manure contaminating the creek", 'river-pollution'],
  ])('has nothing to do with what it is instead: %s', (words, service) => {
    expect(draftOf(LEAK, words)?.serviceId).toBe(service);
  });
});
