import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const INSULIN = 'hi, the MINSA health center in Puerto Armuelles has no insulin for my wife';
const ROOF =
  'se moja el salon de cuarto grado en la escuela las lajitas en rio sereno, ayer se vino un pedazo del cielo raso';
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');

describe('what a life hangs on, and is running out', () => {
  it.each([
    'a mi mamá le quedan 3 días de insulina',
    'se me acaba la insulina mañana',
    'she has maybe 3 days of insulin left',
    'we are running out of her insulin',
  ])('is a danger that the numbers are told for, and stays a matter: %s', words => {
    expect(isWarned(words)).toBe(true);
    expect(isWarned(INSULIN, words)).toBe(true);
  });

  it.each(['se acabó la insulina en la feria de salud', 'cuanto cuesta la insulina'])(
    'is none where nobody lacks it: %s',
    words => {
      expect(told(words).turns.at(-1)?.replies.length).toBeGreaterThan(0);
      expect(told(words, 'no').cases).toEqual([]);
    },
  );

  it.each([
    'what should she do if it runs out before anyone answers? is there a hospital we can go to',
    '¿qué hace si se le acaba antes de que contesten?',
    'a que hospital podemos ir',
  ])('is not to wait for the answer, which is said at the summary and after filing: %s', words => {
    for (const before of [[INSULIN], [INSULIN, 'yes']]) {
      const talk = told(...before, words);
      expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/urgencias del hospital|emergency room/);
      expect(talk.cases[0]?.description ?? talk.conversation.state.draft?.description).toEqual([INSULIN]);
    }
  });

  it('stays with the body they named, whatever more is told of it', () => {
    const talk = told(INSULIN, 'no!! insulin. she is diabetic. without it she can die');
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'health-medicine' });
    expect(talk.last()?.text).toContain('In charge: MINSA');
  });
});

describe('the body they name, where something is missing', () => {
  it.each(['MINSA', 'it is the MINSA', 'I said MINSA'])('has the matter called as it is there: %s', words => {
    const talk = told('there is no insulin at the Seguro Social in Puerto Armuelles', words);
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'health-medicine' });
    expect(talk.last()?.text).toContain('In charge: MINSA');
  });
});

describe('what may fall, asked about', () => {
  it.each([
    'y si el techo se cae antes del 24 q hago, mando a mi hija o no?',
    '¿y si se cae el techo a quién llamo?',
  ])('is answered with what to do, and not with where the case stands: %s', words => {
    for (const before of [[ROOF], [ROOF, 'sí']]) {
      const talk = told(...before, words);
      expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/aleje a todos de ahí|911/);
      expect(talk.last()?.text).not.toMatch(/^Caso 311/);
    }
  });
});
