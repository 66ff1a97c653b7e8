import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const stateOf = (...words: string[]) => told(...words).conversation.state;

describe('two wishes in one sentence', () => {
  it.each([
    [
      'hola, quiero que arreglen el semáforo de la entrada de Costa Verde y que pongan policía porque roban',
      'traffic-light',
      'que pongan policía porque roban',
    ],
    ['no hay agua en Villa Lucre y que recojan la basura', 'no-water', 'que recojan la basura'],
    [
      'necesito que tapen el hueco de calle 50 y que arreglen la luminaria',
      'pothole',
      'que arreglen la luminaria',
    ],
    [
      'arreglen la fuga de agua en Juan Díaz y multen a los carros mal estacionados',
      'water-leak',
      'multen a los carros mal estacionados',
    ],
    [
      'I want them to fix the traffic lights at Costa Verde and to send police because people get robbed',
      'traffic-light',
      'to send police because people get robbed',
    ],
  ])('are taken one after the other: %s', (words, first, second) => {
    expect(stateOf(words)).toMatchObject({ draft: { serviceId: first }, later: [second] });
  });

  it('are both filed', () => {
    const talk = told(
      'quiero que arreglen el semáforo de la entrada de Costa Verde y que pongan policía porque roban',
      ...['sí', 'sí', 'sí'],
    );
    expect(talk.cases.map(({ serviceId }) => serviceId).sort()).toEqual(['patrol', 'traffic-light']);
  });
});

it.each([
  'quiero que vengan y que arreglen el hueco de calle 50',
  'que arreglen el parque de Pedregal y que los niños puedan jugar',
  'que cierren ese bar en San Francisco y que multen al dueño por el ruido',
  'que pongan policía en Pedregal y que agarren a los ladrones',
  'quiero que me devuelvan la plata y que sancionen a la tienda en David',
])('one matter stays one: %s', words => {
  expect(stateOf(words).later).toEqual([]);
});
