import { describe, expect, it } from 'vitest';
import { findReal } from './finders.ts';

/** As sure as a dialog takes a place for granted. */
const SURE = 0.4;
const sure = (text: string): string | undefined => findReal(text).find(({ p }) => p >= SURE)?.code;

describe('two ends of a way', () => {
  it.each([
    'la ruta Chitré a Ocú cobra de más',
    'el bus de David a Chitré me dejó',
    'el busito de Chitré - Ocú va lleno',
    'la Capira–Antón no tiene rayas',
    'el expreso Boquete David corre',
    'carretera de Boquete a Capira',
    'pinten la raya entre David y Boquete',
    'repaint the line between David and Boquete',
  ])('are neither where the matter is: %s', text => {
    expect(sure(text)).toBeUndefined();
    expect(findReal(text)).not.toEqual([]);
  });

  it.each([
    ['trasladaron a mi papá de Capira a Chitré', '0601'],
    ['me mudé de Capira a Chitré', '0601'],
    ['hueco a la salida de Macaracas hacia Chitré', '0704'],
    ['el bus de Clayton a Albrook va lleno', '080414'],
    ['Burunga - Arraiján, sin agua', '130107'],
    ['no hay agua entre Chitré y la playa', '0601'],
  ])('tell it where one of them is, or both lie together: %s', (text, code) => {
    expect(sure(text)?.slice(0, code.length)).toBe(code);
  });

  it.each([
    ['el vuelo a Bocas lo cancelaron', undefined],
    ['estoy en el bus para Santiago', undefined],
    ['el bus que va a Pacora pasa lleno', '080417'],
    ['la ruta de Las Mañanitas va llena', '080420'],
    ['cayó tierra en el camino a Soloy', '120101'],
  ])('hold for one name too: %s', (text, code) => {
    expect(sure(text)).toBe(code);
  });
});

describe('one of two', () => {
  it.each([
    'la boda es por Chitré o Capira',
    'venden el mismo lote en Chame y San Carlos',
    'ni en David ni en Chitré me atienden',
    'cuánto vale una fosa en el cementerio de Chitré o el de Capira',
  ])('is told by neither name: %s', text => {
    expect(sure(text)).toBeUndefined();
    expect(findReal(text).length).toBeGreaterThan(1);
  });

  it('is taken for granted when the other is no place', () => {
    expect(sure('perdió el arroz en Alanje y el banco le quita la finca')).toBe('0401');
  });

  it('is asked when neither bears the name more often', () => {
    const [first, second] = findReal('no hay suero en Santa Fe');
    expect(first?.p).toBeLessThan(SURE);
    expect(new Set([first?.code, second?.code])).toEqual(new Set(['0503', '0909']));
    expect(sure('no hay suero en Santa Fe de Veraguas')?.slice(0, 4)).toBe('0909');
  });
});

describe('a river', () => {
  it('tells where only when one place gave it its name', () => {
    expect(sure('el río Caimito huele mal')).toBeUndefined();
    expect(sure('el río Tonosí se nos mete al patio')).toBe('0707');
  });
});

describe('a name that tells no place', () => {
  it.each([
    ['la escuela Belisario Porras de San Francisco', '080409'],
    ['el colegio San Vicente de Santiago', '0910'],
    ['el hospital San Miguel Arcángel de San Miguelito', '0805'],
  ])('is a building’s, where a place follows: %s', (text, code) => {
    expect(sure(text)?.startsWith(code)).toBe(true);
  });

  it.each([
    'me llegó una boleta, ese día estaba en Darién',
    'yo ese día andaba de paso por Santiago',
    'the ticket is wrong, that day I was in David',
  ])('is where they were, and not where it happened: %s', text => {
    expect(sure(text)).toBeUndefined();
  });

  it('is part of another: Nuevo Progreso', () => {
    expect(sure('no hay luz en Nuevo Progreso')).toBeUndefined();
  });

  it('is where it happened, when it is told so', () => {
    expect(sure('ese día me robaron en Calidonia')?.slice(0, 4)).toBe('0804');
  });
});
