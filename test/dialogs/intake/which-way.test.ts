import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DRUGS = 'quiero denunciar venta de droga en Curundú, multi 4, y el que vende es familia de un policía';
const SCHOOL = 'quiero denunciar a un profesor que le pega a los niños en el colegio de Chilibre';
const RENT = 'el dueño del cuarto me subió el alquiler a 300 sin avisarme en Bocas';

describe('who is asked how it is to be kept', () => {
  it.each([
    'no sé, cuál es la más segura para mí?',
    'cual me recomienda',
    'cuál me conviene más?',
    '¿cuál es la diferencia?',
  ])('is told what each way means, and asked again: %s', text => {
    const talk = told(DRUGS, text);
    expect(talk.last()?.text).toContain('Las dos le protegen');
    expect(talk.last()?.asks).toBe('privacy');
    expect(talk.last()?.text).not.toContain('no lo tengo confirmado');
  });

  it('is told so in English', () => {
    const talk = told('i want to report drug dealing in Curundú, multi 4', 'which one is safer for me?');
    expect(talk.last()?.text).toContain('Both protect you');
  });

  it.each([
    'anónima... no mejor no, después el profesor se la coge con mi hijo',
    'con reserva. no, mejor no',
  ])('has the last word count: %s', text => {
    const talk = told(DRUGS, text);
    expect(talk.conversation.state.draft?.privacy).toBeNull();
    expect(talk.conversation.state.awaits?.step).toBe('leave');
  });

  it('is kept as they say last', () => {
    const talk = told(DRUGS, 'anónima no, mejor con reserva');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
  });
});

describe('who is complained of', () => {
  it.each([
    [SCHOOL, 'y el profesor va a saber?', 'al profesor'],
    [RENT, 'le pasaron mi nombre al dueño o no?', 'al dueño'],
    [RENT, 'el dueño va a saber?', 'al dueño'],
    [RENT, 'le dieron mis datos al dueño?', 'al dueño'],
  ])('is never told, and that is said: %s, %s', (matter, text, whom) => {
    const talk = told(matter, 'con reserva', 'sí', text);
    expect(talk.last()?.text).toContain(`El 311 no le avisa ${whom}`);
    expect(talk.turns.at(-1)?.cases).toEqual([]);
  });

  it('is never told, asked in English too', () => {
    const talk = told(SCHOOL, 'con reserva', 'sí', 'will the teacher know?');
    expect(talk.last()?.text).toContain('A nadie más se le avisa');
  });
});
