import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const BITE = ['un perro mordió a mi hijo en La Chorrera, el perro es de la calle', 'en el barrio El Hato'];

it.each([
  'sí mándelo. y la vacuna de la rabia es gratis en el centro de salud?',
  'sí, mándelo. ¿cuánto cuesta la vacuna?',
])('what the vaccine costs is asked at the health centre, and it is sent: %s', words => {
  const talk = told(...BITE, words);
  const text = talk.turns
    .at(-1)
    ?.replies.map(reply => reply.text)
    .join('\n');
  expect(text).toContain('Pregúntelo en el centro de salud');
  expect(talk.cases[0]?.description).toEqual([BITE[0]]);
});

it('asked before the place is told, it is answered with the care', () => {
  const [first = ''] = BITE;
  expect(told(first, 'la vacuna es gratis?').turns.at(-1)?.replies[0]?.text).toContain('si la vacuna');
});

it('but not of another vaccine', () => {
  const talk = told('no hay vacunas en el centro de salud de Burunga, Arraiján', 'sí. ¿la vacuna es gratis?');
  expect(
    talk.turns
      .at(-1)
      ?.replies.map(({ text }) => text)
      .join(),
  ).not.toContain('contra la rabia se cobra');
});
