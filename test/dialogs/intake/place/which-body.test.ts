import { describe, expect, it } from 'vitest';
import { bodyUnnamed, shopUnnamed } from '../../../../src/dialogs/intake/place/which-body.ts';
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

describe('a shop or the like', () => {
  it.each([
    'un super en Chitré vende comida vencida',
    'me vendieron un celular malo en un almacen de Santiago',
    'una farmacia en Colón no me quiso dar el descuento de jubilado',
    'la tienda de la esquina vende comida vencida',
    'la tienda no me devuelve la plata',
    'a store in Boquete refuses a refund',
  ])('is one that they tell no name of: %s', text => {
    expect(shopUnnamed({ description: [text] })).toBe(true);
  });

  it.each([
    'el super Xtra de Chitré vende comida vencida',
    'la tienda de don Pepe vende comida vencida',
    'en una tienda de David que se llama La Ganga no dan factura',
    'compré por internet en una tienda y nunca llegó',
    'hay un hueco frente a la iglesia',
    'the store of Mr. Chen refuses a refund',
  ])('is not, where it has one or there is no door: %s', text => {
    expect(shopUnnamed({ description: [text] })).toBe(false);
  });

  it.each([
    ['una farmacia en Colón no me quiso dar el descuento de jubilado', 'Colón'],
    ['en una tienda de David me vendieron un celular malo y no me devuelven la plata', 'David'],
  ])('is asked for, once, and its name is the place: %s', (text, area) => {
    const talk = told(text);
    expect(saidLast(talk)).toContain(`¿Cómo se llama el negocio, en ${area}?`);
    talk.say('La Milagrosa');
    expect(talk.last()?.asks).toBe('confirm');
    expect(saidLast(talk)).toContain(`La Milagrosa (${area}`);
  });

  it('is let be by who does not know it', () => {
    const talk = told('una farmacia en Colón no me quiso dar el descuento de jubilado', 'no sé');
    expect(talk.last()?.asks).toBe('confirm');
    expect(saidLast(talk)).toContain('Lugar: Colón');
  });

  it('is not asked for where it does not matter to whoever sees to it', () => {
    expect(told('en un restaurante de David no me pagan el decimo').last()?.asks).toBe('confirm');
  });
});
