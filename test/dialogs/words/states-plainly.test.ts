import { describe, expect, it } from 'vitest';
import { statesPlainly } from '../../../src/dialogs/words/states-plainly.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const NURSE = 'la enfermera del centro de salud de Soná me gritó y me trató mal';
const WATER = 'no hay agua en Cerro Batea, San Miguelito, desde ayer';
const WAGES = 'mi jefe no me paga la quincena en una tienda de David';

describe('a fact told from its verb on', () => {
  it.each(['tengo testigos', 'y también sale con mal olor cuando llega', 'son 320 dolares'])(
    'asks nothing: %s',
    text => {
      expect(statesPlainly(text)).toBe(true);
    },
  );

  it.each([
    'tengo que firmar',
    'hay multa o no',
    'es delito tener un perro así o no',
    'sale hoy?',
    'ya me llamaron',
  ])('may be asked otherwise: %s', text => {
    expect(statesPlainly(text)).toBe(false);
  });

  it.each([
    [NURSE, 'tengo testigos'],
    [NURSE, 'no se como se llama'],
    [WATER, 'y también sale con mal olor cuando llega'],
    [WAGES, 'trabajo ahi hace 2 años sin contrato'],
    ['propongo poner más árboles en el parque Omar', 'y bancas también'],
  ])('stands in the report, and opens no other: %s / %s', (first, words) => {
    const { state } = told(first, words).conversation;
    expect(state.draft?.description).toEqual([first, words]);
    expect(state.later).toEqual([]);
  });

  it('that names the shop stands in the place, and opens no other', () => {
    const { state } = told(WAGES, 'la tienda se llama Super Barato').conversation;
    expect(state.draft?.place?.text).toContain('la tienda Super Barato');
    expect(state.later).toEqual([]);
  });

  it('is sent with a yes that sighs or asks', () => {
    expect(told(WAGES, 'si, hágalo, ya no aguanto').cases).toHaveLength(1);
    expect(told(WATER, 'correcto. cuando vienen?').cases).toHaveLength(1);
    expect(told(WATER, 'correcto. cuando vienen?').last()?.text).toContain(
      'cuándo vienen o lo arreglan lo dice la entidad',
    );
  });
});
