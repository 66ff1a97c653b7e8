import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();

describe('where somebody lives', () => {
  it.each([
    'mire es q en la calle de mi casa en david hay un hueco inmenso',
    'hay un hueco en la calle de atrás de mi casa en Santiago',
    'no recogen la basura en mi calle, San Miguelito',
    'no hay agua en la casa de mi mamá en Penonomé',
    'hay un hueco aquí en la esquina en Colón',
  ])('is found by nobody, and which part of the district is asked: %s', words => {
    const talk = told(words);
    expect(talk.last()).toMatchObject({ asks: 'place', text: expect.stringContaining('¿En qué parte de') });
  });

  it('is left out once the part is told', () => {
    const talk = told('en la calle de mi casa en david hay un hueco', 'en el barrio san josé');
    expect(talk.conversation.state.draft?.place?.text).toBe('el barrio san josé');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is not insisted on', () => {
    expect(told('en la calle de mi casa en david hay un hueco', 'no sé').last()?.asks).toBe('confirm');
  });

  it.each([
    'hay un hueco frente a mi casa en calle 8, La Chorrera',
    'no recogen la basura en mi calle en Cerro Viento, San Miguelito',
    'hay un hueco en la casa 24 de Las Lomas, David',
  ])('is no more asked where a spot is told: %s', words => expect(told(words).last()?.asks).toBe('confirm'));
});
