import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const DRUGS =
  'en el apartamento de al lado venden droga, es en el multi de curundu, edificio 7. me da miedo que se enteren';
const CORNER = 'en la casa 45 de la calle 5 de Chepo venden droga. con reserva';

describe('the door that is not to be named', () => {
  it.each([
    'ok mandelo pero sin el numero del edificio, mejor ponga solo curundu',
    'ok mandelo pero sin el numero del edificio mejor ponga solo curundu',
    'mándelo sin el edificio',
    'sí, pero sin el edificio',
    'pero no ponga el edificio',
    'mándelo, pero no mencione el edificio',
    'mándelo pero no diga en qué edificio es',
    'quítele el número del edificio y mándelo',
    'mándelo sin la dirección exacta',
    'mándelo, pero lo del edificio no',
    'mándelo pero el edificio no',
    'mándelo pero que no salga el edificio',
    'no quiero que pongan el edificio',
    'que no diga edificio 7 por favor',
  ])('stands neither in the place nor in the words, and nothing is sent: %s', words => {
    const talk = told(DRUGS, words);
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.last()?.text).not.toContain('edificio');
    expect(
      JSON.stringify([talk.conversation.state.draft?.place, talk.conversation.state.draft?.description]),
    ).not.toMatch(/edificio|\b7\b/);
    expect(talk.conversation.state.draft?.place?.text).toMatch(/curund[uú]/iu);
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('venden droga');
  });

  it('goes with the street, where both are not to be named', () => {
    const draft = told(CORNER, 'no mencione la casa ni la calle por favor').conversation.state.draft;
    expect(draft?.place?.text).toBe('Chepo');
    expect(draft?.description[0]).toBe('en Chepo venden droga. con reserva');
  });

  it.each(['mándelo sin la casa', 'pero sin la casa'])('leaves a place that still reads: %s', words => {
    const draft = told(CORNER, words).conversation.state.draft;
    expect(draft?.place?.text).toBe('la calle 5 de Chepo');
    expect(draft?.description[0]).toBe('en la calle 5 de Chepo venden droga. con reserva');
  });

  it('is taken out in English too', () => {
    const talk = told(
      'They sell drugs in Curundu, building 7. confidential',
      'confidential',
      'send it but without the building number',
    );
    expect(talk.cases).toEqual([]);
    expect(JSON.stringify(talk.conversation.state.draft)).not.toMatch(/building/);
  });

  it.each(['sí, mándelo sin falta', 'mándelo sin mi nombre'])(
    'is no other thing to be without: %s',
    words => {
      const talk = told('hay un hueco en la calle 3 de Chepo, casa 45', words);
      expect(talk.cases[0]?.place?.text).toBe('calle 3 de Chepo, casa 45');
    },
  );
});

describe('the place that shall stand alone', () => {
  it.each([
    ['ponga solo Curundú', 'Curundú'],
    ['mejor solo ponga curundu', 'curundu'],
    ['sí, mándelo, solo ponga Curundú', 'Curundú'],
    ['en el lugar deje solo curundu por favor', 'curundu'],
    ['el lugar está mal escrito, es solo el multi de curundu', 'el multi de curundu'],
    ['just put Curundu', 'Curundu'],
  ])('takes the place of the whole, and is shown: %s', (words, place) => {
    const talk = told(DRUGS, words);
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft?.place?.text).toBe(place);
    expect(talk.conversation.state.draft?.serviceId).toBe('drugs');
  });

  it('is said not to have changed the words, which still name the door of who hides', () => {
    expect(told(DRUGS, 'ponga solo Curundú').last()?.text).toContain('todavía dice «edificio 7»');
  });
});
