import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const BRIBE =
  'Soy enfermera en el hospital de Changuinola. Queremos denunciar que un inspector de la alcaldia le pidio plata a mi hermana para no cerrarle la fonda';
const RESERVED = [BRIBE, 'con reserva', 'el lugar no es el hospital, es Finca 4, Changuinola'];
const LEFT = /^Queremos denunciar que un inspector/;

describe('what they do not want to stand in the report', () => {
  it.each([
    'no quiero que salga que soy enfermera',
    'quiero que borre lo de enfermera antes de mandarla',
    'no me contestó. quiero que borre lo de enfermera antes de mandarla',
    'puede quitar lo de que soy enfermera por favor?',
    'que no digan que soy enfermera',
    'prefiero que no se sepa que trabajo en el hospital',
    'quite que soy enfermera',
    "I don't want it to say that I'm enfermera",
  ])('is taken out, and what is left is shown: %s', words => {
    const talk = told(...RESERVED, words);
    const { draft } = talk.conversation.state;
    expect(draft?.description[0]).toMatch(LEFT);
    expect(draft?.description.join(' ')).not.toMatch(/enfermera|mandarla|quiero|quit/);
    expect(draft?.place?.text).toBe('Finca 4, Changuinola');
    expect(talk.last()?.text).toMatch(/[«“]Queremos denunciar/);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is, with what is told beside it', () => {
    const talk = told(
      BRIBE,
      'con reserva',
      'el lugar no es el hospital, la fonda queda en Finca 4, Changuinola. Y no quiero que salga que soy enfermera',
    );
    const { draft } = talk.conversation.state;
    expect(draft?.place?.text).toBe('Finca 4, Changuinola');
    expect(draft?.description.join(' ')).not.toContain('enfermera');
  });

  it.each([
    'sí mándela pero que no salga que soy enfermera',
    'si, pero quite lo de que soy enfermera y mándela',
  ])('is, before it is sent: %s', words => {
    const talk = told(...RESERVED, words);
    expect(talk.cases[0]?.description[0]).toMatch(LEFT);
    expect(talk.cases[0]?.description.join(' ')).not.toContain('enfermera');
  });

  it('is asked for in their words where it cannot be cut out, and nothing is lost or sent', () => {
    const one =
      'como enfermera del hospital de Changuinola denuncio que el inspector le pidio plata a mi hermana';
    const talk = told(one, 'con reserva', 'no quiero que digan que soy enfermera');
    expect(talk.conversation.state.draft?.description).toEqual([one]);
    expect(talk.last()?.text).toContain('¿Cómo quiere que diga?');
    expect(talk.cases).toEqual([]);
  });

  it('is said not to stand there where it does not, whoever else works there', () => {
    const ghost = 'mi jefa en la junta comunal de Pacora cobra sueldo de una muchacha que no trabaja ahí';
    const talk = told(ghost, 'con reserva', 'y no quiero que diga que yo trabajo ahí');
    expect(talk.conversation.state.draft?.description).toEqual([ghost]);
    expect(talk.last()?.text).toContain('Eso no está en su reporte.');
  });

  it.each(['quite lo de citas', 'pero quite lo de citas del reporte', 'quiero que borre lo de las citas'])(
    'goes with its own phrase alone: %s',
    words => {
      const sold = 'en el hospital de Changuinola una funcionaria cobra 20 dolares para dar cupo de citas';
      const talk = told(`quiero poner una denuncia anonima. ${sold}`, words);
      const text = talk.conversation.state.draft?.description.join(' ');
      expect(text).toContain('una funcionaria cobra 20 dolares');
      expect(text).not.toContain('citas');
      expect(talk.last()?.asks).toBe('confirm');
    },
  );

  it('is a question they put, too', () => {
    const talk = told('no hay agua en Pacora', '¿y hasta cuándo tengo para reclamar?', 'quite esa pregunta');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay agua en Pacora']);
  });
});

describe('asked whether it is out', () => {
  it.each([
    'pero sí quitó lo de que soy enfermera?',
    '¿todavía dice que soy enfermera?',
    '¿ya borró lo de enfermera?',
  ])('what stands there says it: %s', words => {
    const text = said(...RESERVED, 'no quiero que salga que soy enfermera', words) ?? '';
    expect(text).toContain('Eso no está en su reporte.');
    expect(text).toContain('La entidad va a leer: «Queremos denunciar');
  });

  it('and nothing is taken out by who only asks whether it stands there', () => {
    const talk = told(...RESERVED, '¿todavía dice que soy enfermera?');
    expect(talk.last()?.text).toContain('Sí, todavía está: «Soy enfermera en el hospital de Changuinola');
    expect(talk.conversation.state.draft?.description[0]).toBe(BRIBE);
  });

  it('it is at the latest then', () => {
    const talk = told(...RESERVED, '¿quitó lo de enfermera?');
    expect(talk.last()?.text).toContain('Todavía estaba. Ya lo quité.');
    expect(talk.conversation.state.draft?.description[0]).toMatch(LEFT);
  });
});

it.each([
  'no quiero que mi jefe sepa que fui yo',
  'quiero que quiten lo de la alcaldia de ahi',
  'el vecino quitó lo de la tubería',
])('nothing is taken out by other words: %s', words => {
  expect(draftOf(...RESERVED, words)?.description[0]).toBe(BRIBE);
});

const SEWER =
  'hay un tubo roto de aguas negras corriendo por la calle de veracruz, frente a la playa, y huele horrible';

it.each(['el lugar quedo mal, quite lo de la playa', 'la dirección está mal, borre lo de la playa'])(
  'is taken out of the place alone, where that is said to be wrong: %s',
  words => {
    const talk = told(SEWER, words);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual([SEWER]);
    expect(talk.conversation.state.draft?.place?.text).not.toContain('playa');
  },
);
