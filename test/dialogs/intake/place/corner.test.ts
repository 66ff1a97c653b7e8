import { describe, expect, it } from 'vitest';
import { withCorner } from '../../../../src/dialogs/intake/place/corner.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en la calle 8 de Santiago';

describe('the corner of a street that was told', () => {
  it.each([
    ['es calle 8 con avenida B', 'calle 8 con avenida B de Santiago'],
    ['la esquina de calle 8 y avenida B', 'la esquina de calle 8 y avenida B de Santiago'],
    ['si esta bien pero es calle 8 con avenida B', 'calle 8 con avenida B de Santiago'],
  ])('stands in the stead of the street: %s', (words, place) => {
    const talk = told(HOLE, words);
    expect((talk.cases[0] ?? talk.conversation.state.draft)?.place?.text).toBe(place);
  });

  it('is none of other streets, nor of one that has it already', () => {
    expect(withCorner('calle 8 de Santiago', 'calle 9 con avenida B')).toBeNull();
    expect(withCorner('calle 8 con avenida B', 'calle 8 con avenida B')).toBeNull();
    expect(withCorner('calle 80 de Colón', 'calle 8 con avenida B')).toBeNull();
  });
});
