import { expect, it } from 'vitest';
import { openStage } from '../support/stage.ts';

const { classifier } = await openStage();

it.each([
  ['en san cristobal, cerca de la iglesia, y tengo a mi papa con oxigeno', 'medica'],
  ['y cuando vienen? ella tiene oxigeno electrico', 'medica'],
  ['ponle lo del oxigeno q el tanque le queda pa 2 horas na mas', 'medica'],
  ['no mande todavia. y dice q pa q va a seguir vivo si a nadie le importa', 'suicidio'],
  ['hay como un olorcito raro como a huevo podrido saliendo de la estufa de la vecina', 'incendio'],
  [
    'quiero saber los papeles de la pension, es q se puso bravo cuando le pedi y anoche rompio la puerta',
    'violencia_mujer',
  ],
  ['ya me ha pegado antes, q hago', 'violencia_mujer'],
])('a danger told in passing has its numbers: %s', (text, category) => {
  expect(classifier.understand(text).emergency?.category).toBe(category);
});

it.each(['el hospital no tiene oxigeno', 'huele a huevo podrido el agua de la pluma'])(
  'what only holds its words is none: %s',
  text => {
    expect(classifier.understand(text).emergency).toBeNull();
  },
);
