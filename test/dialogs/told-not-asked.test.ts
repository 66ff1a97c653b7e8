import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();

const BUS = 'el bus de la ruta de Chepo no paró en la parada del Rey en San Miguelito ayer';
const WATER = 'there is no water on calle 5 in San Miguelito since yesterday';
const words = (talk: ReturnType<typeof told>) => talk.conversation.state.draft?.description.join(' | ') ?? '';

describe('a number that is told at the summary', () => {
  it.each([
    [BUS, 'si envielo. el numero del bus es el 1432'],
    [BUS, 'sí, mándelo, el numero del bus es 1432'],
    [WATER, 'yes send it. the number of the bus is 1432'],
    [WATER, 'Yes, send it. The bus was the 1432'],
  ])('is sent with what is agreed to: %s', (first, said) => {
    const talk = told(first, said);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).toContain('1432');
  });

  it.each([
    [BUS, 'el numero del bus es el 1432'],
    [BUS, 'la placa del bus es 1432'],
    [WATER, 'the meter number is 1432'],
  ])('asks for no telephone: %s', (first, said) => {
    const talk = told(first, said);
    expect(words(talk)).toContain('1432');
    expect(talk.last()?.text).not.toMatch(/confirmad|confirmed/);
  });

  it('is asked for where it is asked for', () => {
    expect(told(BUS, 'el numero de la alcaldia de Panamá?').last()?.text).toMatch(/Teléfono|Página/);
    expect(told(BUS, '¿cuál es el número de MiBus?').last()?.text).toContain('MiBus');
  });
});

describe('who says that they are not asking', () => {
  it.each([
    [BUS, 'no le estoy preguntando, le digo q el bus q nos dejo fue el 1432, ponga eso'],
    [BUS, 'no es una pregunta, el numero del bus es el 1432'],
    [BUS, 'yo no pregunto nada, le estoy diciendo que fue el bus 1432. agréguelo'],
    [WATER, "I'm not asking you, I'm telling you the meter is 1432, put that"],
  ])('has it added, and is asked for the yes: %s', (first, said) => {
    const talk = told(first, said);
    expect(words(talk)).toContain('1432');
    expect(words(talk)).not.toMatch(/pregunt|asking|ponga|put that/);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.cases).toEqual([]);
  });

  it('leaves it where they leave it', () => {
    expect(told(BUS, 'no le pregunto nada, mejor no lo mande').conversation.state.draft).toBeNull();
  });

  it('gets no person for who was on the phone', () => {
    const talk = told(BUS, 'el chofer iba hablando por telefono');
    expect(talk.conversation.mode).toBe('bot');
  });
});
