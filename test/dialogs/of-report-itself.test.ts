import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const PENSION = 'mi papa no ha recibido la plata de 120 a los 65 en santiago';
const MEDICINE = 'no hay medicinas para la presion en el centro de salud de soná';
const GENERAL = /puede escribir más datos|No tiene que ir a ninguna parte/;

describe('what somebody can or must do elsewhere', () => {
  it.each([
    [PENSION, 'puede cobrar otra persona por el? casi no camina'],
    [PENSION, 'puede cobrar OTRA PERSONA la plata de mi papa'],
    [MEDICINE, 'mi mama necesita su control de presion, a donde la llevo?'],
    [PENSION, 'puede retirar el cheque mi hermana por el?'],
  ])('%s: %s is passed on to the body that knows', (matter, words) => {
    expect(said(matter, words)).not.toMatch(GENERAL);
    expect(told(matter, words).conversation.state.draft?.description).toContain(words);
    expect(said(matter, 'si', words)).not.toMatch(GENERAL);
    expect(said(matter, 'si', words)).toMatch(/Agregué su pregunta|Lo agregué al caso/);
  });

  it.each([
    [PENSION, 'le puedo mandar la foto de la libreta despues?', 'mándela por aquí'],
    [PENSION, 'y mi hermana puede poner la suya tambien?', 'su propio reporte'],
    [
      'hay un hueco en la calle 5 de chitre',
      'tengo que ir a firmar algo?',
      'No tiene que ir a ninguna parte',
    ],
  ])('%s: %s is of the report, and answered', (matter, words, answer) => {
    expect(said(matter, words)).toContain(answer);
  });
});
