import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, draftOf } = await openTalks();

describe('a few words that tell no matter', () => {
  it.each([
    'es urgente',
    'quiero hablar contigo',
    'estoy molesto',
    'qué lento todo',
    'hable claro',
    'estoy cansado',
    'quiero quejarme fuerte',
    'qué calor',
    'habla español?',
    'para eso es esto?',
  ])('begin no report of some service: %s', words => {
    const talk = told(words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.choices ?? []).toEqual([]);
  });

  it('tell none where it is asked what happens', () => {
    const draft = draftOf('quiero poner una queja', 'es urgente');
    expect(draft?.description).toEqual([]);
    expect(draft?.serviceId).toBeNull();
  });

  it.each([
    'la luz',
    'basura',
    'hueco',
    'mucho ruido',
    'necesito medicina',
    'tengo hambre',
    'la escuela',
    'me botaron',
    'vasura',
    'un hueko enorme',
    'queja del IDAAN',
    'taxi malo',
    'broken light',
    'loud music',
  ])('begin one with a word of it: %s', words => {
    expect(draftOf(words)?.description).toEqual([words]);
  });
});
