import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const NO_WATER = 'no hay agua en Las Mañanitas desde ayer';

describe('a case that was just filed', () => {
  it.each([
    'y eso cuanto tiempo se demoran?',
    'en cuanto tiempo me llaman?',
    'y cuando tienen que contestarme?',
    'when will they fix it?',
    'gracias, y si no me contestan?',
  ])('is due on a day that is told: %s', words => {
    expect(told(NO_WATER, 'sí', words).last()?.text).toMatch(/a más tardar el 2 de noviembre|by November 2/);
  });

  it.each(['cual era el numero? se me borro', 'numero de caso', 'me repite el número'])(
    'has a number that is told again: %s',
    words => {
      const talk = told(NO_WATER, 'sí', words);
      expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    },
  );

  it.each([
    'oiga yo no le dije que mandara nada',
    'quiero cancelarlo, no lo mande a nadie',
    'puede cancelarla?',
    'cancele eso por favor',
  ])('is taken back in plain words, once they agree: %s', words => {
    const asked = told(NO_WATER, 'sí', words);
    expect(asked.last()?.text).toContain('¿Lo retiro?');
    expect(told(NO_WATER, 'sí', words, 'si, canceladito').cases[0]?.status).toBe('withdrawn');
  });

  it.each(['si, ya pa q', 'sí, ya para qué', 'sí, ya no hace falta', 'sí, retírelo pues'])(
    'is taken back with a yes, whatever reason stands beside it: %s',
    words => {
      expect(told(NO_WATER, 'sí', 'cancele ese caso', words).cases[0]?.status).toBe('withdrawn');
    },
  );

  it.each(['sí, pero espere', 'sí, mejor déjelo abierto', 'sí, ¿y si vuelve?'])(
    'is not taken back by a yes with something against it: %s',
    words => {
      expect(told(NO_WATER, 'sí', 'cancele ese caso', words).cases[0]?.status).not.toBe('withdrawn');
    },
  );

  it('is shown to who asks whether it was taken back', () => {
    const talk = told(NO_WATER, 'sí', 'quiero retirar la queja', 'sí', 'entonces quedó cancelado?');
    expect(talk.last()?.text).toMatch(/retirad/i);
  });
});

it.each(['estado de mi caso 311-2026-004512', 'es el 311-2026-004512'])(
  'what only looks like the number of a case is said to be none: %s',
  words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('dígito');
    expect(talk.conversation.state.draft).toBeNull();
  },
);

describe('doubt at the summary', () => {
  it('keeps the report a while', () => {
    const talk = told(NO_WATER, 'no se si mandarlo, ellos conocen a mi tio');
    expect(talk.last()?.text).toContain('no lo envío todavía');
  });

  it('leaves it where they say that nothing is to be sent to the body', () => {
    const talk = told(NO_WATER, 'no quiero mandar nada al idaan');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toEqual([]);
  });

  it('is answered where it is about what happens when nobody answers', () => {
    expect(told(NO_WATER, 'y si no me contestan?').last()?.text).toMatch(/días hábiles.*«persona»/s);
  });
});

it('who wrote their name and wants it out has just that taken out', () => {
  const anonymous = ['un funcionario usa el carro oficial los domingos, soy Pedro Mora', 'anónima'] as const;
  const asked = told(...anonymous, 'yo escribi mi nombre arriba, no quiero que salga');
  expect(asked.conversation.state.draft?.description).toEqual([
    'un funcionario usa el carro oficial los domingos',
  ]);
  const again = told(...anonymous, 'borre mi nombre pues', 'sí');
  expect(again.cases[0]?.description).toEqual(['un funcionario usa el carro oficial los domingos']);
  expect(again.cases[0]?.privacy).toBe('anonymous');
});

it.each([
  'esto es anonimo o les sale mi numero?',
  'esto es un robot verdad?',
  'es verdad que mañana no hay clases?',
])('a question with no case begins none and wakes nobody: %s', words => {
  const talk = told(words);
  expect(talk.conversation.mode).toBe('bot');
  expect(talk.conversation.state.draft).toBeNull();
  expect(talk.conversation.state.awaits).toBeNull();
});

it('who will not send the thing leaves it', () => {
  const talk = told('hay un hueco en la calle 3 de Bethania', 'no voy a mandar esa vaina');
  expect(talk.conversation.state.draft).toBeNull();
});

describe('what only sounds like it', () => {
  it.each([
    ['no me dan el pasaporte en Vía España', 'fui a sacar mi cedula y tampoco pude'],
    ['Tigo me cobra de más en Betania', 'me quitaron el numero y no me lo devuelven'],
    ['no me dan la beca en Chitré', 'la profesora quiere borrar mi nombre de la lista'],
  ])('takes nothing out of a report: %s / %s', (first, then) => {
    expect(told(first, then).conversation.state.draft?.description).toContain(first);
  });

  it('is no wish to withdraw a case', () => {
    const talk = told(NO_WATER, 'sí', 'tengo un contrato con Tigo, quiero cancelarlo y no me dejan');
    expect(talk.last()?.text).not.toContain('¿Lo retiro?');
  });

  it('is no number of a case', () => {
    const talk = told('ya llamé al 311 6677-1234 y no vino nadie, el hueco sigue en la calle 3 de Bethania');
    expect(talk.last()?.text).not.toContain('dígito');
  });
});
