import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en la calle 5, Azuero, en David';

describe('a part of the place that is of something else', () => {
  it.each([
    ['el Azuero es del nombre del bus, no es de la dirección', 'calle 5, David'],
    ['Azuero no es parte de la dirección', 'calle 5, David'],
    ['lo de Azuero no va en el lugar', 'calle 5, David'],
  ])('stands there no more: %s', words => {
    expect(told(HOLE, words).conversation.state.draft?.place?.text).not.toMatch(/azuero/i);
  });

  it('is added where it does not stand there', () => {
    const { draft } = told(HOLE, 'el 6 es de los carros dañados, no es de la dirección').conversation.state;
    expect(draft?.place?.text).toMatch(/calle 5/i);
    expect(draft?.description.join(' ')).toContain('carros dañados');
  });

  it.each(['el lugar es calle 5 nada más', 'no entiendo ese lugar. el lugar es calle 5 nada más'])(
    'goes where only the rest is to stand: %s',
    words => {
      expect(told(HOLE, words).conversation.state.draft?.place?.text).toBe('calle 5');
    },
  );

  it('is asked about where it is denied alone', () => {
    const talk = told('no recogen la basura en Cerro Viento', 'no es para allá, no vivo en Cerro Viento');
    expect(talk.conversation.state.draft?.place).toBeNull();
    expect(talk.conversation.state.awaits?.ask).toBe('place');
  });
});
