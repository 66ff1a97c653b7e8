import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const WATER = 'no hay agua en Boquete, calle 3';

describe('who asks whom to call now, of what is being reported', () => {
  it.each(['y a quien llamo ahorita?', 'y si se muere?', 'dígame a quién le aviso ya'])(
    'reads the numbers before anything else: %s',
    words => {
      const talk = told(WATER, words);
      const [first] = talk.turns.at(-1)?.replies ?? [];
      expect(first).toMatchObject({ class: 'emergency', text: expect.stringContaining('911') });
      expect(talk.conversation.state.draft).not.toBeNull();
    },
  );

  it.each(['a quién llamo si no me contestan en quince días?', 'ya llamé a la compañía y nadie contesta'])(
    'is not who asks for later, or tells: %s',
    words => {
      const replies = told('no recogen la basura en Chepo centro', words).turns.at(-1)?.replies ?? [];
      expect(replies.filter(reply => reply.class === 'emergency')).toEqual([]);
    },
  );
});

describe('heard through a door, or told of a child', () => {
  it.each([
    'la oigo llorar pidiendo agua',
    'pide agua y nadie le abre',
    'mi hija me conto que el profesor de educacion fisica la toca',
    'es que la toca en sus partes',
    'mi jefe me amenazó con mandarme a matar',
  ])('gives the numbers: %s', words => {
    const replies = told(words).turns.at(-1)?.replies ?? [];
    expect(replies.some(reply => reply.class === 'emergency')).toBe(true);
  });
});

describe('words to be taken out', () => {
  const DRUGS =
    'venden droga en la casa de al lado, en samaria sector 4, como a 3 casas de la tienda el chinito, con reserva';
  const draft = (...words: string[]) => told(DRUGS, ...words).conversation.state.draft;

  it('go from the account and from the place, whatever reason stands behind', () => {
    const own = draft('si pero quita lo de la tienda del chinito, porq ahi saben quien vive cerca');
    expect(JSON.stringify(own)).not.toContain('chinito');
    expect(own?.description.join(' ')).toContain('venden droga');
  });

  it('are never the whole account where only the place is told', () => {
    const talk = told(DRUGS, 'quiero cambiar lo que dice');
    talk.say('san miguelito, samaria sector 4');
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('venden droga');
  });
});

it.each([
  'la policía puede decirle al vecino mi nombre?',
  'contésteme, ¿la policía le puede dar mi nombre, sí o no?',
])('gives no numbers to who fears that the police tell their name: %s', words => {
  const talk = told(
    'mi vecino pone música a todo volumen en Brisas del Golf, San Miguelito, calle 12',
    'si',
    words,
  );
  expect(talk.turns.at(-1)?.replies.some(reply => reply.class === 'emergency')).toBe(false);
  expect(talk.last()?.text).toMatch(/solo lo leen/);
});
