import { describe, expect, it } from 'vitest';
import { bodyUnnamed } from '../../../../src/dialogs/intake/place/which-body.ts';
import { openTold, saidLast } from '../../../support/play.ts';

const told = await openTold();

describe('a school or a house of health', () => {
  it.each([
    ['en la escuela de mi hija en Penonomé los baños están dañados', 'escuela'],
    ['no hay agua en el colegio donde estudia mi hijo', 'colegio'],
    ["there is no water in my daughter's class at the school in Penonomé", 'school'],
    ['no hay medicinas en el centro de salud', 'centro de salud'],
  ])('is asked for by its name: %s', (text, body) => {
    expect(bodyUnnamed({ description: [text] })).toBe(body);
  });

  it.each([
    'en la escuela Simeón Conte los baños están dañados',
    'en la escuela de Tolé no hay maestro',
    'no hay agua en el barrio',
    'hay un hueco frente a la iglesia',
  ])('is not, where it has one or there is none: %s', text => {
    expect(bodyUnnamed({ description: [text] })).toBeNull();
  });

  it('is asked for instead of a part of the district', () => {
    const said = saidLast(told('en la escuela de mi hija en Penonomé los baños llevan un mes dañados'));
    expect(said).toContain('¿Cómo se llama la escuela, en Penonomé?');
  });
});
