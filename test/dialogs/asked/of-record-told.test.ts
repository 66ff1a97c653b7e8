import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FILED = ['no hay agua desde hace 4 días en Cerro Batea, San Miguelito. Los carros salen dañados', 'si'];
const answer = (...words: string[]): string => told(...FILED, ...words).last()?.text ?? '';

describe('what is asked of the record of the desk itself', () => {
  it.each([
    '¿si quedó el reporte?',
    'si quedó la queja?',
    'no no, mi mamá está bien ahorita, lo q necesito es agua. ya no entiendo, si quedó el reporte?',
  ])('is answered with the case that was sent: %s', words => {
    expect(answer(words)).toMatch(/^Sí, está enviado\. Es el caso 311-/);
  });

  it.each(['el reporte lleva lo de los carros dañados?', '¿la queja dice lo de los carros?'])(
    'is whether something stands in it: %s',
    words => {
      expect(answer(words)).toContain('«Los carros salen dañados»');
    },
  );

  it('is added where it does not stand, in its own words', () => {
    const talk = told(...FILED, 'el reporte dice lo del camión de noche?');
    expect(talk.cases[0]?.description.at(-1)).toBe('lo del camión de noche');
    expect(talk.last()?.text).toContain('Ya lo agregué');
  });

  it.each([
    'y que es lo que mando, lo puede leer',
    'y qué es lo que mando mijo, lo puede leer',
    '¿qué es lo que mandó, joven?',
  ])('is shown as it reads: %s', words => {
    expect(answer(words)).toContain('Esto es lo que lee IDAAN: «no hay agua');
    expect(told(...FILED, words).cases[0]?.description).toHaveLength(1);
  });

  it('says that one more fact is in the same case', () => {
    const talk = told(
      'en Construcciones Rivera en la Chorrera no nos han pagado el salario de octubre',
      'si',
      'ah y tampoco nos pagaron el décimo de agosto',
      'una pregunta más, el caso del décimo quedó en el mismo?',
    );
    expect(talk.last()?.text).toMatch(/^Sí, quedó/);
    expect(talk.cases[0]?.description).toHaveLength(2);
  });
});
