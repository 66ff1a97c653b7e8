import { expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const FRIDGE =
  'vendieron una nevera dañada a mi abuela y no le quieren devolver la plata, fue en la mueblería de la esquina de Penonomé';
const placeOf = (...words: string[]): string =>
  told(FRIDGE, ...words).conversation.state.draft?.place?.text ?? '';

it.each([
  ['Muebles El Buen Precio ponlo en el lugar por favor', 'Muebles El Buen Precio'],
  ['en el lugar ponga Muebles El Buen Precio', 'Muebles El Buen Precio'],
  ['agregue al lugar: frente al parque viejo', 'frente al parque viejo'],
])('what is bidden to be written as the place is: %s', (words, place) => {
  expect(placeOf(words)).toContain(place);
  expect(placeOf(words)).toContain('Penonomé');
});

it('what else is bidden to be written is no place', () => {
  expect(placeOf('póngale que ella pagó 480')).not.toContain('480');
});

it.each([
  ['Muebles El Buen Precio ponlo en el lugar por favor', 'Muebles El Buen Precio'],
  ['en el lugar ponga Muebles El Buen Precio', 'Muebles El Buen Precio'],
  ['agregue al lugar: frente al parque viejo', 'frente al parque viejo'],
  ['póngale que ella pagó 480', 'Penonomé'],
])('is so where it is asked which shop it was, too: %s', (words, place) => {
  const talk = told(FRIDGE.replace('la mueblería de la esquina', 'una mueblería'));
  expect(talk.last()?.asks).toBe('place');
  talk.say(words);
  expect(talk.conversation.state.draft?.place).toMatchObject({
    text: expect.stringContaining(place),
    district: 'Penonomé',
  });
});
