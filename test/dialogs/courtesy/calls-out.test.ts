import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('who only calls out', () => {
  it.each([
    '311?',
    'alo',
    'hay alguien ahi',
    '¿me escuchan?',
    'hablo con el 311?',
    'hola, hay alguien?',
    'is anybody there?',
  ])('is greeted, and given to nobody: %s', words => {
    const talk = told(words);
    expect(talk.last()?.asks).toBe('description');
    expect(talk.last()?.text).toMatch(/Cuénteme|Tell me/);
    expect(talk.last()?.text.match(/asistente automático/g)?.length ?? 0).toBeLessThan(2);
    expect(talk.conversation.mode).toBe('bot');
  });

  it('reads again what was asked', () => {
    const talk = told('no hay agua', 'hay alguien ahí?');
    expect(talk.last()).toMatchObject({ asks: 'place' });
    expect(talk.last()?.text).toContain('aquí sigo');
  });

  it.each(['hay alguien ahi o es pura grabadora', 'necesito que alguien me atienda'])(
    'is given a person who wants one: %s',
    words => {
      expect(told(words).conversation.mode).toBe('waiting');
    },
  );
});
