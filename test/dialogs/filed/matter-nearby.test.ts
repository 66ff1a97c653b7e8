import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const REFUSE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';
const filed = (...then: string[]) => told(REFUSE, 'sí', ...then);

describe('another matter told just after a complaint was filed', () => {
  it.each([
    ['no tengo luz', 'power-outage'],
    ['se fue la luz', 'power-outage'],
    ['no hay agua', 'no-water'],
    ['estamos sin agua', 'no-water'],
    ['hay un hueco en la calle', 'pothole'],
    ['y tambien hay un hueco', 'pothole'],
    ['la luminaria esta dañada', 'street-light'],
  ])('is a report of its own, at the same place, which is shown: %s', (words, service) => {
    const talk = filed(words);
    expect(talk.conversation.state.draft?.serviceId).toBe(service);
    expect(talk.last()?.text).toContain('calle 3 de Cerro Viento');
    expect(talk.cases[0]?.description).toEqual([REFUSE]);
  });

  it.each([
    'se fue la luz en Tocumen',
    'no hay agua en la escuela',
    'no hay agua en casa de mi mama',
    'hay un hueco en la avenida Balboa',
  ])('is not there where it is said or meant to be elsewhere: %s', words => {
    expect(filed(words).last()?.text).not.toContain('calle 3 de Cerro Viento');
  });

  it('is no other where it is the same', () => {
    const talk = told('no hay agua en Villa Zaita, Las Cumbres', 'sí', 'no tengo agua');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['no recogieron hoy tampoco', 'no vinieron ayer'])('is no end of it: %s', words => {
    expect(filed(words).last()?.text).not.toContain('¿Quedó solucionado');
  });
});
