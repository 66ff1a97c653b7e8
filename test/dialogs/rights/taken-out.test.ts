import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DARK = 'no hay luz en mi calle, soy Ana y tengo 40 años, en Penonomé centro';

describe('what they told of themselves and want out again', () => {
  it.each(['borra mi edad', 'si pero q no digan mi edad mejor', 'quite lo de mi edad'])(
    'an age is taken out of the report: %s',
    text => {
      const { draft } = told(DARK, text).conversation.state;
      expect(draft?.description.join(' ')).toMatch(/no hay luz/);
      expect(draft?.description.join(' ')).not.toMatch(/40|edad/);
    },
  );

  it('a name makes them tell it again, whatever was asked', () => {
    const talk = told('no hay luz, soy Ana Pérez', 'borre mi nombre');
    expect(talk.conversation.state.draft?.description).toEqual([]);
    expect(talk.last()?.text).toContain('Cuéntemelo otra vez');
  });

  it('cannot be taken out of a case, which is said, and a person looks', () => {
    const talk = told(DARK, 'si', 'borra mi edad');
    expect(talk.last()?.text).toContain('no lo puedo borrar por partes');
    expect(talk.turns.at(-1)?.cases).toEqual([]);
    expect(talk.conversation.review).toBe(true);
  });
});
