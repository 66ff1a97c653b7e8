import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const PERSON = 'quiero hablar con una persona por favor';

describe('who waits for a person and would rather go on with the bot', () => {
  it.each([
    'pero ya le dije que quiero seguir contigo, no con la persona',
    'prefiero hacerlo contigo',
    'mejor lo hago con usted',
  ])('does: %s', words => {
    expect(told(PERSON, words).conversation.mode).toBe('bot');
  });

  it('does in English', () => {
    expect(told('i want to talk to a person', "i'd rather do it with you").conversation.mode).toBe('bot');
  });

  it('is heard with what is told beside it', () => {
    const talk = told(PERSON, 'bueno mejor lo hago contigo, no hay agua en Chilibre desde ayer');
    expect(talk.conversation.state.draft?.serviceId).toBe('no-water');
  });
});

describe('anger after filing', () => {
  it('is met calmly, and nothing is asked of who has told it all', () => {
    const talk = told('no hay agua en Chilibre', 'sí', 'eres un robot inútil');
    expect(talk.last()?.text).toMatch(/Entiendo su molestia[\s\S]*Su caso 311-.* sigue su curso/);
    expect(talk.last()?.asks).toBe('none');
  });
});

describe('who does not know whether this is the place', () => {
  it.each(['es que no sé si es aquí', 'hola, no sé si esto les toca a ustedes'])(
    'is asked what it is: %s',
    words => {
      expect(said(words)).toContain('Cuénteme qué pasa');
    },
  );

  it('is asked in English too', () => {
    expect(said("I'm not sure if this is the right place")).toContain('Tell me what is happening');
  });
});
