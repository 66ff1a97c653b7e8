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

describe('who does not want a body to read what they told', () => {
  const CASE = ['quiero quejarme que la oficina del MIDES en Colon no me resuelve lo del 120 a los 65', 'sí'];

  it.each([
    'no quiero que eso lo lea el mides! quítelo',
    'quítelo por favor',
    'no quiero que sepan lo otro',
    'que no lean lo de mi marido',
    'take that out please',
  ])('is shown what is read there, and nothing is added: %s', words => {
    const talk = told(...CASE, words);
    expect(talk.cases[0]?.description).toEqual([CASE[0]]);
    expect(talk.cases[0]?.privacy).toBe('normal');
    expect(talk.last()?.text).toMatch(/«quiero quejarme|“quiero quejarme/);
  });

  it.each(['no quiero que eso se quede así, que lo sepan todos', 'quiero que eso lo vea el alcalde'])(
    'is not who wants it known: %s',
    words => expect(told(...CASE, words).last()?.text).not.toContain('no lo puedo borrar por partes'),
  );

  it('has it left out of a report that is agreed to with it', () => {
    const talk = told(
      CASE[0] ?? '',
      'disculpe es que mi marido me pego anoche y no puedo ir en persona a la oficina',
      'si, y no ponga lo de mi marido por favor',
    );
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toEqual([CASE[0]]);
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('is hidden where it is who they are', () => {
    expect(told(...CASE, 'no quiero que sepan que fui yo').cases[0]?.privacy).toBe('confidential');
  });
});
