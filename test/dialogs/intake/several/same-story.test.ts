import { describe, expect, it } from 'vitest';
import { withoutSetting } from '../../../../src/dialogs/intake/several/same-matter.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();

const PENSION = 'a mi mamá no le han pagado la pensión de la caja';
const WAGES = 'me despidieron y no me pagaron las vacaciones';
const MEDICINE = 'no hay medicinas para mi papá en la caja';

describe('where somebody of the story is paid, works, lives or was treated', () => {
  it.each([
    [PENSION, 'ella cobra en el banco nacional de penonomé, es desde septiembre que no le llega', 'penonom'],
    [PENSION, 'a ella le depositan en el banco nacional de Santiago', 'Santiago'],
    [WAGES, 'trabajaba en un hotel en playa blanca, río hato', 'playa blanca'],
    [WAGES, 'laboré en el aeropuerto de Tocumen', 'Tocumen'],
    [MEDICINE, 'a él lo atienden en la policlínica de Betania', 'Betania'],
    ['my employer did not pay my last salary', 'I worked at a restaurant in Bocas town', 'Bocas town'],
  ])('is no second matter: %s | %s', (first, words, place) => {
    const { state } = told(first, words).conversation;
    expect(state.later).toEqual([]);
    expect(state.draft?.place?.text).toContain(place);
    expect(state.draft?.description).toEqual([first, words]);
  });

  it('is told once, though it is said again', () => {
    const { state } = told(
      PENSION,
      'ella cobra en el banco nacional de penonomé',
      'agrégale que es por el banco nacional de penonomé',
    ).conversation;
    expect(state.later).toEqual([]);
    expect(state.draft?.place?.text.match(/banco/g)).toHaveLength(1);
  });

  it.each([
    'trabajo en el hotel gran david y no me pagan el décimo',
    'trabajo en un hotel donde no pagan el décimo',
    'trabajo en un hotel, no me pagan el décimo tercer mes',
  ])('hides no other matter that is told with it: %s', words => {
    expect(told('no hay luz en la calle 5 de Santiago', words).conversation.state.later).toEqual([words]);
  });

  it.each([
    ['ella cobra en el banco nacional, es desde septiembre', 'es desde septiembre'],
    ['I worked at a hotel in Bocas', ''],
    ['cobra en el banco y no le pagan', 'cobra en el banco y no le pagan'],
    ['trabaja para que no le falte nada', 'trabaja para que no le falte nada'],
  ])('is left out, and nothing else: «%s»', (text, rest) => {
    expect(withoutSetting(text)).toBe(rest);
  });
});

describe('what they bid to add', () => {
  it.each([
    [PENSION, 'agrégale que es por el banco nacional'],
    [WAGES, 'agréguele que trabajaba en el hotel de la playa'],
    [WAGES, 'ponle que la empresa es de turismo'],
    [PENSION, 'por favor anote que la sucursal del banco nacional le cobró un cargo'],
    [WAGES, 'please add that the hotel never paid the social security'],
  ])('is added, whatever body it sounds like: %s | %s', (first, words) => {
    const talk = told(first, words);
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.conversation.state.draft?.description.at(-1)).toBe(words);
    expect(talk.cases).toEqual([]);
  });
});
