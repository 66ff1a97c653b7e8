import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = ['There is a huge pothole on Via Porras, San Francisco', 'yes'];
const WATER = ['no llega agua en la Barriada San José, David hace 4 dias', 'si'];
const NOISE = ['el vecino pone musica duro en las noches en Altos de San Francisco, La Chorrera', 'si'];
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('what the desk itself knows of a case', () => {
  it('that the day is for the answer, and not for the repair', () => {
    const talk = told(...HOLE, 'Is December 30 the date it gets fixed or just when they answer?');
    expect(talk.last()?.text).toContain('the time they have to answer');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each([
    'como agrego su nombre y cedula?',
    'le pongo los datos de ella o los mios?',
    'es que la cita es de ella no mia, como agrego su nombre y cedula?',
    'que datos mando, los mios o los de mi mama',
    'debo poner mi cedula o la de ella?',
  ])('how more of it is told, and of whom: %s', words => {
    const APPOINTMENT = 'no me dan la cita de mi mama en la caja de Santiago';
    expect(said(APPOINTMENT, 'si', words)).toMatch(/^Escríbalo aquí mismo/);
    expect(said(APPOINTMENT, words)).toMatch(/^Escríbalo aquí mismo/);
  });

  it.each([
    [WATER, 'ya llego el agua en la noche pero sale chocolate y huele feo'],
    [
      ['no recogen la basura en Betania', 'si'],
      'ya hoy paso el camion al fin pero dejo la mitad tirada en la acera',
    ],
  ])('that it is not solved by half: %s', (first, words) => {
    const talk = told(...first, words);
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.cases[0]?.description.at(-1)).toBe(words);
  });

  it('still asks where it is all over', () => {
    expect(said(...WATER, 'ya llego el agua')).toContain('¿Quedó solucionado');
  });
});

describe('who asks whether the police or the firemen come', () => {
  it('is given their numbers', () => {
    expect(said(...NOISE, 'y la policia no puede venir en la noche?')).toContain('104');
    const tyres = 'estan quemando llantas en el lote de al lado en Los Algarrobos, Dolega, hay mucho humo';
    expect(said(tyres, 'los bomberos no pueden venir??')).toContain('103');
    expect(said(tyres, 'con reserva', 'yo lo q quiero es el numero de los bomberos')).toContain('103');
  });
});
