import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const BRIBE = 'quiero denunciar que un funcionario del municipio de Arraiján me pidió coima';
const GARBAGE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

describe('asked how it is to be kept', () => {
  it.each([
    'no me importa que sepan',
    'me da igual si se enteran',
    'a mi no me molesta que lo vean',
    "I don't mind if they know",
  ])('who minds nothing is seen: %s', words => {
    expect(told(BRIBE, words).conversation.state.draft?.privacy).toBe('normal');
  });

  it.each(['no me importa cual', 'me da igual', 'no quiero que sepan', 'me importa que no sepan que fui yo'])(
    'who says something else is kept back: %s',
    words => {
      expect(told(BRIBE, words).conversation.state.draft?.privacy).not.toBe('normal');
    },
  );

  it.each([
    'como dice?',
    'no entiendo la diferencia. cual es mas segura?',
    'cuál es la diferencia?',
    'qué diferencia hay entre las dos?',
  ])('who does not understand is told what they are: %s', words => {
    const text = told(BRIBE, words).last()?.text ?? '';
    expect(text).toMatch(/^(?:Usted decide|Las dos le protegen|Con reserva|Las tres)/);
    expect(text).toContain('¿con reserva, anónima o sin reserva?');
  });
});

it.each(['como dice?', 'cómo fue?', 'no capto'])('at a summary it is said what it is: %s', words => {
  expect(told(GARBAGE, words).last()?.text).toContain('Esto es lo que entendí');
});

it('what is only kept back with the order is not said to be put right', () => {
  const text = told(GARBAGE, 'ok mandelo pero no quiero q salga mi nombre ni mi numero').last()?.text ?? '';
  expect(text).toMatch(/^Va con reserva/);
});
