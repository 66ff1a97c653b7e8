import { beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const categoryOf = (text: string): string | null =>
  stage.classifier.understand(text).emergency?.category ?? null;

describe('a danger told without its name', () => {
  it.each([
    ['hola tengo 13 años y el esposo de mi mamá entra a mi cuarto en la noche', 'menor'],
    ['mi papá entra a mi cuarto de noche', 'menor'],
    ['no es del agua ni la luz, es que me da miedo, él me toca', 'menor'],
    ['el profe de mi hija le pide fotos, ella tiene 14, en el colegio de Pocrí', 'menor'],
    ['el vecino le manda videos a mi hija que tiene 12 años', 'menor'],
    ['my stepfather comes into my room at night', 'menor'],
    ['me tomé 20 acetaminofén', 'suicidio'],
    ['me tomé todas las pastillas de mi mamá', 'suicidio'],
    ['I took all the pills', 'suicidio'],
    ['my employer took my passport and locks me in the house', 'delito_en_curso'],
    ['I am locked in, please help me', 'delito_en_curso'],
    ['no puedo hablar, mándeme a alguien', 'delito_en_curso'],
  ])('is heard: %s', (text, category) => {
    expect(categoryOf(text)).toBe(category);
  });

  it.each([
    'me tomé una pastilla para la presión y me cayó mal',
    'el profesor pidió fotos tamaño carné, mi hijo tiene 8 años',
    'el lunes me toca cita en la policlínica',
    'soy sorda, no puedo hablar por teléfono, quiero una cita',
    'I am locked out of my account',
    'el vecino entra a mi patio en la noche a robar mangos',
    'mi esposo viene de trabajar de noche y no hay luz en la calle de Soná',
  ])('is not heard in what sounds alike: %s', text => {
    expect(categoryOf(text) ?? 'none').toMatch(/^(none|medica)$/);
  });
});
