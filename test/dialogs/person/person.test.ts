import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

it.each([
  'quiero hablar con alguien',
  'necesito que me atienda una persona',
  'connect me to an operator',
  'páseme con un operador',
])('who asks for a person gets one: %s', words => {
  expect(told(words).conversation.mode).toBe('waiting');
});

it.each(['perdón, no es Bella Vista, es San Francisco', 'me equivoqué, es en Ancón'])(
  'who speaks of no person keeps the bot, whatever it sounds like: %s',
  words => {
    expect(told('hay un hueco en calle 50, Bella Vista', 'sí', words).conversation.mode).toBe('bot');
  },
);

describe('who tells what is wrong and how to be called about it', () => {
  it.each([
    'hay un hueco en la calle principal de Villa Lucre, que me llamen al 6677-8899',
    'ay un ueco grandote en villa lucre calle prinsipal y no ay luz desde ayer y q me llamen al 6677-8899',
    'no hay agua en Betania, llámenme al 66778899',
  ])('makes a report: %s', words => {
    const talk = told(words);
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.conversation.state.draft).not.toBeNull();
  });

  it('is given to one where nothing is told', () => {
    expect(told('quiero que me llame alguien al 6677-8899').conversation.mode).toBe('waiting');
  });
});

describe('who waits for a person', () => {
  it.each([
    'es por mi jubilacion que no ha llegado',
    'mi telefono es 6612-3344',
    'bueno, 6612-3344 llamen mañana',
  ])('has what they tell more of noted: %s', text => {
    const talk = told('quiero hablar con una persona', 'sobre mi jubilacion', text);
    expect(talk.last()?.text).toContain('Anotado');
    expect(talk.conversation.mode).toBe('waiting');
  });

  it('is not talked to for a mere word', () => {
    const talk = told('quiero hablar con una persona', 'sobre mi jubilacion', 'ok');
    expect(talk.turns.at(-1)).toMatchObject({ replies: [], silence: 'person' });
  });
});
