import { describe, expect, it } from 'vitest';
import { placeWords } from '../../../src/dialogs/intake/where.ts';

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
