import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told, said } = await openTalks();

describe('who begins with the place', () => {
  it.each([
    ['Buenas, corregimiento de Pacora, entrada de Paso Blanco', 'Pacora, entrada de Paso Blanco'],
    [
      'Buenas tardes. Corregimiento de Tocumen, calle principal de La Siesta, frente a la panaderia',
      'Tocumen',
    ],
    ['barriada San Antonio, corregimiento Rufina Alfaro, San Miguelito', 'Rufina Alfaro'],
    ['distrito de Chepo, corregimiento Las Margaritas', 'Chepo'],
    ['calle 50', 'calle 50'],
  ])('is asked what happens there, and the place is kept: %s', (words, place) => {
    expect(said(words)).toContain('Cuénteme qué pasa allí');
    const talk = told(words, 'pasa que la calle está llena de huecos');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
    expect(talk.conversation.state.draft?.place?.text).toContain(place);
  });

  it('loses nothing that is told before the matter', () => {
    const talk = told(
      'Corregimiento de Tocumen, calle principal de La Siesta',
      'fue hoy como a las 6 am',
      'hay un bache enorme',
      'sí',
    );
    expect(talk.cases[0]?.description.join(' ')).toContain('6 am');
  });

  it.each(['junta comunal de Pacora', 'el representante del corregimiento de Pacora no atiende'])(
    'means the body where it is named: %s',
    words => expect(told(words).conversation.state.draft?.serviceId).toBe('junta-comunal'),
  );
});

describe('the street of whoever writes', () => {
  it.each(['es por la calle mia', 'en mi calle', 'buenas, es por mi casa', 'on my street'])(
    'is no place that anybody finds: %s',
    words => {
      const talk = told(words);
      expect(talk.conversation.state.awaits?.ask).toBe('description');
      expect(talk.conversation.state.draft?.place).toBeNull();
    },
  );

  it('gives way to its name, told piece by piece', () => {
    const talk = told('es por la calle mia', 'esta llena de agua', 'es el tubo', 'la calle 7ma', 'en Chitre');
    expect(talk.conversation.state.draft?.place?.text).toBe('la calle 7ma, Chitre');
  });
});

it.each(['en David calle cuarta', 'en calle cuarta, David'])(
  'a street and its town told first are not asked for again: %s',
  place => {
    const talk = told(place, 'no recogen la basura');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.place?.code).toMatch(/^04/);
  },
);
