import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const GARBAGE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

describe('who wants somebody over the desk', () => {
  it.each([
    'quiero hablar con un jefe',
    'quiero hablar con el encargado',
    'páseme con su supervisor',
    'comuníqueme con el gerente, por favor',
    'exijo que me atienda un jefe ya',
    'QUE QUIERO HABLAR CON UN JEFE NO CON UNA MAQUINA',
    'I want to speak to a manager',
    'get me your boss',
  ])('gets a person: %s', words => {
    expect(told(GARBAGE, words).conversation.mode).toBe('waiting');
  });

  it('has sent what is ordered with it, without that wish', () => {
    const talk = told(GARBAGE, 'QUE QUIERO HABLAR CON UN JEFE NO CON UNA MAQUINA. y si mandelo pues');
    expect(talk.conversation.mode).toBe('waiting');
    expect(talk.cases[0]?.description).toEqual([GARBAGE]);
  });

  it.each(['y el jefe???', 'y la persona que pedí?', 'dónde está el encargado?'])(
    'hears that one writes where they ask on: %s',
    words => {
      const talk = told(GARBAGE, 'quiero hablar con un jefe', words);
      expect(talk.last()?.text).toContain('Le va a escribir una persona');
    },
  );

  it.each([
    'mi jefe no me paga desde hace dos meses',
    'el jefe de la ATTT de Chitré me pidió plata',
    'no quiero hablar con el jefe',
    'necesito hablar con mi jefe primero',
    'el encargado del edificio tira la basura en la calle',
    'yo soy el encargado de la tienda',
  ])('but not who speaks of another: %s', words => {
    expect(told(GARBAGE, words).conversation.mode).toBe('bot');
  });
});

describe('who wants a person to find out what the desk does not know', () => {
  const ASKED = 'cuál es el teléfono del centro de salud de Boquete?';

  it.each([
    'Bueno, entonces que una persona me averigüe el teléfono por favor',
    'sí, que me lo averigüe una persona',
    'que alguien real me lo busque',
    'ok que una persona me llame y me diga',
  ])('gets one: %s', words => {
    expect(told(ASKED, words).conversation.mode).toBe('waiting');
  });
});
