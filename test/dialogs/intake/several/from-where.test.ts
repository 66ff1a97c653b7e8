import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();

describe('where somebody writes from, before several matters', () => {
  it.each([
    'buenas, soy de Burunga en Arraiján, sector 3. Llevamos dos semanas sin que pase el camión de la basura y además desde el viernes no llega el agua',
    'soy de Burunga, Arraiján. no pasa el camión de la basura y no llega el agua',
    'hola vivo en Burunga en Arraiján. no pasa el camión de la basura y además no llega el agua',
  ])('is none of them, and the place of each: %s', text => {
    const talk = told(text);
    expect(talk.last()?.text).toMatch(/Queja: No pasan a recoger la basura[\s\S]*Lugar: Burunga/);
    talk.say('sí');
    talk.say('sí');
    talk.say('sí');
    const filed = talk.cases.map(({ serviceId, place }) => `${serviceId} ${place?.district}`);
    expect(filed.sort()).toEqual(['garbage-not-collected Arraiján', 'no-water Arraiján']);
  });
});
