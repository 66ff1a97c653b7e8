import { expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const FRIDGE =
  'vendieron una nevera dañada a mi abuela y no le quieren devolver la plata, fue en una mueblería de Penonomé';
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
