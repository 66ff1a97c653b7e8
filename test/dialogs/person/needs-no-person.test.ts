import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const waiting = (...then: string[]) => told('quiero hablar con una persona', ...then);

describe('who waits for a person', () => {
  it.each(['ya no', 'ya no hace falta', 'no gracias, ya no la necesito', 'ya resolví, gracias'])(
    'and needs none any more is let go: %s',
    words => {
      const talk = waiting(words);
      expect(talk.last()?.text).toContain('ya no le escribe ninguna persona');
      expect(talk.conversation.mode).toBe('bot');
    },
  );

  it.each(['ya no hay agua en mi casa', 'ya no aguanto el dolor'])(
    'and tells what is no more is still waiting: %s',
    words => {
      expect(waiting(words).conversation.mode).toBe('waiting');
    },
  );

  it('but was in danger is not let go', () => {
    const talk = told('mi marido me está pegando', 'quiero hablar con una persona', 'ya no');
    expect(talk.conversation.mode).toBe('waiting');
  });

  it('and thanks is welcome', () => {
    expect(waiting('gracias').last()?.text).toContain('Con gusto');
  });

  it.each(['hola', 'hay alguien', 'hola, hay alguien ahí'])('and calls out is answered: %s', words => {
    expect(waiting(words).last()?.text).toContain('Le va a escribir una persona');
  });

  it.each(['cual es el horario', 'horario de atención'])('and asks the hours is told them: %s', words => {
    expect(waiting(words).last()?.text).toContain('Hoy atienden hasta');
  });

  it.each(['me pueden llamar?', 'mejor me llaman', 'llámenme por favor'])(
    'and wants a call is promised none: %s',
    words => {
      expect(waiting(words).last()?.text).toContain('no se lo puedo asegurar');
    },
  );
});
