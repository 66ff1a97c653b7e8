import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a street or a building put right', () => {
  it.each([
    [
      'hay un hueco en la via principal de aguadulce',
      'no es la via principal, es la calle pablo arosemena',
      'la calle pablo arosemena',
      '0201',
    ],
    [
      'el parque de las tablas tiene los columpios rotos',
      'es el parque porras, el del centro',
      'el parque porras, el del centro',
      '0702',
    ],
    [
      'basura sin recoger en la villa de los santos',
      'perdon es en la calle segundo villarreal',
      'la calle segundo villarreal, la villa de los santos',
      '0703',
    ],
    [
      'hay un hueco en la calle principal de la arena de chitre',
      'ah pero no es la calle principal, es la calle que va para la placita de la arena, perdon',
      'la calle que va para la placita de la arena',
      '0601',
    ],
    [
      'por que no ponen un semaforo frente a la escuela en santiago',
      'es la escuela normal, la juan demostenes arosemena',
      'la escuela normal, la juan demostenes arosemena',
      '0910',
    ],
    ['no hay agua en Antón', 'no, es en el barrio San Juan', 'el barrio San Juan', '0202'],
    [
      'hay un hueco en la calle 5 de Penonomé',
      'no es la calle 5, es la avenida balboa',
      'la avenida balboa',
      '0206',
    ],
    [
      'estan cortando arboles en la montaña aqui en metetí',
      'el lugar es camino a la palma, no metetí',
      'camino a la palma',
      '0502',
    ],
    [
      'le han cancelado la cita tres veces a mi mamá en la policlinica de penonome, la de arriba',
      'el lugar es la policlinica nada mas',
      'la policlinica',
      '0206',
    ],
  ])('stays in the district told, and what they deny goes: %s, %s', (first, second, text, district) => {
    const talk = told(first);
    const serviceId = draft(talk)?.serviceId;
    if (talk.last()?.asks === 'privacy') talk.say('anónima');
    talk.say(second);
    expect(draft(talk)?.place?.text).toBe(text);
    expect(draft(talk)?.place?.code?.slice(0, 4)).toBe(district);
    expect(draft(talk)?.serviceId).toBe(serviceId);
  });

  it.each([
    ['hay un hueco en Bella Vista, calle 50', 'no es en bella vista, es en la calle 5 de Capira', '1302'],
    ['se fue la luz en Betania', 'no, es en Vacamonte', '1301'],
    ['no hay agua en Río Abajo', 'no, es en Parque Lefevre', '0804'],
    ['hay un hueco en la calle 5 de Penonomé', 'no es en Penonomé, es en la calle 5, Aguadulce', '0201'],
  ])('moves to the area they name: %s, %s', (first, second, district) => {
    expect(draft(told(first, second))?.place?.code?.slice(0, 4)).toBe(district);
  });
});

it('what others do there is no part of a spot', () => {
  const talk = told('hay carros en la acera de via españa frente al rey y uno no puede caminar');
  expect(draft(talk)?.place?.text).toBe('la acera de via españa frente al rey');
});
