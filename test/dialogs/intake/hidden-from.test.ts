import { describe, expect, it } from 'vitest';
import { onlyHidesFrom } from '../../../src/dialogs/intake/hidden-from.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BUS =
  'quiero denunciar a un chofer de bus de la ruta Panamá Colón que iba hablando por telefono manejando, placa 8B1234';

describe('from whom it is to be hidden', () => {
  it.each([
    'no se que es eso, yo no quiero que el chofer sepa porque lo veo todos los dias',
    'no quiero que el chofer se entere porque es mi vecino',
    'no entiendo. no quiero que el chofer sepa, me conoce',
  ])('is no word that the body reads: %s', words => {
    const talk = told(BUS, words);
    expect(talk.conversation.state.draft).toMatchObject({ privacy: 'confidential', description: [BUS] });
    expect(talk.last()?.text).toContain('no ve quién es usted');
  });

  it.each([
    'no quiero que el chofer sepa porque me amenazó con un machete',
    'no quiero que sepa, y además iba borracho',
    '¿el chofer va a saber?',
    'con reserva',
  ])('is not all that is said: %s', words => expect(onlyHidesFrom(words)).toBe(false));
});
