import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const LOST =
  "I lost my backpack in the metro line 2 yesterday, around 5 pm, it's blue. How can I get it back?";

it.each([
  [LOST, 'Metro de Panamá'],
  ['deje mi celular en el metro, a quien le pregunto?', 'Metro de Panamá'],
  ['se me quedo la cartera en el metrobus, donde la busco?', 'MiBus'],
])('who lost a thing on a ride is told whose it is, and asked whether to report it: %s', (words, body) => {
  expect(said(words)).toContain(body);
  expect(told(words).conversation.state.awaits?.step).toBe('also');
});

it.each(['Where can I go to ask for it? which station?', 'a quien le pregunto por ella?'])(
  'and the same of the case that was filed of it: %s',
  words => {
    const filed = [LOST, 'yes', 'yes'];
    expect(told(...filed).cases).toHaveLength(1);
    const talk = told(...filed, words);
    expect(talk.last()?.text).toMatch(/Metro de Panamá[\s\S]*(person|persona)/);
    expect(talk.cases[0]?.description).not.toContain(words);
  },
);

it('is of nobody who left something elsewhere', () => {
  expect(said('deje mi carro frente al metro, donde pago la multa?')).not.toContain('Metro de Panamá');
});
