import { describe, expect, it } from 'vitest';
import { placeWords } from '../../../../src/dialogs/intake/place/where.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();

describe('words that only lead to a place', () => {
  it.each([
    ['en Pacora, calle 2', 'Pacora, calle 2'],
    ['es en Betania', 'Betania'],
    ['trabajo en un restaurante en Coronado', 'un restaurante en Coronado'],
    ['no así no, es en Altos de Panamá', 'Altos de Panamá'],
    ['no, es el hospital de Chepo', 'el hospital de Chepo'],
    ['vivo en la barriada Ciudad Radial', 'la barriada Ciudad Radial'],
    ['no, es en Parque Lefevre', 'Parque Lefevre'],
    ['era en Bella Vista, calle 50', 'Bella Vista, calle 50'],
    ['me equivoqué, es en Parque Lefevre', 'Parque Lefevre'],
    ['mejor en Pacora', 'Pacora'],
    ['el lugar correcto es Betania', 'Betania'],
    ['el de Boquerón, por la escuela', 'Boquerón, por la escuela'],
    ['buenas\nen Pacora', 'Pacora'],
    ['Pacora\ncalle 2', 'Pacora, calle 2'],
    ['it is in Betania', 'Betania'],
  ])('go from «%s»', (text, place) => {
    expect(placeWords(text)).toBe(place);
  });

  it.each([
    'Enrique Jiménez',
    'El Chorrillo',
    'La Chorrera',
    'Los Andes',
    'Siria Apartments',
    'por la escuela',
    'Estadio Nacional',
  ])('leave «%s» whole', text => {
    expect(placeWords(text)).toBe(text);
  });
});

describe('the one body of a district', () => {
  it.each([
    ['no hay medicinas en el centro de salud', 'Penonomé', 'centro de salud, Penonomé'],
    ['no hay agua en el hospital desde ayer', 'Chitré', 'hospital, Chitré'],
  ])('is close enough: %s / %s', (first, place, text) => {
    const talk = told(first, place);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.last()?.text).toContain(text);
  });

  it('is one of several in the city', () => {
    expect(told('no hay medicinas en el centro de salud', 'Panamá').last()?.asks).toBe('place');
  });
});
