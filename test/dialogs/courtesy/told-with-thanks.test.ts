import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const DOGS = 'vivo en Juan Díaz, por aquí hay una jauría de perros callejeros que ya mordió a un niño';
const WATER = 'no hay agua en villa lucre';

describe('what is told beside thanks at the summary', () => {
  it.each([
    [
      DOGS,
      'ya llevaron al niño, gracias. es por la calle principal de Ciudad Radial, en Juan Díaz',
      /calle principal de Ciudad Radial/,
    ],
    [WATER, 'gracias por preguntar, es en la calle 5, casa 20', /calle 5, casa 20/],
    [WATER, 'thanks. it is on street 5, by the church', /street 5, by the church/],
  ])('is taken in: %s, %s', (first, second, where) => {
    expect(draftOf(first, second)?.place?.text).toMatch(where);
    expect(said(first, second)).toMatch(/^(Corregido|Corrected)/);
  });

  it.each(['gracias mi amor, que dios la bendiga', 'muchas gracias por su ayuda, muy amable señorita'])(
    'and thanks alone are given back: %s',
    words => {
      expect(told(WATER, words).last()?.text).toMatch(/^Con gusto\. El reporte todavía no está enviado/);
    },
  );
});
