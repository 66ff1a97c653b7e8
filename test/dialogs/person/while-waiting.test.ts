import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const GARBAGE = 'no pasan a recoger la basura en Villa Zaita';

describe('a report that is refused with the wish for a person', () => {
  it.each(['no mande otra, mejor espero a la persona', 'no mande nada, quiero hablar con una persona'])(
    'is gone, and not offered again: %s',
    words => {
      const talk = told(GARBAGE, words, 'gracias', 'seguir');
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).not.toMatch(/Envío|voy a enviar/);
      expect(talk.cases).toEqual([]);
    },
  );

  it('stays where only a person is wanted', () => {
    expect(told(GARBAGE, 'quiero hablar con una persona').conversation.state.draft).not.toBeNull();
  });
});

describe('who went on with the bot', () => {
  it.each(['y la persona que me iba a escribir ya no me va a escribir?', 'la persona ya no me escribe?'])(
    'is told that no person writes any more: %s',
    words => {
      const talk = told('quiero hablar con una persona', 'seguir', GARBAGE, 'sí', words);
      expect(talk.last()?.text).toContain('ya no le va a escribir');
      expect(talk.conversation.mode).toBe('bot');
    },
  );
});

describe('who waits for a person and asks what their case says', () => {
  it.each(['que dice el reporte?', 'y el reporte lleva el nombre de mi mama?'])(
    'is told from the record: %s',
    words => {
      const talk = told(GARBAGE, 'sí', 'persona', words);
      expect(talk.turns.at(-1)?.replies[0]?.text).toContain(GARBAGE);
      expect(talk.last()?.text).toContain('«seguir»');
      expect(talk.conversation.mode).toBe('waiting');
    },
  );
});

describe('who looks for a case that was made by telephone', () => {
  it('is told where it is looked for, and no reply comes twice', () => {
    const talk = told(
      'llame al 311 por la basura y quiero saber en que va mi caso',
      'me dieron un numero pero no lo encuentro, fue en Villa Zaita, Las Cumbres',
      'de la basura le digo, pero yo no quiero poner otra queja, quiero saber que paso con la que ya puse',
    );
    const texts = talk.turns.map(({ replies }) => replies.at(-1)?.text ?? '');
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toContain('«persona»');
    expect(talk.conversation.state.draft).toBeNull();
  });
});
