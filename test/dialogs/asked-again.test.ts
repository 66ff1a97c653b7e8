import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told } = await openTalks();
const WATER = 'no hay agua en tocumen, calle 5';
const WHOLE = 'Esto voy a enviar:';
const BRIEF = '¿Envío el reporte «No llega el agua» como se lo mostré?';

describe('a summary that was shown a moment ago', () => {
  it.each(['¿cuánto se demoran?', '¿esto cobran?'])('is asked about in a line after %s', words => {
    const talk = told(WATER, words);
    expect(talk.last()?.text).toContain(BRIEF);
    expect(talk.last()?.text).not.toContain(WHOLE);
    expect(talk.last()).toMatchObject({ asks: 'confirm', choices: told(WATER).last()?.choices });
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
  });

  it.each([
    ...['es en la calle 7', 'con reserva', 'no entiendo', 'sigamos con lo del agua'],
    // What was added is seen in it.
    'es que ya van tres meses así',
  ])('is shown again after %s', words => {
    expect(told(WATER, words).last()?.text).toContain(WHOLE);
  });

  it('is shown again to who comes back after a while', () => {
    const talk = told(WATER);
    talk.wait(31 * 60_000);
    talk.say('¿cuánto se demoran?');
    expect(talk.last()?.text).toContain(WHOLE);
  });

  it('is shown whole behind a danger', () => {
    expect(told(WATER, 'auxilio me están robando').last()?.text).toContain(WHOLE);
  });
});
