import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const IDEA = ['tengo una sugerencia, que pongan puntos de reciclaje en chitre', 'si'];

describe('what goes wrong, told once something was proposed', () => {
  it.each([
    [
      'gracias. tambien en la calle aminta burgos el camion de la basura tiene dos semanas que no pasa',
      'garbage-not-collected',
      /calle aminta burgos/,
    ],
    [
      'tambien en la calle aminta burgos el camion de la basura tiene dos semanas que no pasa',
      'garbage-not-collected',
      /calle aminta burgos/,
    ],
    ['y ademas hay un hueco enorme en la calle cuarta', 'pothole', /calle cuarta/],
    ['y no hay agua hace tres dias', 'no-water', /^chitre$/i],
  ])('is a complaint of its own, at its own spot: %s', (words, serviceId, place) => {
    const talk = told(...IDEA, words);
    const { draft } = talk.conversation.state;
    expect(draft).toMatchObject({ kind: 'queja', serviceId });
    expect(draft?.place?.text).toMatch(place);
    expect(draft?.place?.district).toMatch(/chitr[eé]/i);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is more of the idea where they wish it', () => {
    const talk = told(...IDEA, 'y tambien que pongan mas zafacones en el parque');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description).toHaveLength(2);
  });
});
