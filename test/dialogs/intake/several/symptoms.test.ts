import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told } = await openTalks();

const REFUSE = ['la basura no la recogen hace un mes', 'Arraijan, Vista Alegre'];

describe('what comes of a matter', () => {
  it.each([
    'la basura no la recogen hace un mes, hay moscas y ratas',
    'no pasa el camion de la basura hace 3 semanas y hay ratas y mal olor en toda la calle',
    'hay ratas en mi edificio y no recogen la basura',
    'el lote baldio esta lleno de monte, hay ratas y culebras',
    'garbage not collected for a month, there are flies and rats',
  ])('is no other matter: %s', words => {
    const { later, awaits } = told(words).conversation.state;
    expect(later).toEqual([]);
    expect(awaits?.ask).not.toBe('split');
  });

  it('tells where it all is', () => {
    const { draft } = told('no recogen la basura y hay ratas en Betania').conversation.state;
    expect(draft).toMatchObject({ serviceId: 'garbage-not-collected', place: { corregimiento: 'Betania' } });
  });

  it.each(['hay moscas y ratas', 'y tambien hay moscas y ratas'])(
    'is more of it at the summary: %s',
    words => {
      const { state } = told(...REFUSE, words).conversation;
      expect(state.later).toEqual([]);
      expect(state.draft?.description.at(-1)).toContain('ratas');
      expect(told(...REFUSE, words).last()?.text).not.toContain('otro asunto');
    },
  );

  it('goes along with a yes', () => {
    const talk = told(...REFUSE, 'si, y hay ratas y mal olor');
    expect(talk.cases[0]?.description.at(-1)).toContain('ratas');
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('is added once it was filed', () => {
    const talk = told(...REFUSE, 'si', 'hay moscas y ratas');
    expect(talk.cases[0]?.description.at(-1)).toContain('ratas');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'no recogen la basura y la luminaria esta quemada',
    'no recogen la basura y hay un hueco en la calle',
    'no hay agua y el semaforo esta dañado',
  ])('is none of two matters: %s', words => {
    expect(told(words).conversation.state.later).toHaveLength(1);
  });
});
