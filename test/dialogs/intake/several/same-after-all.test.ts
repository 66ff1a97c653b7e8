import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const ROOF = 'el techo de dos aulas de la escuela de Cerro Iglesias se está cayendo, distrito de Nole Duima';

describe('more of a report that sounded like a matter apart', () => {
  it.each([
    'Así es. Además quisiera agregar que no hay agua potable en la escuela desde marzo.',
    'sí, además no hay agua potable en la escuela desde marzo',
  ])('is filed with it: %s', words => {
    const talk = told(ROOF, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).toContain('no hay agua potable en la escuela desde marzo');
    expect(talk.conversation.state.later).toEqual([]);
  });
});

const FARM =
  'Hay una porqueriza botando los desechos al río La Villa, el agua viene negra y con peces muertos, cerca de Macaracas';
const TRUCK = 'y además sale de noche como a las 11 un camión a botar en la quebrada';

describe('what waited as another matter and is said to be the same', () => {
  it.each([
    'no es otro asunto, es lo mismo, la misma finca',
    'es la misma finca, no es otra cosa',
    'eso es lo mismo',
  ])('goes into the report that is read back: %s', words => {
    const talk = told(FARM, 'con reserva', TRUCK, words);
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte/);
    talk.tap('yes');
    expect(talk.cases.map(({ description }) => description.includes(TRUCK))).toEqual([true]);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('goes into the case where that was sent before', () => {
    const talk = told(FARM, 'con reserva', TRUCK, 'sí', 'no es otro asunto, es lo mismo, la misma finca');
    expect(talk.cases.map(({ description }) => description.includes(TRUCK))).toEqual([true]);
  });
});
