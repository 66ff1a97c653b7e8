import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a barrio told by its name beside the district', () => {
  it.each([
    ['se va la luz en penonome en la barriada El Bambito', 'penonome, barriada El Bambito', '0206'],
    ['no hay agua en chame, barrio las palmas', 'chame, barrio las palmas', '1303'],
    ['no hay agua en anton, barrio san juan', 'anton, barrio san juan', '0202'],
    ['NO HAY AGUA EN CHAME, BARRIO LAS PALMAS, VENGAN YA', 'CHAME, BARRIO LAS PALMAS', '1303'],
  ])('is close enough, whether a map has it or not: %s', (words, text, code) => {
    const talk = told(words);
    expect(talk.last()?.asks).toBe('confirm');
    expect(draft(talk)?.place).toMatchObject({ text, code });
  });

  it.each(['no hay agua en todo el barrio, en Chame', 'en la barriada hay ratas, La Chorrera'])(
    'is not the word alone: %s',
    words => expect(told(words).last()?.asks).toBe('place'),
  );
});

describe('asked where it is, after a case that was filed', () => {
  it.each(['ahi mismo ya le dije', 'el mismo lugar, ya tiene el caso'])('%s: it is where that is', words => {
    const talk = told(
      'no hay agua en nuevo arraijan, sector 2',
      'si',
      'queman la basura',
      'con reserva',
      words,
    );
    expect(draft(talk)?.place?.text).toBe('nuevo arraijan, sector 2');
  });

  it('what is there too lies there', () => {
    const talk = told(
      'no hay agua en nuevo arraijan, sector 2',
      'si',
      'una cosa mas, tb queman la basura ahi',
    );
    expect(draft(talk)?.place?.text).toBe('nuevo arraijan, sector 2');
  });
});

describe('what they say is no place', () => {
  it('is taken back and asked anew', () => {
    const talk = told('hay un hueco', 'en la tienda de los muebles viejos', 'eso no es un lugar');
    expect(talk.last()?.asks).toBe('place');
    expect(draft(talk)?.place).toBeNull();
    talk.say('Betania');
    expect(draft(talk)?.place?.text).toBe('Betania');
  });

  it('is asked anew from a summary too', () => {
    const talk = told('hay un hueco en Betania', 'eso no es lugar', 'Río Abajo');
    expect(talk.last()?.asks).toBe('confirm');
    expect(draft(talk)?.place?.text).toBe('Río Abajo');
  });

  it('is asked about no more where the matter has none', () => {
    const talk = told('me cobran la placa dos veces', 'no es un lugar es un sistema');
    expect(draft(talk)?.place).toBeNull();
    expect(talk.last()?.asks).toBe('confirm');
  });
});

it.each([
  'y otra queja, la policia nunca contesta el telefono',
  'otra cosa, la calle principal esta llena de huecos',
])('another matter told to the question of where waits its turn: %s', words => {
  const talk = told('no hay agua en chame', words);
  expect(talk.conversation.state.later).toEqual([words.replace(/^(y )?otra \w+, /, '')]);
  expect(talk.last()?.asks).toBe('place');
  expect(draft(talk)?.place?.text).toBe('chame');
});

it('a long road lies where the street that crosses it does', () => {
  const talk = told('el semaforo de transistmica con fernandez de cordoba esta malo');
  expect(talk.last()?.asks).toBe('confirm');
  expect(draft(talk)?.place).toMatchObject({
    text: 'semaforo de transistmica con fernandez de cordoba',
    code: '0804',
  });
});

it('takes the name of a school for where it is, once the district is known', () => {
  const talk = told(
    'la escuela de mi hija en Penonome no tiene profesor desde abril',
    'se llama Simeon Conte',
  );
  expect(talk.last()?.asks).toBe('confirm');
  expect(draft(talk)?.place).toMatchObject({ text: 'Simeon Conte', code: '0206' });
});
