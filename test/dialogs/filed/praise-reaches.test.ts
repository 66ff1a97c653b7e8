import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const PRAISE = [
  'quiero felicitar a la enfermera Marta del centro de salud de Pueblo Nuevo, me atendió muy bien',
  'sí',
];

describe('whether who was praised is told', () => {
  it.each([
    'le van a decir a ella?',
    'si pero ella se entera de la felicitacion?',
    'y ella lo va a saber?',
    'le llega a ella?',
    'van a decirle a la enfermera?',
    'will she know?',
    'do they tell her?',
  ])('is answered honestly: %s', words => {
    const talk = told(...PRAISE, words);
    expect(talk.last()?.text).toMatch(/MINSA recibe su felicitación|MINSA receives your praise/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('what is seen of who writes is answered as before', () => {
    expect(told(...PRAISE, 'quien ve mi nombre?').last()?.text).toContain('con reserva');
  });

  it('of a denuncia nothing of praise is said', () => {
    const talk = told(
      'quiero denunciar con reserva que mi jefe no me paga el decimo, en Bethania',
      'sí',
      'y el se entera?',
    );
    expect(talk.last()?.text).not.toContain('felicitación');
  });
});
