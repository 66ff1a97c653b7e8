import { describe, expect, it } from 'vitest';
import { goesOn } from '../../../src/dialogs/intake/place/no-place.ts';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const DOG = 'hay un perro callejero amarrado que muerde a la gente';
/** Nothing but the question, in other words. */
const WHERE = /^¿En qué lugar es\? Sirve lo que haya cerca[^\n]*$/;

const place = (talk: Talk) => talk.conversation.state.draft?.place;

describe('words of going on, said to the question of where it is', () => {
  it.each([
    'sigamos con lo del perro',
    'Sigamos',
    'ok, seguimos con el perro',
    'continuemos por favor',
    'volvamos a lo del perro',
    'retomemos lo del perro amarrado',
    'bueno, como le decía',
    'como le decía, lo del perro',
    'lo del perro',
  ])('are no place, and it is simply asked again: %s', words => {
    const talk = told(DOG, words);
    expect(place(talk)).toBeNull();
    expect(talk.last()?.asks).toBe('place');
    expect(talk.last()?.text).toMatch(WHERE);
    talk.say('Arraijan, Vista Alegre calle 5');
    expect(place(talk)?.text).toBe('Arraijan, Vista Alegre calle 5');
  });

  it.each(["let's go on", 'back to the dog', 'as I was saying, the dog'])('in English: %s', words => {
    const talk = told('my neighbour keeps a dog chained without water', words);
    expect(place(talk)).toBeNull();
    expect(talk.last()?.asks).toBe('place');
    expect(talk.last()?.text).not.toContain('Sorry');
  });

  it('are no place after danger either', () => {
    const talk = told(DOG, 'mi vecino le esta pegando a su mujer ahora mismo', 'sigamos con lo del perro');
    expect(talk.last()?.text).toMatch(WHERE);
    talk.say('Arraijan, Vista Alegre calle 5');
    expect(place(talk)?.text).toBe('Arraijan, Vista Alegre calle 5');
  });

  it('said again leave the place open, as any other answer', () => {
    expect(told(DOG, 'sigamos con lo del perro', 'sigamos').last()?.asks).toBe('confirm');
  });

  it('may lead to the place, which is taken without them', () => {
    expect(place(told(DOG, 'sigamos con lo del perro, es en Vista Alegre, calle 5'))?.text).toBe(
      'Vista Alegre, calle 5',
    );
  });

  it('bring the summary again too, and no name where one is asked for', () => {
    const talk = told('no hay luz en Tocumen, calle 5', 'sigamos con lo de la luz');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.last()?.text).toMatch(/^Esto voy a enviar:/);
  });
});

describe('goesOn', () => {
  const matter = [DOG];
  it.each([
    ['seguimos sin agua en Vista Alegre', false],
    ['sigue igual', false],
    ['lo de Juan', false],
    ['Continuación de la calle 5', false],
    ['lo del perro amarrado', true],
    ['y lo del perro?', true],
    ['as I was saying', true],
  ])('%s: %s', (text, is) => {
    expect(goesOn(text, matter)).toBe(is);
  });
});

describe('words nobody found on the map', () => {
  it.each([
    ['yo digo que ellos saben', 'Arraijan, Vista Alegre calle 5', 'Arraijan, Vista Alegre calle 5'],
    ['ustedes ya deben tener eso', 'Vista Alegre', 'Vista Alegre'],
  ])('that are no name are not put before a place told after them: %s', (first, then, text) => {
    expect(place(told(DOG, first, then))?.text).toBe(text);
  });

  it.each([
    ['los guabitos', 'Vista Alegre, calle 5', 'los guabitos, Vista Alegre, calle 5'],
    ['frente al chino rojo', 'Vista Alegre', 'frente al chino rojo, Vista Alegre'],
  ])('that may be a name stay before it: %s', (first, then, text) => {
    expect(place(told(DOG, first, then))?.text).toBe(text);
  });

  it('stay with the matter where they name no place', () => {
    const { draft } = told(DOG, 'por donde le digo que se inunda', 'Arraijan').conversation.state;
    expect(draft?.place?.text).toBe('Arraijan');
    expect(draft?.description).toContain('por donde le digo que se inunda');
  });
});
