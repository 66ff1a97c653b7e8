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

  it('a name in words of its own goes with them', () => {
    const talk = told('no hay luz, soy Ana Pérez', 'borre mi nombre');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay luz']);
  });

  it('a name makes them tell it again, whatever was asked', () => {
    const talk = told('no hay luz en la casa de Ana Pérez', 'borre mi nombre');
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

describe('what they name and want out of a case', () => {
  const WAGES = [
    'mi jefe no me paga las vacaciones, trabajo en una panadería en David y no tengo papeles',
    'sí',
    '¿y hasta cuándo tengo para reclamar?',
  ];

  it.each([
    'quite lo de que no tengo papeles',
    'no quiero que digan que no tengo papeles',
    'please remove the part about the papeles',
    'no, esa pregunta no me la contesten, bórrela',
    'mejor no, déjelo. Solo quite la pregunta del reporte',
    'delete that question',
  ])('cannot be taken out, which is said; nothing is added or taken back: %s', words => {
    const before = told(...WAGES).cases[0]?.description;
    const talk = told(...WAGES, words);
    expect(talk.last()?.text).toMatch(/no lo puedo borrar por partes|cannot delete part/);
    expect(talk.cases[0]?.description).toEqual(before);
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.conversation.review).toBe(true);
  });

  it('is said to be there, or not, by its own words', () => {
    expect(told(...WAGES, '¿quitó lo de que no tengo papeles?').last()?.text).toMatch(
      /^Todavía está en el caso \S+: «y no tengo papeles»/,
    );
    expect(told(...WAGES, '¿dice que soy colombiana?').last()?.text).toMatch(
      /^Eso no está en el caso \S+\.\nEsto es lo que lee MITRADEL/,
    );
  });

  it('is put right where they say what is wrong with it', () => {
    const talk = told(...WAGES, 'quite lo de la panadería, no era panadería sino restaurante');
    expect(talk.last()?.text).toContain('Puse la corrección en el caso');
    expect(talk.cases[0]?.description.at(-1)).toContain('sino restaurante');
  });
});
