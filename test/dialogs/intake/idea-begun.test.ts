import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const PARK =
  'theres an empty lot in El Cangrejo next to Via Argentina and I would like the city to make it a small park for dogs and kids';
const HOLE = 'hay un hueco en la via principal de Tocumen';
const holder = (...words: string[]) => told(...words, 'sí').cases[0]?.holder?.agencyId;

describe('an idea that is announced with the question whether this is the place', () => {
  it.each([
    'hi, i have an idea for a park in my neighborhood, is this the place?',
    'hola tengo una idea para un parque, es aqui?',
  ])('is at the right place, and asked for: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toMatch(/Sí, aquí mismo|Yes, right here/);
    expect(talk.conversation.state.awaits?.ask).toBe('description');
    expect(talk.conversation.state.draft?.description.join(' ')).not.toContain('?');
  });
});

describe('the body of a report', () => {
  it.each(['with my details is fine', 'with my name is ok'])(
    'is not changed by how it is to be kept: %s',
    words => {
      const talk = told(PARK, words);
      expect(talk.last()?.text).toContain('In charge: Municipio de Panamá');
      expect(talk.conversation.state.draft?.privacy).toBe('normal');
      expect(talk.conversation.state.draft?.description).toEqual([PARK]);
    },
  );

  it('is the one that it said before, where they want that again', () => {
    const words = 'que es eso? antes decia MOP, deberia ser el MOP';
    expect(said(HOLE, 'cambielo al municipio de Panama', words)).toContain('Lo atiende: MOP');
    expect(holder(HOLE, 'cambielo al municipio de Panama')).toBe('mun_panama');
  });
});
