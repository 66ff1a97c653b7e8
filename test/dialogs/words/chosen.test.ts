import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../src/channels/channel.ts';
import { chosen, chosenWord } from '../../../src/dialogs/words/chosen.ts';
import { declines, isNo, isYes } from '../../../src/dialogs/words/yes-no.ts';

const choose = (choices: Choice[], text: string, choice: string | null = null): string | null =>
  chosen(choices, { text, choice })?.value ?? null;

const SUMMARY: Choice[] = [
  { label: 'Sí, enviar', value: 'yes' },
  { label: 'Cambiar el lugar', value: 'fix:place' },
  { label: 'Cambiar el asunto', value: 'fix:agency' },
  { label: 'Cambiar el tipo', value: 'fix:kind' },
  { label: 'No enviar nada', value: 'cancel' },
];
const PLACES: Choice[] = [
  { label: 'Pedregal, Boquerón, Chiriquí', value: 'place:040307:Pedregal' },
  { label: 'Pedregal, David, Chiriquí', value: 'place:040607:Pedregal' },
  { label: 'Pedregal, Panamá', value: 'place:080413:Pedregal' },
  { label: 'Otro lugar', value: 'place:other' },
];
const SOLVED: Choice[] = [
  { label: 'Sí', value: 'solved:311:yes' },
  { label: 'No', value: 'solved:311:no' },
];

describe('yes', () => {
  it.each(
    `sí|si|Sí.|SI|sip|siii|zi|yes|yep|dale|dale pues|ok|okey|oka|vale|bale|claro|claro que sí|correcto|exacto|listo|
    envíelo|enbiar|mándelo|sí, enviar|sí, por favor|si gracias|así es|asi esta bien|de acuerdo|está bien|perfecto|👍|✅|
    go ahead|send it|sí señor|de una|eso es|adelante|simón|va|por supuesto`
      .split('|')
      .map(text => text.trim()),
  )('is «%s»', text => {
    expect(isYes(text)).toBe(true);
    expect(isNo(text)).toBe(false);
  });

  it.each([
    'sí hay agua pero sucia',
    'no',
    'sí, pero cambie el lugar',
    'siempre pasa',
    'no sé',
    'quiero otra cosa',
    '',
    '  ',
    'y mi caso',
    'está mal',
    'dalecito no',
  ])('is not «%s»', text => {
    expect(isYes(text)).toBe(false);
  });
});

describe('no', () => {
  it.each([
    'no',
    'No.',
    'nop',
    'nooo',
    'no gracias',
    'no, gracias',
    'eso no',
    'para nada',
    'todavía no',
    '👎',
    'mejor no',
  ])('is «%s»', text => {
    expect(isNo(text)).toBe(true);
    expect(isYes(text)).toBe(false);
  });

  it.each(['no hay agua', 'no sé', 'no, es en Betania', 'nunca llega el bus', 'norte', 'nota'])(
    'is not «%s»',
    text => {
      expect(isNo(text)).toBe(false);
    },
  );
});

describe('declining', () => {
  it.each([
    'no sé',
    'no lo sé',
    'ni idea',
    'prefiero no',
    'no quiero',
    'no quiero decirlo',
    'da igual',
    'ninguna',
    'otra cosa',
    'no me acuerdo',
    "I don't know",
  ])('is «%s»', text => {
    expect(declines(text)).toBe(true);
  });

  it.each([
    'no sé el nombre de la calle, pero es por la escuela de Pacora',
    'Nadal',
    'Las Nadas',
    'Paso Canoas',
    'no hay agua',
    'no tengo agua',
    'no aparece el bus',
    'no se prende la luz',
    'siguiente cuadra del parque',
    'ningún bus pasa',
    'cualquiera bota basura ahí',
  ])('is not «%s»', text => {
    expect(declines(text)).toBe(false);
  });
});

describe('a choice', () => {
  it('is the one that was tapped, whatever was written with it', () => {
    expect(choose(SUMMARY, 'sí', 'fix:kind')).toBe('fix:kind');
    expect(choose(SUMMARY, '', 'gone')).toBeNull();
  });

  it.each([
    ['1', 'yes'],
    ['2', 'fix:place'],
    ['la 3', 'fix:agency'],
    ['el segundo', 'fix:place'],
    ['opción cuatro', 'fix:kind'],
    ['la última', 'cancel'],
    ['el número 2 por favor', 'fix:place'],
    ['sí', 'yes'],
    ['enviar', 'yes'],
    ['cambiar el lugar', 'fix:place'],
    ['cambiar lugar', 'fix:place'],
    ['lugar', 'fix:place'],
    ['canbiar el lugar', 'fix:place'],
    ['el asunto', 'fix:agency'],
    ['tipo', 'fix:kind'],
    ['no enviar nada', 'cancel'],
    ['nada', 'cancel'],
    ['cambiar', null],
    ['6', null],
    ['0', null],
    ['ahora', null],
    ['no hay agua en el lugar de siempre y nadie viene', null],
    ['__proto__', null],
    ['constructor', null],
    ['', null],
  ])('of the summary: «%s» is %s', (text, value) => {
    expect(choose(SUMMARY, text)).toBe(value);
  });

  it.each([
    ['Boquerón', 'place:040307:Pedregal'],
    ['el de David', 'place:040607:Pedregal'],
    ['panama', 'place:080413:Pedregal'],
    ['Pedregal, Panamá', 'place:080413:Pedregal'],
    ['boqueron', 'place:040307:Pedregal'],
    ['otro lugar', 'place:other'],
    ['otro', 'place:other'],
    ['chiriqui', null],
    ['pedregal', null],
  ])('of places: «%s» is %s', (text, value) => {
    expect(choose(PLACES, text)).toBe(value);
  });

  it('is told apart from that of an older question by what it is about', () => {
    expect(choose(SOLVED, 'sí')).toBe('solved:311:yes');
    expect(choose(SOLVED, '', 'solved:312:yes')).toBeNull();
    expect(chosenWord(SOLVED, { text: 'no', choice: null })).toBe('no');
    expect(chosenWord(SOLVED, { text: 'quizás', choice: null })).toBeNull();
  });

  it('is none where nothing is offered', () => {
    expect(choose([], '1')).toBeNull();
    expect(choose([], 'sí')).toBeNull();
  });
});

it.each([
  'no se, no conozco por ahi',
  'no soy de aqui',
  'no se donde queda, no soy de aqui',
  'no conozco bien el area',
  'no sé porque soy nueva en el barrio',
])('who does not know the area declines to say where: %s', text => {
  expect(declines(text)).toBe(true);
});

it.each(['no soy de aqui pero es por el parque Omar', 'no conozco al dueño', 'no soy el dueño'])(
  'who tells something does not decline: %s',
  text => {
    expect(declines(text)).toBe(false);
  },
);
