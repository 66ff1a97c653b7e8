import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DATE = ['buenos días necesito una cita con el cardiólogo en la caja y no me la dan', 'si'];
const HOLE = [
  'hay un hueco grande en Las Mañanitas, calle principal frente a la abarrotería El Chinito',
  'si',
];

describe('what comes of a case', () => {
  it.each([
    '¿y esto me consigue la cita o solo es una queja?',
    'dígame si con esto me dan la cita',
    'no es otro problema, es una pregunta, me dan la cita o no',
    'con esto me devuelven la plata o no',
    'will this get me the appointment?',
  ])('is only for the body to give: %s', words => {
    const talk = told(...DATE, words);
    expect(talk.last()?.text).toMatch(/solo lo decide CSS|only CSS decides/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each([
    '¿y si el MOP dice que no es de ellos?',
    '¿y si salen con que eso no les toca?',
    'what if they say it is not theirs?',
  ])('goes to whom it belongs, and they need not go again: %s', words => {
    const talk = told(...HOLE, words);
    expect(talk.last()?.text).toMatch(/lo pasa a quien le corresponde|passes it on/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is asked before it is sent as well, and the summary stays', () => {
    const talk = told(HOLE[0] ?? '', 'con esto me arreglan la calle o solo es una queja?');
    expect(talk.last()?.text).toContain('solo lo decide MOP');
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(talk.cases).toHaveLength(0);
  });
});

describe('who says that it was sent already', () => {
  it.each([
    'no, ya ese lo habían mandado, no lo mande dos veces',
    'ya ese lo mandaron',
    'no lo envíe otra vez',
    "don't send it twice",
  ])('is told the one case, and nothing is added: %s', words => {
    const talk = told(...DATE, words);
    expect(talk.last()?.text).toMatch(/una sola vez, en el caso 311-|sent once, as case 311-/);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });
});

it('nobody with an anonymous report is told that its answer comes here', () => {
  const talk = told('venden droga en la casa de la esquina de calle 5, San Joaquín, Pedregal', 'anónima');
  const words = talk.say('¿y después qué pasa?').replies[0]?.text;
  expect(words).toContain('Aquí no le llegará la respuesta');
  expect(words).not.toContain('se lo escribo aquí');
});
