import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said } = await openTalks();
const FILED = ['hay un hueco en la calle 5 de Bethania', 'si'];

describe('the number of a case that was lost', () => {
  it.each([
    'no tengo el numero del caso, lo perdi. como hago?',
    'Perdí el número de mi caso, ¿qué hago?',
    'no encuentro el numero del reporte. como hago para ver como va?',
  ])('is not needed where the case was filed, and a person looks for it elsewhere: %s', asked => {
    expect(said(...FILED, asked)).toContain('Caso 311-');
    expect(said(asked)).toMatch(/Por aquí no tengo casos[\s\S]*«persona»/);
  });

  it.each(['mi mama perdio su numero de caso, que hago', 'mi vecina no encuentra el número de su caso'])(
    'is another’s, and a person looks: %s',
    asked => {
      for (const before of [[], FILED]) expect(said(...before, asked)).toContain('«persona»');
      expect(said(asked, '¿me ayuda una persona?')).toContain('Le va a escribir una persona del 311');
    },
  );

  it('is none where another number is not known', () => {
    expect(said('el bus me chocó el carro en Tocumen, no sé el numero')).not.toContain(
      'Por aquí no tengo casos',
    );
  });

  it.each([
    'lo puse la semana pasada por telefono, es de una luminaria y no me acuerdo del numero',
    'ya reporté el hueco por teléfono y no me dieron número',
    'reporté una luminaria en la página hace un mes y perdí el número, quiero saber qué pasó',
  ])('is no new report of the same, and a person looks: %s', words => {
    const talk = said('buenas quiero saber como va mi caso', words);
    expect(talk).toContain('«persona»');
    expect(talk).not.toContain('¿En qué lugar es?');
  });

  it.each(['no es uno nuevo, es el q ya puse', 'no es otro, es el que ya reporté'])(
    'leaves what was begun of it: %s',
    words => expect(said('es de una luminaria quemada', words)).toContain('«persona»'),
  );

  it.each([
    'quiero reportar un carro abandonado en calle 3 de Pacora y no me acuerdo del numero de placa',
    'hay un hueco en calle 3 de Pacora y ya lo reporté',
  ])('is not what is told of another: %s', words => expect(said(words)).toContain('¿Lo envío así?'));
});
