import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const BRIBE = 'quiero denunciar que un funcionario del municipio de Arraiján me pidió coima';
const draft = (talk: Talk) => talk.conversation.state.draft;
const isAsked = (talk: Talk) => talk.last()?.asks === 'privacy';

describe('asked how a denuncia is to be kept', () => {
  it.each([
    'no me importa',
    'usted decida',
    'como usted diga',
    'la que sea',
    'escoja usted',
    'la más segura',
    'you choose',
  ])('who leaves it to the desk has the safer way, and is told: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)).toMatchObject({ privacy: 'confidential', summarised: true, description: [BRIBE] });
    expect(talk.last()?.text).toMatch(/con reserva; si la prefiere|confidential; if you want/);
  });

  it.each(['no me importa, ponga mi nombre', 'usted sabe, con mi nombre'])(
    'who says it beside is heard: %s',
    words => {
      expect(draft(told(BRIBE, words))?.privacy).toBe('normal');
    },
  );

  it.each(['que me recomienda', 'qué me aconseja', 'cual es mejor', 'cuál me conviene', 'qué es anónima'])(
    'is told what each way means: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/Las dos le protegen/);
      expect(isAsked(talk)).toBe(true);
    },
  );

  it.each(['sí', 'no', 'ya', 'claro', 'está bien'])(
    'a bare word chooses none, and is asked so that the next does: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/^¿Quiere que la entidad vea quién es usted\?/);
      expect(draft(talk)?.privacy).toBeNull();
    },
  );

  it.each([
    ['sí', 'normal'],
    ['no', 'confidential'],
    ['anónima', 'anonymous'],
    ['mejor con reserva', 'confidential'],
    ['no sé', 'confidential'],
  ])('to that %s is an answer', (words, privacy) => {
    expect(draft(told(BRIBE, 'sí', words))).toMatchObject({ privacy, summarised: true });
  });

  it.each(['¿eso es seguro?', 'y ustedes me garantizan eso?', 'pueden rastrear mi ip', 'is it safe?'])(
    'is told how safe it is: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/cifrado|encrypted/);
      expect(isAsked(talk)).toBe(true);
      expect(draft(talk)?.description).toEqual([BRIBE]);
    },
  );

  it.each(['pero si es anonima como me entero', 'si es anónima, ¿dónde veo la respuesta?'])(
    'is told how an anonymous one is followed: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/\/caso.*número y el PIN/s);
      expect(draft(talk)?.privacy).toBeNull();
    },
  );

  it('is told where one in reserve is answered', () => {
    expect(told(BRIBE, 'si es con reserva me contestan?').last()?.text).toMatch(/le llegan por este chat/);
  });

  it.each(['y si me descubren', 'quien ve eso', 'quien ve el caso', 'y si se dan cuenta de que fui yo'])(
    'is told who reads it, and nothing of that is added: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/solo lo leen ANTAI y el 311/);
      expect(draft(talk)?.description).toEqual([BRIBE]);
      expect(isAsked(talk)).toBe(true);
    },
  );

  it.each(['y si me botan', '¿me pueden botar?'])('is told what is not known of their work: %s', words => {
    expect(told(BRIBE, words).last()?.text).toMatch(/Qué pasaría en su trabajo/);
  });

  it.each(['y si después quiero dar mi nombre', 'puedo cambiar después?'])(
    'is told that it can be changed: %s',
    words => {
      const talk = told(BRIBE, words);
      expect(talk.last()?.text).toMatch(/^Sí: puede/);
      expect(draft(talk)?.place?.text).toBe('Arraiján');
    },
  );

  it.each(['es el jefe de compras', 'también le pidió a mi hermano', 'me pidió 50 dólares'])(
    'what they tell instead is kept: %s',
    words => {
      expect(draft(told(BRIBE, words))?.description).toEqual([BRIBE, words]);
    },
  );

  it('the second way is the one that was named second', () => {
    expect(draft(told(BRIBE, 'la segunda'))?.privacy).toBe('anonymous');
  });
});
