import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();
const FILED = ['no hay agua en pacora, la mireya', 'sí'];

function services(talk: Talk): (string | null)[] {
  return talk.cases.map(({ serviceId }) => serviceId).toReversed();
}

describe('another matter told after a case was filed', () => {
  it.each([
    ['otra cosa, la carretera de rio sereno a piedra candela esta destruida', 'pothole'],
    ['y hay otro problema, el poste de la esquina no prende', 'street-light'],
    ['tengo otra queja: no recogen la basura', 'garbage-not-collected'],
    ['another issue: the street light is broken on my street', 'street-light'],
  ])('begins a report of its own: «%s»', (words, serviceId) => {
    const talk = told(...FILED, words);
    expect(talk.conversation.state.draft?.serviceId).toBe(serviceId);
    expect(talk.cases[0]?.description).toEqual(['no hay agua en pacora, la mireya']);
  });

  it.each([
    'es otra queja aparte',
    'pero eso es del mop, es otra queja',
    'eso es del MOP',
    'that is a separate complaint',
  ])('is taken up where it was added to the case: «%s»', words => {
    const talk = told(...FILED, 'se me olvido decir que la calle es de tierra', words);
    expect(talk.conversation.state.draft?.description[0]).toBe(
      'se me olvido decir que la calle es de tierra',
    );
  });

  it('is none of the same service: «otra cosa» may be one more thing of it', () => {
    const talk = told(...FILED, 'otra cosa, el agua tampoco llegaba la semana pasada');
    expect(services(talk)).toEqual(['no-water']);
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('another matter told while something is asked', () => {
  it.each([
    ['no hay agua en mi barrio', 'y otra queja, la policia nunca contesta el telefono'],
    ['hay un hueco en mi calle', 'no hay agua en pacora, la mireya'],
  ])('waits, and the question is asked again: %s', (first, words) => {
    const talk = told(first, words);
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.later).toHaveLength(1);
    expect(talk.conversation.state.draft?.place?.text ?? '').not.toContain('queja');
  });

  it('waits beside the answer: «calle 5, y otra queja, …»', () => {
    const talk = told(
      'no hay luz en chame',
      'barrio las palmas, calle 5, y otra queja: no recogen la basura',
    );
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.place?.text).toBe('barrio las palmas, calle 5');
    expect(talk.conversation.state.later).toEqual(['no recogen la basura']);
  });

  it('waits where it was added to the summary, and is said to be another', () => {
    const talk = told('no hay agua en pacora, la mireya', 'la bomba suena raro', 'eso es otra queja aparte');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay agua en pacora, la mireya']);
    expect(talk.conversation.state.later).toEqual(['la bomba suena raro']);
  });
});

describe('a detail of the same matter', () => {
  it.each([
    [
      'hay un palo de mango en juan diaz, hay que podarlo',
      'el palo es del vecino, esta en su patio y el no lo quiere cortar',
      'tree',
    ],
    [
      'el vecino de cerro batea, san miguelito, quema basura todos los dias',
      'ya fui a la junta comunal y no me hicieron caso',
      'burning',
    ],
  ])('is added, whatever it sounds like by itself: %s / %s', (first, detail) => {
    const before = told(first).conversation.state.draft?.serviceId;
    const talk = told(first, detail);
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: before, description: [first, detail] });
  });
});

describe('the body that a summary should name', () => {
  const STOP = 'propongo que MiBus ponga aire acondicionado en las paradas de Anton';

  it.each([
    'MiBus no llega a Antón, eso es del municipio',
    'no, municipio de Antón',
    'that is for the municipality',
  ])('is taken for a body and never for the place: «%s»', words => {
    const talk = told(STOP, words);
    expect(talk.conversation.state.draft).toMatchObject({
      agencyId: 'mun_otros',
      place: { text: 'paradas de Anton' },
    });
    expect(talk.last()?.text).toMatch(/Municipio de Antón|Municipality of Antón/);
  });

  it('stays, said once more', () => {
    const talk = told(STOP, 'eso es del municipio', 'no, municipio de Antón');
    expect(talk.conversation.state.draft).toMatchObject({
      agencyId: 'mun_otros',
      place: { text: 'paradas de Anton' },
    });
  });

  it('is the regulator, after the company was tried: in the same report', () => {
    const talk = told(
      'llevo 6 dias sin internet de tigo en las tablas y me siguen cobrando igual',
      'ya yo reclame en tigo y me dieron un numero pero no hacen nada, quiero que vaya a la asep',
    );
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.last()?.text).toContain('Lo atiende: ASEP');
    talk.say('sí');
    expect(talk.cases.map(({ holder }) => holder?.agencyId)).toEqual(['asep']);
  });

  it.each(['el mop no', 'ya le dije que el MOP no'])('is not the one they refuse: «%s»', words => {
    const talk = told('hay un hueco en la calle principal de Pedasí', 'barrio norte', words);
    expect(talk.last()?.text).not.toContain('Lo atiende: MOP');
  });

  it('is noted at a question, and is no place', () => {
    const talk = told('no hay luz en mi calle', 'eso es del municipio');
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.draft).toMatchObject({ agencyId: 'mun_otros', place: null });
  });
});
