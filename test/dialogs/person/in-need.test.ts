import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const NEED = 'ya no se que hacer, me quede sin trabajo y nos van a sacar de la casa y tengo dos niños';
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const NUMBERS = /911|104|147/;

describe('who is in need, was told the numbers and waits for a person', () => {
  it.each([
    'el dueño nos dio hasta el viernes. quiero saber si hay alguna ayuda del gobierno',
    'quiero saber si el miviot o el mides ayudan',
    'el gobierno da alguna ayuda para el alquiler?',
    'does the government help with the rent?',
  ])('is told which bodies see to it and how they are reached: %s', words => {
    for (const answer of [said(NEED, words), said(NEED, 'seguir', words), said(words)]) {
      expect(answer).toMatch(/MIDES[\s\S]*www\.mides\.gob\.pa/);
      expect(answer).toMatch(/MIVIOT[\s\S]*www\.miviot\.gob\.pa/);
      expect(answer).not.toMatch(/911|104/);
    }
    expect(told(NEED, words, 'seguir').conversation.state.draft).toBeNull();
  });

  it.each([
    'ok gracias. igual la persona me va a escribir?',
    'que numeros? yo no estoy en peligro, solo pregunto si la persona me escribe hoy',
    'la persona me escribe hoy?',
    'a que hora me escribe la persona?',
  ])('is told when a person writes, and no numbers: %s', words => {
    for (const before of [[NEED], [NEED, 'seguir']]) {
      expect(said(...before, words)).toContain('Le va a escribir una persona');
      expect(said(...before, words)).not.toMatch(NUMBERS);
    }
  });

  it('is believed that there is no danger', () => {
    expect(said(NEED, 'dios mio. no estoy en peligro')).not.toMatch(NUMBERS);
  });

  it('is asked whether it is to be reported, and not where', () => {
    const talk = told(NEED, 'el dueño del cuarto nos saca el viernes de la casa en Burunga', 'seguir');
    expect(talk.last()?.text).toContain('¿Quiere que además envíe un reporte');
    expect(
      told(NEED, 'el dueño del cuarto nos saca el viernes de la casa', 'seguir', 'si').last()?.asks,
    ).toBe('place');
  });
});

it('who spoke of dying keeps the line to call, whatever they ask of the person', () => {
  expect(said('me quiero morir', 'persona', 'cuando me escriben?')).toContain('147');
  expect(said('me quiero morir', 'persona', 'no estoy en peligro')).toContain('147');
});

it.each(['seguir', 'sigamos', 'continuar'])('«%s» is no place, and drops no report', words => {
  const talk = told('hay un hueco en la calle', words, 'en la calle 5 de Chitre');
  expect(talk.conversation.state.draft?.place?.text).not.toContain(words);
  expect(told('hay un hueco en la calle 5 de Chitre', words).last()?.text).not.toContain('¿Dejo de hacerlo?');
});
