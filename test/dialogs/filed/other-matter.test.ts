import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const PIRATES = 'los piratas trabajan sin cupo en la terminal de La Chorrera y nadie de tránsito hace nada';

describe('a matter that a case was wrongly taken for', () => {
  it.each([
    'pero yo no puse queja de taxi, puse de los piratas, corrija eso',
    'no es otro problema, es q quedo mal puesto',
    'cambie el asunto, son piratas',
    'el asunto está mal, yo soy el taxista',
    'the subject is wrong, I am the driver',
  ])('is noted there for a person, and begins no report: %s', words => {
    const talk = told(PIRATES, 'sí', words);
    expect(talk.last()?.text).toMatch(/lo va a revisar una persona del 311|a person of the 311/);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toContain(words);
    expect(talk.conversation).toMatchObject({ review: true, state: { draft: null, awaits: null } });
  });

  it.each(['¿quedó mal puesto?', 'no puse queja de los taxis'])('is not read into other words: %s', words => {
    expect(told(PIRATES, 'sí', words).last()?.text).not.toContain('lo va a revisar una persona');
  });
});

it.each([
  'y ahora quiero poner una queja CONTRA EL 311 porque llame 5 veces y me colgaron',
  'quiero poner otra queja, hay un hueco en la calle 4 de Monagrillo',
])('a queja that is opened outright is no word of the case before: %s', words => {
  const talk = told('no hay agua en san joaquin, pedregal, panama', 'sí', words);
  expect(talk.cases).toHaveLength(1);
  expect(talk.cases[0]?.description).toHaveLength(1);
  expect(talk.conversation.state.draft?.serviceId).not.toBe(talk.cases[0]?.serviceId);
  expect(talk.last()?.asks).toBe('confirm');
});
