import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Danger } from '../../src/nlu/classifier.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const dangerOf = (text: string): Danger | null => stage.classifier.understand(text).emergency;

function linesOf(what: 'true' | 'ordinary'): string[] {
  return readFileSync(new URL(`danger-fifth-${what}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
}

/** A danger below this shows its numbers, and the talk goes on. */
const WEAK = 0.3;

describe('short messages, as words and model read them together', () => {
  it('ring for nearly every danger, nearly always the right one', () => {
    const told = linesOf('true').map(line => line.split(' | ') as [string, string]);
    const read = told.map(([right, text]) => ({ text, right: right.split('/'), danger: dangerOf(text) }));
    const missed = read.filter(({ danger }) => danger === null).map(({ text }) => text);
    const wrong = read.filter(({ danger, right }) => danger && !right.includes(danger.category));
    expect(missed.length / read.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
    expect(wrong.length / read.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('ring for hardly any complaint, however impatient', () => {
    const lines = linesOf('ordinary');
    const alarms = lines.filter(text => dangerOf(text) !== null);
    expect(alarms.length / lines.length, alarms.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it.each([
    'se esta botando agua por un tubo roto en Calle 50',
    'ya no quiero nada',
    'ya no quiero esperar más, mándelo al MOP, hueco en Vía Porras',
    'ya el fuego se apagó hace días, lo que quiero es casa',
    'my neighbour is burning trash every night in Pedasi and the smoke comes into my bedroom',
    'no danger, I just want it to stop. please make a report',
    'sí, y que llamen a mi telefono porque mi abuela no oye',
    'el calor me esta matando y no hay luz, Alanje',
    'están tirando piedras y caliche en el río Caimito, Capira',
    'se metió un ladron a mi casa ayer en Betania y la policia no llegó',
    'mira si no me arreglan el agua voy a ir a quemar la oficina del idaan',
    'ya le dije que en la entrada, por el puente',
  ])('ring for no danger where there is none: %s', text => {
    expect(dangerOf(text)?.p ?? 0).toBeLessThan(WEAK);
  });

  it.each([
    ['delito_en_curso', 'hay un hombre tirando piedras a los carros en Via España'],
    ['delito_en_curso', 'en el colegio hay un pelao que trajo una pistola, Instituto Nacional'],
    ['menor', 'mi profesor me pide fotos sin ropa, tengo 14'],
    ['menor', 'hola tengo 13 años y mi profesor me manda mensajes raros'],
    [
      'delito_en_curso',
      'vi que metieron a una muchacha a la fuerza en un carro, y la luminaria de ahí no sirve, Calidonia',
    ],
    ['violencia_mujer', 'mi esposo me pega y quiero saber donde saco un papel para separarme'],
    ['incendio', 'hay mucho humo en el PH y suena la alarma, pero lo que quiero es quejarme del ascensor'],
    ['electrico', 'hay un cable caido en el parque y los niños juegan ahi, Los Santos'],
    ['electrico', 'arbol sobre los cables de luz, Parque Lefevre'],
    ['medica', 'la señora de al lado lleva 3 días sin abrir la puerta y huele feo, Parque Lefevre'],
    ['medica', 'mi bebe de 3 meses tiene fiebre de 40 y en el centro de salud de Tortí no hay doctor'],
    ['delito_en_curso', 'hay un tipo armado afuera de la escuela en Colón'],
    ['medica', 'respira pero no se levanta'],
  ])('give the numbers of %s: %s', (category, text) => {
    expect(dangerOf(text)?.category).toBe(category);
  });
});
