import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FILED = ['hay una alcantarilla sin tapa en Villa Lucre', 'si', 'borren mis datos'];

describe('who is asked whether all is to be erased', () => {
  it.each([
    'si borre, pero me siguen contestando del caso?',
    'sí, ¿y me van a responder el caso?',
    'yes but will they still answer my case?',
  ])('and asks of the case with a yes is answered, and asked again: %s', words => {
    const talk = told(...FILED, words);
    expect(talk.turns.at(-1)?.erase).toBeUndefined();
    expect(talk.last()?.text).toMatch(/siguen su curso|go on at the public body/);
    expect(talk.conversation.state.awaits?.step).toBe('erase');
  });

  it.each(['le dije que SI, borre todo', 'ya le digo que si', 'I said yes, delete everything'])(
    'and says so again is erased: %s',
    words => {
      const talk = told(...FILED, 'si borre, pero me siguen contestando del caso?', words);
      expect(talk.turns.at(-1)?.erase).toBeDefined();
    },
  );

  it.each(['ya se borro todo?', '¿me borraron ya?', 'is everything deleted?'])(
    'and asks whether it is reads that it is not yet: %s',
    words => {
      const talk = told(...FILED, words);
      expect(talk.turns.at(-1)?.erase).toBeUndefined();
      expect(talk.last()?.text).toMatch(/todavía no está borrado|has not been erased yet/);
    },
  );
});

describe('whether all was erased, asked with nothing here', () => {
  it.each(['ya se borro todo?', 'ya borraron mis datos?', 'did you delete everything?'])(
    'is told what is known: %s',
    words => {
      expect(told(words).last()?.text).toMatch(/ya no están|they are gone/);
    },
  );

  it.each([
    'se borró la línea blanca de la calle 50',
    'borraron el paso de cebra en la calle 5 de rio abajo',
  ])('is no question of it: %s', words => {
    expect(told(words).last()?.text).not.toMatch(/ya no están|borrado/);
  });
});
