import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOW_LONG = 'cuanto se demora el pasaporte';

describe('how long a paper takes', () => {
  for (const words of [
    HOW_LONG,
    'en cuantos dias sale el pasaporte',
    'cuanto se tarda el pasaporte',
    'cuando me dan el pasaporte',
  ])
    it(`is a question, and no complaint of it: «${words}»`, () => {
      const talk = told(words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.choices?.map(({ label }) => label)).toContain('Renovación de pasaporte');
    });

  for (const words of [
    'el pasaporte se demora mucho, llevo 3 semanas',
    'cuando me dan el pasaporte? lo pedi hace 3 semanas',
  ])
    it(`is complained of by who waits: «${words}»`, () => {
      expect(told(words).conversation.state.draft?.serviceId).toBe('passport');
    });
});
