import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

const BILL = 'es que me llego una cuenta de luz de 340 dolares y siempre pago 60';

describe('who goes on with the bot while no person came', () => {
  const waited = ['quiero hablar con una persona', BILL, 'y a que hora me escriben, llevo rato', 'seguir'];

  it('goes on with what was told, and is asked for what is missing of it', () => {
    expect(told(...waited).last()?.asks).toBe('place');
    expect(draftOf(...waited)?.description).toEqual([BILL]);
  });

  it('need tell nothing again', () => {
    const summary = said(...waited, 'es en Sabanitas, Colón');
    expect(summary).toContain('Factura de luz');
    expect(summary).toContain('ENSA');
  });

  it('is answered what was only asked', () => {
    expect(said('persona', 'se me perdio la cedula y no se que hacer', 'seguir')).toContain('B/.35.00');
    expect(draftOf('persona', 'se me perdio la cedula y no se que hacer', 'seguir')).toBeNull();
  });

  it('begins nothing of what was filed before', () => {
    const filed = ['no hay agua en Pacora calle 6', 'si', 'persona', 'seguir'];
    expect(said(...filed)).toContain('sigue su curso');
    expect(draftOf(...filed)).toBeNull();
  });
});

it.each(['y a que hora me escriben, llevo rato', 'nadie me contesta', 'llevo rato esperando'])(
  'who waits for a person and says so is told once more when one answers: %s',
  waits => {
    expect(said('quiero hablar con una persona', BILL, waits)).toContain('Le va a escribir una persona');
  },
);
