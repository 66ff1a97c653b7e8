import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const THEFT = 'me robaron el celular en el metro';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('asked which service it is', () => {
  it.each(['fue en la estacion albrook', 'en el vagón, ayer a las 5', 'fue hace una hora'])(
    'when and where it was is kept, and chooses none: %s',
    words => {
      const talk = told(THEFT, words);
      expect(draft(talk)).toMatchObject({ serviceId: null, description: [THEFT, words] });
      expect(talk.last()?.asks).toBe('agency');
    },
  );

  it.each(['qué diferencia hay', '¿a quién le toca?', 'como recupero mi celular'])(
    'what is asked back is no answer, and is not added: %s',
    words => {
      const talk = told(THEFT, words);
      expect(draft(talk)).toMatchObject({ serviceId: null, description: [THEFT] });
      expect(talk.last()?.asks).toBe('agency');
    },
  );

  it.each([
    ['la primera', 'crime-report'],
    ['fue un delito', 'crime-report'],
    ['el metro', 'metro-service'],
  ])('%s is an answer', (words, serviceId) => {
    expect(draft(told(THEFT, words))).toMatchObject({ serviceId });
  });
});
