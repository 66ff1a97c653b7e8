import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const TWO = [
  'hay un hueco en la vía principal de Pedasí',
  'barrio norte',
  'sí',
  'no hay agua en pacora, la mireya',
  'sí',
];

describe('a case named by its body', () => {
  it.each(['¿pueden anular la del MOP?', 'y el del mop lo pueden anular?', 'anulen la del mop por favor'])(
    'is the one that is withdrawn, once they agree: «%s»',
    words => {
      const talk = told(...TWO, words);
      expect(talk.last()).toMatchObject({ asks: 'confirm' });
      talk.say('sí');
      const withdrawn = talk.cases.filter(({ status }) => status === 'withdrawn');
      expect(withdrawn.map(({ holder }) => holder?.agencyId)).toEqual(['mop']);
    },
  );
});

describe('a case named by its place among several', () => {
  it.each([
    ['pero ahora tengo dos casos?? quita el segundo', 'idaan'],
    ['el último está repetido, bórrelo', 'idaan'],
    ['retire el caso duplicado por favor', 'idaan'],
    ['cancele el primero', 'mop'],
    ['cancel the second one please', 'idaan'],
  ])('is asked about by its number: «%s»', (words, agencyId) => {
    const talk = told(...TWO, words);
    const meant = talk.cases.find(({ holder }) => holder?.agencyId === agencyId);
    expect(talk.last()).toMatchObject({ asks: 'confirm', caseNumber: meant?.number });
    expect(talk.last()?.text).toContain(meant?.number);
    talk.say('sí');
    expect(talk.cases.filter(({ status }) => status === 'withdrawn')).toEqual([
      expect.objectContaining({ number: meant?.number }),
    ]);
  });

  it('is shown where there is only one', () => {
    const talk = told('no hay agua en pacora, la mireya', 'sí', 'ahora tengo dos casos?? quita el segundo');
    expect(talk.last()?.text).toMatch(/^Caso .*No llega el agua/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['no quite el segundo', '¿cuál es el segundo?', 'el segundo piso está sin agua'])(
    'is not by other words: «%s»',
    words => {
      expect(told(...TWO, words).last()?.text).not.toContain('¿Lo retiro?');
    },
  );
});
