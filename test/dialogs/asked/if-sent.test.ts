import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const BUS =
  'hola, tengo una queja: el bus de la ruta de Chepo no paró y dejó botados a unos niños en la parada del Rey en San Miguelito, ayer';
const BRIBE = 'quiero denunciar anónimamente a un policía que me pidió coima en la vía España en Bella Vista';
const last = (...words: string[]): string => told(...words).last()?.text ?? '';

describe('whether it was sent', () => {
  it.each([
    'oye pero si quedo mandado?',
    '¿sí se mandó?',
    'ya lo enviaron verdad',
    'seguro que quedó enviado?',
    'did it go through?',
    'was it sent?',
  ])('is said with its number: %s', asked => {
    const talk = told(BUS, 'si', asked);
    expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    expect(talk.last()?.text).toMatch(/Sí, está enviado|Yes, it was sent/);
  });

  it.each([
    'gracias, y no quedo nada mandado verdad?',
    'seguro que no quedó nada enviado?',
    'no se mandó, ¿cierto?',
  ])('is denied of what was left: %s', asked =>
    expect(last(BUS, 'no lo mande', asked)).toContain('No envié nada'),
  );

  it.each(['no quedó nada mandado, ¿verdad?', '¿se envió algo?'])(
    'is told as far as it is known: %s',
    asked => {
      expect(last('cuánto cuesta el pasaporte', asked)).toContain('no se envió nada');
      // One without a name was sent all the same.
      expect(last(BRIBE, 'si', asked)).toContain('/caso');
    },
  );

  it('is not so yet at the summary', () => {
    const talk = told(BUS, 'pero ya se mandó?');
    expect(talk.last()?.text).toContain('Todavía no');
    expect(talk.cases).toEqual([]);
  });

  it.each(['ya lo mandaron a arreglar?', 'mandaron a alguien?'])('is not asked: %s', asked => {
    expect(last(BUS, 'si', asked)).not.toContain('Sí, está enviado');
  });
});

describe('what was sent', () => {
  it.each([
    'que le mandaron a la caja, enseñeme',
    'muestreme lo que enviaron',
    'qué fue lo que pusieron',
    'lo que les mandaron, muéstreme por favor',
    'show me what you sent',
  ])('is shown: %s', asked => {
    const talk = told(BUS, 'si', asked);
    expect(talk.last()?.text).toContain('dejó botados');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is not seen from here where it has no name', () => {
    expect(last(BRIBE, 'si', 'muéstreme lo que enviaron')).toContain('/caso');
  });
});
