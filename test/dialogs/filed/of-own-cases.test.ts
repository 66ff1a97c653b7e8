import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const HOLE = 'un hueco en calle 12 rio abajo, ya daño mi carro';
const BOTH = [HOLE, 'si', 'tambien no recogen la basura ahi', 'si'];

describe('what is asked of the own cases', () => {
  it.each([
    'cual es el numero del hueco y cual el de la basura?',
    'q numero es el de la basura',
    'cuales son los numeros de mis casos?',
  ])('is which number which has: %s', words => {
    const talk = told(...BOTH, words);
    expect(talk.cases).toHaveLength(2);
    for (const { number } of talk.cases) expect(talk.last()?.text).toContain(number);
  });

  it('is no telephone of a body', () => {
    expect(told(...BOTH, 'cual es el telefono de la aaud?').last()?.text).not.toContain('311-');
  });

  it.each(['por que el mop?', 'y por qué ellos?'])(
    'is why that body has it, and nothing is added: %s',
    words => {
      const talk = told(HOLE, 'si', words);
      expect(talk.last()?.text).toContain('las calles y carreteras las repara Obras Públicas');
      expect(talk.cases[0]?.description).toEqual([HOLE]);
    },
  );

  it.each(['y si se vuelve a dañar?', 'y si mañana se daña otra vez abro otro caso o el mismo?'])(
    'is what to do if it happens again: %s',
    words => {
      const talk = told(HOLE, 'si', words);
      expect(talk.last()?.text).toContain('si su caso sigue abierto lo agrego a ese');
      expect(talk.cases).toHaveLength(1);
    },
  );

  it('is whether something was noted, asked a second time', () => {
    const talk = told(HOLE, 'si', 'le pregunte si quedo lo del carro');
    expect(talk.last()?.text).toContain('ya daño mi carro');
    expect(talk.cases[0]?.description).toEqual([HOLE]);
  });
});

it.each([
  'no sé, pase un puente y como 5 minutos despues, carril derecho',
  'si asi esta bien, solo q en el lugar quiten el nombre de ella',
  'la placa era 8T-1234 creo, y el chofer iba hablando por telefono',
])('what only a machine hears faintly in a few words of a talk is no danger: %s', words => {
  const replies = told('hay un hueco en la calle', words).turns.at(-1)?.replies ?? [];
  expect(replies.filter(reply => reply.class === 'emergency')).toEqual([]);
});

it.each([
  'quiero agregar que fue el viernes',
  'agregue que el señor se llama Rogelio',
  'puede añadir que eran dos?',
])('what is to be added to a case without a name begins no report: %s', words => {
  const talk = told('denuncia anonima: en el municipio de colon un inspector pide coima', 'sí', words);
  expect(talk.conversation.state.draft).toBeNull();
  expect(talk.last()?.text).toContain('en un solo mensaje el número, el PIN y lo que falta');
});
