import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('a bill', () => {
  it.each([
    'me llego una factura d 87 dolares y yo pago 35',
    'me llego el recibo altisimo',
    'my bill is too high',
  ])('is of no water before they say of what it is: %s', words => {
    const talk = told(words);
    expect(talk.last()?.asks).toBe('agency');
    expect(talk.last()?.choices?.map(({ value }) => value)).toEqual([
      'service:water-bill',
      'service:power-bill',
      'service:telecom-service',
      'service:other',
    ]);
    talk.say('es del internet, tigo');
    expect(talk.conversation.state.draft?.serviceId).toBe('telecom-service');
  });

  it.each([
    ['me llego una factura de la luz de 200 dolares en David', 'power-bill'],
    ['a mi mama le llego un recibo de la aaud cobrandole 300 dolares', 'garbage-fee'],
    ['me cobran de mas en el recibo del idaan', 'water-bill'],
    ['me retienen un paquete en aduanas y me cobran demasiado', 'customs'],
  ])('is of what they name: %s', (words, service) => {
    expect(told(words).conversation.state.draft?.serviceId).toBe(service);
  });

  it('leaves a package of the telephone company there', () => {
    const { draft } = told(
      'me cobran de mas en la factura de internet de tigo',
      'es q me metieron un paquete q yo no pedi',
    ).conversation.state;
    expect(draft?.serviceId).toBe('telecom-service');
    expect(draft?.description).toContain('es q me metieron un paquete q yo no pedi');
  });
});

describe('a charge told as another matter once something was filed', () => {
  const REFUSE = [
    'llevo 3 semanas que no recogen la basura aqui',
    'el sector 3 por la cancha, Samaria',
    'si',
  ];

  it.each([
    'otra cosa, a mi mama le llego una carta de la aaud cobrandole 300 dolares y ella paga puntual, eso como se reclama?',
    'otra cosa, a mi mama le llego un recibo de la aaud cobrandole 300 dolares',
  ])('is a matter of its own, and lies nowhere near for somebody else: %s', words => {
    const talk = told(...REFUSE, words);
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'garbage-fee', place: null });
    expect(talk.cases[0]?.description.join(' ')).not.toContain('300');
  });
});
