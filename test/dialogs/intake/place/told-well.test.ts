import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();
const placeOf = (talk: Talk) => talk.conversation.state.draft?.place?.text;

describe('the words of a place', () => {
  it.each([
    [
      'el metrobus de la ruta Tocumen-Corredor Sur paso lleno y no paro 3 veces seguidas hoy en la mañana, llegue tarde a la U',
      'Tocumen-Corredor Sur',
    ],
    [
      'el semaforo de la entrada de david por el mall esta dañado y hay un tranque barbaro',
      'la entrada de david por el mall',
    ],
    [
      'hay un hueco en la entrada de Chitré frente al hospital que daña los carros',
      'la entrada de Chitré frente al hospital',
    ],
  ])('hold where it is, and neither what happens nor where they were going: %s', (words, where) => {
    expect(placeOf(told(words))).toBe(where);
  });

  it('stand once, however often they are told', () => {
    const talk = told(
      'un camion amarillo viene de noche a botar caliche y basura en la orilla del rio Zarzalillo',
      'que no salga mi nombre porfa',
    );
    expect(talk.last()?.text).toMatch(/^Va con reserva: .*\nNo encuentro «la orilla del rio Zarzalillo»/);
    talk.say('eso es en Bella Vista, por la Via Brasil, ciudad de panama');
    expect(placeOf(talk)?.match(/Zarzalillo/g)).toHaveLength(1);
    expect(placeOf(talk)).toMatch(/Bella Vista, por la Via Brasil/);
  });
});
