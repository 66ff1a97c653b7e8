import { describe, expect, it } from 'vitest';
import { asideIn, withoutAside } from '../../../../src/dialogs/intake/place/no-part.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();

describe('words of a place', () => {
  it.each([
    ['es La Palma de Los Santos joven, de Las Tablas', 'es La Palma de Los Santos, de Las Tablas'],
    ['en Las Lomas señorita', 'en Las Lomas'],
    ['calle 5, oiga', 'calle 5'],
    ['escuela llano ñopo 2 grado', 'escuela llano ñopo'],
    ['es la escuela de llano ñopo, el segundo grado', 'es la escuela de llano ñopo'],
    ['escuela Río Luis, salón de 5to grado B', 'escuela Río Luis'],
    ['Alto Boquete, next to the church. About 5 lights', 'Alto Boquete, next to the church.'],
    ['es en San Pablo Viejo, y no son 4 carros sino 6', 'es en San Pablo Viejo'],
    ['es en Pacora, son 6 casas, no 4', 'es en Pacora'],
    ['antes de enviar, ¿tengo que dar el nombre?', '¿tengo que dar el nombre?'],
  ])('leave out whom they speak to, how many and which class: %s', (text, left) => {
    expect(withoutAside(text)).toBe(left);
  });

  it.each([
    'la casa de la señora',
    'frente a Nuestra Señora',
    'calle 5, a 3 cuadras del parque',
    'calle 3, casi 200 metros adentro',
    'antes de llegar al puente',
    'no es la calle 12 sino la 13',
    'escuela República de Cuba 2',
  ])('keep what says where: %s', text => {
    expect(withoutAside(text)).toBe(text);
  });

  it('have what is told beside them told all the same', () => {
    expect(asideIn('en Chepo, y no son 4 carros sino 6')).toEqual(['y no son 4 carros sino 6']);
  });
});

describe('a place that is shown', () => {
  it.each([
    [
      'trabajo en un hotel en Bocas y no me pagan las horas extras',
      'el hotel se llama Playa Tortuga en isla colon',
      /hotel Playa Tortuga en isla colon$/,
    ],
    ['no recogen la basura en calle 3 de Cerro Viento', 'la calle es de tierra', /^calle 3 de Cerro Viento$/],
    [
      'hueco grande en la calle principal de Las Lomas en David, frente al super Barú, ya se han dañado como 4 carros',
      'me equivoqué, no es en Las Lomas, es en San Pablo Viejo, y no son 4 carros sino 6',
      /San Pablo Viejo$/,
    ],
  ])('holds what says where: %s / %s', (matter, words, place) => {
    const { draft } = told(matter, words).conversation.state;
    expect(draft?.place?.text).toMatch(place);
    if (/\d/.test(words)) expect(draft?.description.join(' ')).toContain('sino 6');
  });

  it.each([
    ['es en Colón calle 13', 'Colón'],
    ['es calle 13', 'San Miguelito'],
  ])('is in the town that is named with the street: %s', (words, district) => {
    const refuse = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';
    expect(told(refuse, words).conversation.state.draft?.place).toMatchObject({ district });
  });
});
