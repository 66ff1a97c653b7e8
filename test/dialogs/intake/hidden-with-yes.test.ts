import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const NOISE = 'mi vecino pone musica hasta las 3 de la mañana en Calle 10, Vista Alegre, Arraiján';
const BOTH = `${NOISE}, y además el alumbrado de la calle está dañado`;
const SCHOOL = 'no hay agua en la escuela República de Haití, en Calidonia';

describe('a yes with the wish that somebody must not learn of it', () => {
  it.each([
    'si pero el vecino no debe saber q fui yo, es bravo',
    'sí, pero que no salga mi nombre por favor',
    'sí, pero no le digan que fui yo, porque es mi jefe',
    'si pero no ponga mi nombre',
    "yes, but don't tell him it was me",
  ])('is sent in reserve, and said so: %s', words => {
    const talk = told(NOISE, words);
    expect(talk.cases[0]).toMatchObject({ privacy: 'confidential', description: [NOISE] });
    expect(talk.last()?.text).toMatch(/^(?:Va con reserva|It is confidential)/);
  });

  it('goes on with what waits behind it', () => {
    const talk = told(BOTH, 'si pero el vecino no debe saber q fui yo, es bravo. y lo de la luz?');
    expect(talk.cases[0]?.privacy).toBe('confidential');
    expect(talk.last()?.text).toContain('alumbrado');
  });

  it.each(['sí, ¿el vecino va a saber que fui yo?', 'no, el vecino no debe saber que fui yo'])(
    'but nothing is sent where it is asked, or not agreed to: %s',
    words => {
      expect(told(NOISE, words).cases).toEqual([]);
    },
  );
});

describe('an order to add to what was filed, with the same wish', () => {
  it.each([
    'tambien agregue que son 120 niños y los mandan a la casa a las 10 am. y que mi nombre no salga x favor, la directora se molesta',
    'agregue que son 120 niños, y que mi nombre no salga',
    'póngale que son 120 niños y que no digan que fui yo',
  ])('does both, and the wish is no word of it: %s', words => {
    const talk = told(SCHOOL, 'sí', words);
    expect(talk.cases[0]?.privacy).toBe('confidential');
    expect(talk.cases[0]?.description.at(-1)).toContain('120 niños');
    expect(talk.cases[0]?.description.at(-1)).not.toMatch(/nombre|fui yo|molesta/);
    expect(talk.last()?.text).toContain('no ve quién es usted');
  });

  it('but keeps as it is what is only added', () => {
    const talk = told(SCHOOL, 'sí', 'agregue que son 120 niños y que la directora no sale a hablar');
    expect(talk.cases[0]?.privacy).toBe('normal');
  });
});

it.each([
  'sí. Póngale también que la última cita era el 20 de noviembre y no le avisaron',
  'sí, y póngale que llamé tres veces y no contestaron',
])('what was not done to them is no denial of the summary: %s', words => {
  const talk = told('me cancelaron la cita en el hospital de Colón dos veces y no me dan nueva fecha', words);
  expect(talk.cases).toHaveLength(1);
});
