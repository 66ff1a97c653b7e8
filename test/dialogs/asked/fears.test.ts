import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const WAGES = ['el patrón me debe la quincena, trabajo en un restaurante en La Chorrera', 'con reserva'];
const BEATEN = [
  'anoche en el reten de Divisa unos policias me pegaron y me quitaron 60 dolares',
  'con reserva. uno se llamaba sargento Ortega segun el uniforme',
];

describe('who has no papers and fears the report', () => {
  it.each([
    '¿me pueden deportar por esto?',
    'Y lo de la deportación?',
    'no tengo papeles, me van a hacer algo?',
    'will they deport me?',
  ])('is told who reads it and who knows of their stay, and the body is asked nothing: %s', words => {
    const talk = told(...WAGES, 'sí', words);
    expect(talk.last()?.text).toContain('Esto solo lo leen MITRADEL y el 311.');
    expect(talk.last()?.text).toContain('Defensoría del Pueblo');
    expect(talk.cases[0]?.description).toEqual([WAGES[0]]);
  });

  it('is told so with the order to send it', () => {
    const talk = told(...WAGES, 'sí, envíelo. Y lo de la deportación?');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('Para reportar no le piden papeles.');
    expect(talk.cases[0]?.description).toEqual([WAGES[0]]);
  });

  it('has it told before it is sent, where the body would see them', () => {
    const words = 'Sí pero ¿eso le llega a mi patrón? no tengo papeles y me da miedo que me deporten';
    const talk = told(WAGES[0] ?? '', words);
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).toContain('El 311 no le avisa a su patrón');
    expect(talk.last()?.text).toContain('Defensoría del Pueblo');
    expect(talk.last()?.text).toContain('¿Lo envío con reserva?');
  });

  it.each(['¿y migración se entera?', 'does immigration see this?', '¿le avisan a migración?'])(
    'is told that Migración is not told: %s',
    words => {
      expect(said(...WAGES, 'sí', words)).toContain('El 311 no le avisa a Migración ni le da su nombre');
    },
  );
});

describe('who fears that the one they accuse reads it', () => {
  it.each([
    '¿y no la va a ver el mismo Ortega?',
    '¿eso lo lee el mismo sargento?',
    'y si Ortega la ve?',
    'no le llega al mismo policía que me pegó?',
    'will Ortega himself see it?',
  ])('is told what is known and what is not, and the body is asked nothing: %s', words => {
    const text = said(...BEATEN, words) ?? '';
    expect(text).toContain('Esto solo lo leen Policía Nacional y el 311.');
    expect(text).toContain('Quién lo lee dentro de la entidad no lo sé.');
    const filed = told(...BEATEN, 'sí', words);
    expect(filed.last()?.text).toContain('Quién lo lee dentro de la entidad no lo sé.');
    expect(filed.cases[0]?.description).toHaveLength(2);
  });

  it('is told so with the order to send it', () => {
    const talk = told(...BEATEN, 'sí envíela. y no la va a ver el mismo Ortega?');
    expect(talk.cases[0]?.description.join(' ')).not.toContain('mismo');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('Quién lo lee dentro de la entidad no lo sé.');
  });
});

it.each(['deportaron a mi esposo ayer y no sé dónde está', 'el inspector la va a ver mañana, la fuga'])(
  'what is told in like words is no such question: %s',
  words => {
    expect(said(words)).not.toMatch(/Defensoría del Pueblo \(/);
  },
);
