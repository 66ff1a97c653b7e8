import { expect, it } from 'vitest';
import { withRescuers } from '../../src/nlu/rank-agencies.ts';
import { openStage } from '../support/stage.ts';

const { classifier } = await openStage();

it.each([
  ['se está quemando el rancho de al lado con gente adentro, en Pocrí', 'bomberos'],
  ['mi papá está tirado en el piso y no respira, Villa Lucre', 'sume'],
  ['se están metiendo por la ventana de mi casa ahora mismo', 'policia'],
  ['el río se metió a la casa y estamos en el techo con los niños', 'sinaproc'],
])('the body that comes is meant before any other: %s', (text, body) => {
  expect(classifier.understand(text).agencies[0]?.id).toBe(body);
});

it('who comes first stands first, those after it next, and others keep their order', () => {
  const told = [
    { id: 'idaan', p: 0.7 },
    { id: 'policia', p: 0.2 },
    { id: 'mop', p: 0.1 },
  ];
  const ranked = withRescuers(told, ['sume', 'policia'], 0.3);
  expect(ranked.map(({ id }) => id)).toEqual(['sume', 'policia', 'idaan', 'mop']);
  expect(ranked.reduce((sum, { p }) => sum + p, 0)).toBeLessThanOrEqual(1);
});

it('where nobody is named to come, bodies stay as the matter names them', () => {
  expect(withRescuers([{ id: 'mop', p: 0.9 }], [], 0.9)).toEqual([{ id: 'mop', p: 0.9 }]);
});
