import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a change of mind', () => {
  it.each([
    [
      'me pusieron una multa de transito injusta en La Chorrera',
      'no quiero nada de la multa, lo que quiero es reportar el semaforo dañado de la entrada',
      'traffic-light',
    ],
    [
      'there is a pothole in calle 50',
      "I don't want anything about the pothole, what I want is to report the broken traffic light",
      'traffic-light',
    ],
    [
      'hay un hueco en la calle principal de Las Cumbres',
      'no espere, mejor no, el hueco es porque ahi esta un tubo roto botando agua desde hace un mes, eso es lo q hay q arreglar primero',
      'water-leak',
    ],
  ])('takes what they want in the stead of what they drop: %s, %s', (first, words, serviceId) => {
    expect(draft(told(first, words))?.serviceId).toBe(serviceId);
  });

  it('is none where they only tell what it comes of', () => {
    const talk = told(
      'hay un hueco en la calle principal de Las Cumbres',
      'el hueco es porque hay un tubo roto',
    );
    expect(draft(talk)?.serviceId).toBe('pothole');
  });

  it.each([
    [
      'no recogen la basura en Samaria',
      'ay no espere, mejor eso no, lo que urge es que tumbaron un arbol los de la luz y tapo la calle',
      'logging',
    ],
    ['hay un hueco en Samaria', 'mejor eso no, lo que urge es que no hay agua', 'no-water'],
    [
      'hay un hueco en Samaria',
      'no espere, olvide lo del hueco, quiero reportar que no hay agua',
      'no-water',
    ],
    ['hay un hueco en Samaria', 'forget the pothole, what is urgent is that there is no water', 'no-water'],
  ])('drops the first matter for the second: %s, %s', (first, words, serviceId) => {
    const talk = told(first, words);
    expect(draft(talk)?.serviceId).toBe(serviceId);
    expect(draft(talk)?.place?.text).toContain('Samaria');
    expect(draft(talk)?.description.join(' ')).not.toMatch(/basura|hueco|pothole/);
    expect(talk.conversation.state.later).toEqual([]);
    if (talk.last()?.asks === 'privacy') talk.say('con reserva');
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('takes what waits and is named', () => {
    const talk = told('no recogen la basura en Samaria', 'y también hay un árbol caído que tapa la calle');
    expect(talk.conversation.state.later).toHaveLength(1);
    talk.say('no, le dije que la basura no, mande lo del arbol');
    expect(draft(talk)?.serviceId).toBe('tree');
    expect(talk.conversation.state.later).toEqual([]);
  });

  it.each([
    'ya llamé a los bomberos. ya no quiero lo del hueco mejor reporta el cable',
    'NO es el hueco, es el CABLE',
    'no quiero reportar el hueco, reporte el cable',
    'no mande lo del hueco, mande lo del cable',
  ])('takes the danger that was told apart, and is named instead: %s', words => {
    const talk = told(
      'hay un hueco en la calle principal de Samaria',
      'espere que se acaba de caer un cable de luz ahí en la calle y está echando chispas',
    );
    talk.say(words);
    expect(draft(talk)).toMatchObject({
      serviceId: 'pole-cable',
      place: { text: 'calle principal de Samaria' },
    });
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('is none where something else is denied', () => {
    const talk = told('no recogen la basura en Samaria', 'el camión no, los vecinos la botan');
    expect(draft(talk)?.description[0]).toBe('no recogen la basura en Samaria');
  });
});

it('what it is and where it is are both put right', () => {
  const talk = told(
    'hay una fuga de agua en Samaria, tubo roto',
    'no, no es agua potable, son aguas negras de la cloaca, y es frente al mercado',
  );
  expect(draft(talk)?.serviceId).not.toBe('water-leak');
  expect(draft(talk)?.place?.text).toContain('frente al mercado');
});

describe('one of several matters that is wanted alone', () => {
  const TWO = 'no recogen la basura y se fue la luz en Pacora, calle 3';

  it.each([
    ['no, nada más lo de la luz', 'Se fue la luz'],
    ['solo la luz', 'Se fue la luz'],
    ['no, solo la basura', 'No pasan a recoger la basura'],
  ])('is taken, and the other is asked no more: %s', (words, matter) => {
    const talk = told(TWO, words);
    expect(talk.last()?.text).toContain(`Queja: ${matter}`);
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.conversation.state.draft?.place?.text).toContain('Pacora, calle 3');
  });

  it.each([
    'no espere, mejor otra cosa, lo del hueco ya lo reporto mi cuñado. lo que quiero es que poden los arboles del parque de Parque Lefevre',
    'el hueco ya lo arreglaron, mejor quiero reportar que poden los arboles del parque de Parque Lefevre',
    'mejor otra cosa, quiero que poden los arboles del parque de Parque Lefevre',
    'ay no, otra cosa mejor: poden los árboles del parque de Parque Lefevre',
  ])('begins the second with the place it tells, where the first was asked: %s', words => {
    const talk = told('quiero reportar un hueco en la calle', words);
    expect(draft(talk)).toMatchObject({ serviceId: 'tree', place: { text: 'parque de Parque Lefevre' } });
    expect(draft(talk)?.description.join(' ')).not.toContain('hueco');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is none where the first was reported elsewhere, and is told on', () => {
    const talk = told('quiero reportar un hueco en la calle', 'lo del hueco ya lo reporté y nada');
    expect(draft(talk)?.serviceId).toBe('pothole');
  });
});
