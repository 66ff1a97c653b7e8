import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const POLE = 'se cayo un poste de luz en la calle 5 de chitre';
const RIVER = 'el rio se esta desbordando y va a entrar a las casas en pacora';
const FIRE = 'hay un incendio en una casa en arraijan, vista alegre';
const BEATEN = 'mi marido me esta pegando';

describe('what makes a danger, denied after its numbers', () => {
  it.each([
    [POLE, 'no hay cables pelados, nadie herido'],
    [POLE, 'no hay heridos ni chispas'],
    [RIVER, 'nadie esta herido, es el rio'],
    [RIVER, 'nobody is hurt'],
  ])('%s: %s goes on with the report, and gives no numbers', (danger, words) => {
    const { state } = told(danger, words).conversation;
    expect(isWarned(danger, words)).toBe(false);
    expect(state.draft?.description).toEqual([danger, words]);
  });

  it.each([
    'q heridos? nadie ta herido. es del sr chema, el dueño',
    'que heridos? no hay ninguno, es un caballo amarillo',
    'cuales muertos? nadie ta muerto, es un caballo',
  ])('thrown back is told, and nothing asked of the body: %s', words => {
    const talk = told('hay un caballo suelto en la via en penonome', 'si', words);
    expect(talk.last()?.text).toMatch(/^Lo agregué/);
    expect(isWarned('hay un caballo suelto en la via en penonome', 'si', words)).toBe(false);
  });

  it('is no more an alarm where it was that danger, and is one where it was another', () => {
    expect(told(POLE, 'no hay cables pelados, nadie herido').conversation.reason).toBeNull();
    expect(told(RIVER, 'nadie esta herido, es el rio').conversation.reason).toBe('danger');
  });

  it('is added to what was read back, and to the case that was filed', () => {
    const words = 'no hay cables pelados, nadie herido';
    expect(told(POLE, 'si', words).conversation.state.draft?.description).toContain(words);
    expect(isWarned(POLE, 'si', words)).toBe(false);
    const { cases } = told(POLE, 'si', 'si', words);
    expect(cases.map(c => c.description)).toEqual([[POLE, words]]);
  });

  it.each([
    [POLE, 'no hay cables pelados, pero hay un herido'],
    [POLE, 'nadie herido pero un cable esta echando chispas'],
    [POLE, 'no hay heridos graves, hay dos heridos'],
    [RIVER, 'nadie esta herido pero mi vecino no respira'],
    [FIRE, 'no hay bomberos y la casa se esta quemando'],
  ])('%s: %s tells a danger, and the numbers are given', (danger, words) => {
    expect(isWarned(danger, words)).toBe(true);
  });

  it('makes no report of who is beaten', () => {
    const talk = told(BEATEN, 'no hay nadie herido');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation.reason).toBe('danger');
  });
});

describe('who says that nobody is in danger', () => {
  it.each([
    [
      "There's a quebrada behind her house and somebody is dumping cerdo waste, huele horrible",
      "no no, nobody is in danger, it's just the smell and the water, the kids play there. yes make the report",
    ],
    ['no hay agua en Samaria, San Miguelito', 'nobody is in danger, yes send it'],
  ])('is told no numbers, and the report goes on: %s, %s', (first, words) => {
    expect(isWarned(first, words)).toBe(false);
    const talk = told(first, words);
    expect(talk.cases.length + (talk.conversation.state.draft === null ? 0 : 1)).toBe(1);
  });

  it('is told them where a danger stands beside it', () => {
    expect(
      isWarned('no hay luz en la calle 5 de Chitre', 'nadie esta en peligro pero mi esposo me pega'),
    ).toBe(true);
  });
});

describe('help that came', () => {
  it.each(['bomberos ya estan aqui', 'los bomberos ya llegaron', 'la policia ya esta aqui gracias'])(
    'is heard, and is no report: %s',
    words => {
      const talk = told(FIRE, words);
      expect(isWarned(FIRE, words)).toBe(false);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.turns.at(-1)?.replies[0]?.text).toContain('Qué bueno que ya le atienden');
    },
  );
});
