import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const REFUSE = ['no pasan a recoger la basura en calle 3, Burunga', 'sí'];
const CAR = [
  'hay un carro viejo abandonado lleno de agua con mosquitos y dengue, que fumiguen, en San Antonio de San Miguelito',
  'sí',
];

describe('another case that is ordered or asked for after filing', () => {
  it.each([
    [CAR, 'no es pregunta, abra otro caso para el carro'],
    [REFUSE, 'quiero otro caso por el hueco de la calle'],
    [REFUSE, '¿puedo reportar aquí también un poste dañado?'],
    [REFUSE, '¿y la luz también? porque no solo es la basura'],
    [REFUSE, 'can I report the noise of a bar here too? Every Friday until 4am'],
    [REFUSE, 'open another case about the pothole in the street'],
  ])('begins, and is no question for the body of the first: %s, %s', (before, words) => {
    const talk = told(...before, words);
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['no abra otro caso para la luz', '¿y el camión viene mañana también?'])(
    'does not begin: %s',
    words => {
      expect(told(...REFUSE, words).conversation.state.draft).toBeNull();
    },
  );
});

describe('another matter that is only announced after filing', () => {
  it.each([
    'otro problema',
    'otra cosa',
    'quiero poner otra queja',
    'es otro problema que tengo',
    'gracias. ahora tengo otra queja que poner',
    'no, es otro problema',
    'another problem',
    'i have another complaint',
  ])('is asked for, and nothing is added to the case: %s', words => {
    const talk = told(...REFUSE, words);
    expect(talk.last()?.asks).toBe('description');
    expect(talk.conversation.state.draft?.description).toEqual([]);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['no es otro problema', 'no quiero poner otra queja', 'otra vez'])('is none: %s', words => {
    expect(told(...REFUSE, words).conversation.state.draft).toBeNull();
  });
});
