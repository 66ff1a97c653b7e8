import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const placeOf = (...words: string[]) => told(...words).conversation.state.draft?.place?.text;

describe('words beside a place that are none', () => {
  it('is what it smells of', () => {
    expect(
      placeOf(
        'hay un tubo roto de aguas negras corriendo por la calle de veracruz frente a la playa, huele horrible',
      ),
    ).toBe('calle de veracruz frente a la playa');
  });

  it.each([
    'en el barrio el llano, a la orilla del rio, ya paso el peligro, ella esta en mi casa',
    'en el barrio el llano, a la orilla del rio, ya pasó lo peor',
  ])('is that the danger is over: %s', words => {
    expect(placeOf('necesitan colchones y comida en chepo, se les metió el río', words)).toBe(
      'el barrio el llano, a la orilla del rio',
    );
  });

  it.each([
    'el metrobus de la ruta don bosco - albrook paso lleno y no paro',
    'el metrobús de la ruta Tocumen a Albrook no paró',
  ])('is the route that a bus runs: %s', words => {
    const talk = told(words);
    expect(talk.conversation.state.draft?.place).toBeNull();
    talk.say('en la parada de la 24');
    expect(talk.conversation.state.draft?.place?.text).toBe('la parada de la 24');
  });
});
