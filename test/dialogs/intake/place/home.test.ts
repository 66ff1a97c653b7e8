import { describe, expect, it } from 'vitest';
import { withoutHome } from '../../../../src/dialogs/intake/place/home.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const PILLS =
  'yo vivo en Las Minas de Herrera y me toca ir a la policlínica de Chitré a buscar mis pastillas de la presión y cada vez que voy no hay';

describe('where they live', () => {
  it.each([
    ['yo vivo en Las Minas pero la farmacia está en Chitré', 'la farmacia está en Chitré'],
    ['vivo en Bugaba, y el hueco es en David', 'el hueco es en David'],
    ['vivimos en Chepo, en Las Margaritas, pero fue en Pacora', 'fue en Pacora'],
    ['I live in Chepo but the hole is in Pacora', 'the hole is in Pacora'],
  ])('is left out where another place is told: %s', (text, left) => {
    expect(withoutHome(text)).toBe(left);
  });

  it.each([
    'vivo en Las Minas, calle 3',
    'vivo en Chepo y no hay agua',
    'vivo en Los Santos, en La Palma',
    'en Pacora, donde vive mi mamá',
  ])('stays where no other is: %s', text => {
    expect(withoutHome(text)).toBe(text);
  });

  it('is not where it happens', () => {
    expect(told(PILLS).conversation.state.draft?.place).toMatchObject({ district: 'Chitré' });
  });

  it('goes when it stood there, and no name stands twice', () => {
    const { draft } = told(
      PILLS,
      'el lugar no es Las Minas, yo vivo en Las Minas pero la farmacia está en Chitré, en la policlínica Rosa Díaz.',
      'Está mal todavía joven, Chitré no queda en Las Minas, son dos distritos distintos.',
    ).conversation.state;
    expect(draft?.place?.text).toBe('Chitré, en la policlínica Rosa Díaz');
  });
});
