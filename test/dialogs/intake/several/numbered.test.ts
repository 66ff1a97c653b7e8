import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told } = await openTalks();
const FOUR =
  'aqui en Pacora: 1) no hay luz en la calle 2) la quebrada esta llena de basura 3) los perros bravos sueltos 4) el bus no pasa';

describe('matters that are counted', () => {
  it('are as many, at the one place that stands before them, and the first is summed up at once', () => {
    const talk = told(FOUR);
    expect(talk.last()?.text).toContain('Lugar: Pacora');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay luz en la calle']);
    expect(talk.conversation.state.later).toEqual([
      'la quebrada esta llena de basura',
      'los perros bravos sueltos',
      'el bus no pasa',
    ]);
  });

  it('are filed one by one, each there', () => {
    const { cases } = told(FOUR, 'si', 'si', 'si', 'si', 'si', 'si', 'si');
    expect(cases.map(({ place }) => place?.text)).toEqual(['Pacora', 'Pacora', 'Pacora', 'Pacora']);
    expect(new Set(cases.map(({ serviceId }) => serviceId)).size).toBe(4);
  });

  it.each([
    'quiero poner 3 quejas de Chepo\n1. no recogen la basura\n2. hay un hueco en la calle 4\n3. no hay agua',
    'en Chepo, primero no recogen la basura, segundo hay un hueco en la calle 4 y tercero no hay agua',
    'In Chepo: first, they do not collect the garbage. second, there is a pothole. third, no water',
  ])('may stand in lines, or be told in words: %s', text => {
    expect(told(text).conversation.state.later).toHaveLength(2);
  });

  it('are one where only the steps of it are counted', () => {
    const talk = told('no hay agua en Pacora: primero llamé, segundo nadie vino');
    expect(talk.conversation.state.later).toEqual([]);
  });
});

describe('the next of several', () => {
  const FIRST = 'quiero poner varias quejas. la primera, aguas negras en la calle 3 de Chilibre centro';

  it.each([
    'si. la segunda, un carro abandonado al lado de mi casa ahi mismo',
    'mándela. la otra es un carro abandonado ahi mismo',
    'sí, y la segunda queja es un carro abandonado',
    'yes, and the second one is an abandoned car',
  ])('begins where the first is agreed to, which keeps its place: %s', words => {
    const talk = told(FIRST, words);
    expect(talk.cases[0]?.serviceId).toBe('sewage');
    expect(talk.cases[0]?.place?.text).toBe('calle 3 de Chilibre centro');
    expect(talk.cases[0]?.description.join(' ')).not.toMatch(/carro|car\b/);
    talk.say('si');
    expect(talk.conversation.state.draft?.serviceId).toBe('abandoned-car');
    expect(talk.conversation.state.draft?.place?.text).toBe('calle 3 de Chilibre centro');
  });

  it('is not offered again, where its words were filed as another service of the same body', () => {
    const talk = told('en Pacora: 1) los perros bravos andan sueltos 2) no hay luz en la calle');
    talk.say('no es eso, es la luz en la calle');
    talk.say('si');
    expect(talk.cases[0]?.serviceId).toBe('street-light');
    expect(talk.conversation.state.awaits).toBeNull();
  });
});
