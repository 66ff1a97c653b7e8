import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const last = (...words: string[]): string => told(...words).last()?.text ?? '';
const WATER = ['no hay agua en Las Mañanitas desde hace 5 dias', 'sí'];
const RESERVED = ['quiero denunciar con reserva que mi jefe no me paga el decimo, en Bethania', 'sí'];
const NAMELESS = [
  'quiero denunciar de forma anonima que un vecino vende guaro sin permiso en Las Mañanitas',
  'sí',
];
const NAMELESS_EN = [
  'I want to report anonymously a store selling liquor without a permit in Tocumen',
  'yes',
];

describe('when, asked of a case that was filed', () => {
  it.each([
    'cuanto puede durar el tramite?',
    'cuanto tiempo se puede demorar esto',
    'how long can this take?',
    'and how long do they have to answer?',
    'gracias, en cuanto tiempo me contestan',
  ])('is the day of the answer, and no price: %s', words => {
    const said = last(...WATER, words);
    expect(said).toMatch(/a más tardar el 2 de noviembre|by November 2/);
    expect(said).not.toMatch(/no cuesta|is free|cuándo vienen|when they come/);
  });

  it.each([
    'cuantos dias tienen para arreglarlo?',
    'gracias, cuando vienen',
    'gracias, when will they come',
    'thanks when do they come',
    'and how long do they have to fix it?',
    'cuando llega el agua?',
  ])('is told apart from when it is repaired: %s', words => {
    expect(last(...WATER, words)).toMatch(/plazo para responder|time they have to answer/);
  });

  it('what is asked about costs is answered as before', () => {
    expect(last(...WATER, 'cuanto cuesta el tramite?')).toContain('no cuesta nada');
  });
});

describe('who calls', () => {
  it.each(['y quien me llama', 'quien me va a llamar?', 'who will call me?', 'will somebody call me'])(
    'is answered of a case: %s',
    words => {
      for (const base of [WATER, RESERVED]) {
        const talk = told(...base, words);
        expect(talk.last()?.text).toMatch(/no tienen que llamarle|do not have to call you/);
        expect(talk.conversation.mode).toBe('bot');
      }
    },
  );

  it('who wants somebody to talk to still gets a person', () => {
    expect(told(...WATER, 'quiero que me llame una persona').conversation.mode).not.toBe('bot');
  });
});

describe('of a report without a name', () => {
  it.each([
    [NAMELESS_EN, 'how do i check it later?'],
    [NAMELESS, 'como la reviso despues?'],
    [NAMELESS, 'y donde puedo ver como va'],
    [NAMELESS, 'cuando vienen?'],
    [NAMELESS, 'y quien me llama'],
    [NAMELESS_EN, 'where do i see it'],
    [NAMELESS_EN, 'how will i know what happened?'],
    [NAMELESS_EN, 'how long does it take?'],
    [NAMELESS_EN, 'thanks, when will they come'],
  ])('the page is told again, and that it needs number and PIN: %s %s', (base, words) => {
    const said = last(...base, words);
    expect(said).toContain('/caso');
    expect(said).toContain('PIN');
    expect(said).not.toContain('482913');
  });

  it.each([
    [['hola'], 'cuanto cuesta el pasaporte?'],
    [['cuanto cuesta el pasaporte?'], 'y cuanto demora?'],
    [['quiero reportar que hay un hombre armado rompiendo la puerta de mi casa'], 'cuando vienen?'],
  ])('none of it is said where something else was talked of: %s %s', (base, words) => {
    expect(last(...base, words)).not.toContain('/caso');
  });
});

it('a number that is no case of theirs is answered as one, with a PIN or without', () => {
  for (const words of ['311-483-920-716 pin 482913', '311-483-920-716'])
    expect(told('hola', words).last()?.text).not.toContain('Si lo presentó anónimo');
});
