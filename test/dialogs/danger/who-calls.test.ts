import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const POLE = 'hay un poste a punto de caerse en la vía España, Bella Vista';
const HOLE = 'hay un hueco en la calle 5 de Betania';

describe('who asks whether they call or the desk does', () => {
  it.each([
    'si eso. oiga y el transito esta parao, yo llamo al 911 o ustedes?',
    'sí, mándelo. ustedes llaman a los bomberos o llamo yo?',
    'sí. ¿tengo que llamar yo a la policía o ustedes?',
    'yes, send it. do I call 911 or do you?',
  ])('calls themselves, has the numbers, and it is sent: %s', words => {
    const talk = told(POLE, words);
    const text =
      talk.turns
        .at(-1)
        ?.replies.map(reply => reply.text)
        .join('\n') ?? '';
    expect(text).toMatch(/Llame usted|call yourself/);
    expect(text).toContain('• 911');
    expect(talk.cases).toHaveLength(1);
  });

  it.each(['sí. yo llamo al IDAAN o ustedes?', 'sí. ¿me llaman ustedes o me escriben?'])(
    'but not of what is no danger: %s',
    words => {
      expect(
        told(HOLE, words)
          .turns.at(-1)
          ?.replies.map(({ text }) => text)
          .join(),
      ).not.toContain('Llame usted');
    },
  );
});

it.each(['ah ok ya llame gracias', 'ya llamé', 'listo, ya los llamé'])(
  'who says after it that they called is not asked whether it is solved: %s',
  words => {
    const talk = told(POLE, 'sí', words);
    expect(talk.last()?.text).toContain('Qué bueno que ya llamó');
    expect(talk.cases[0]?.description).toEqual([POLE]);
  },
);
