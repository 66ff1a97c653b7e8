import { describe, expect, it } from 'vitest';
import { deniedIn } from '../../../../src/dialogs/intake/place/place-words.ts';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const WATER = 'no hay agua en la urbanizacion villa mercedes, david';
const shown = (...words: string[]): string => {
  const place = told(...words).conversation.state.draft?.place;
  return [place?.text, place?.corregimiento, place?.district].filter(name => name != null).join(' | ');
};

describe('a name that is denied', () => {
  it.each([
    'no yo no dije san pablo viejo, es en las lomas',
    'q no es san pablo viejo!! es en las lomas',
    'yo nunca dije que era en san pablo viejo, es en las lomas',
    'I never said san pablo viejo, it is in las lomas',
  ])('is heard: %s', text => {
    expect(deniedIn(text)).toEqual(['san pablo viejo']);
  });

  it.each([
    'no le dije que es en las lomas',
    'no dije nada, es en las lomas',
    'no dije eso, es en las lomas',
  ])('is none: %s', text => {
    expect(deniedIn(text)).toEqual([]);
  });

  it('leaves what they told themselves', () => {
    expect(shown(WATER, 'no yo no dije san pablo viejo, es en las lomas')).toMatch(
      /^(?:la )?urbanizacion villa mercedes, las lomas \|.* David$/,
    );
  });

  it('is not read out of a smaller name again', () => {
    const words = [
      WATER,
      'yo no dije san pablo viejo, es en las lomas',
      'cambie el lugar a villa mercedes, david',
    ];
    expect(shown(...words)).not.toMatch(/san pablo/i);
  });

  it('counts again where they name it', () => {
    const words = [WATER, 'yo no dije san pablo viejo, es en las lomas', 'perdón, sí es en San Pablo Viejo'];
    expect(shown(...words)).toMatch(/San Pablo Viejo/);
  });

  it.each(['yo no dije Rufina Alfaro', 'está mal el lugar, no es Rufina Alfaro', 'no es Rufina Alfaro'])(
    'goes alone, and their own words stay: %s',
    words => {
      const refuse = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';
      expect(shown(refuse, words)).toBe('calle 3 de Cerro Viento, San Miguelito | San Miguelito');
    },
  );
});

describe('a place that was shown', () => {
  const refuse = 'no recogen la basura en Cerro Viento, San Miguelito';

  it.each(['no, es en Cerro Viento, San Miguelito', 'no, es en Cerro Viento', 'nop. queda en Cerro Viento'])(
    'is shown again where a no says it once more: %s',
    words => {
      const talk = told(refuse, words);
      expect(talk.last()).toMatchObject({ asks: 'confirm' });
      expect(shown(refuse, words)).toBe('Cerro Viento, San Miguelito | Rufina Alfaro | San Miguelito');
    },
  );

  it('is asked for where it is denied', () => {
    expect(told(refuse, 'no es en Cerro Viento').last()).toMatchObject({ asks: 'place' });
  });
});

describe('a corregimiento that the map guesses from a small name', () => {
  it('yields to the one they told', () => {
    const words = [
      'aki en las lomas de david no hay agua hace 3 semana',
      'en la urbanizacion villa mercedes',
    ];
    expect(shown(...words)).toMatch(
      /^las lomas de david, (?:la )?urbanizacion villa mercedes \| Las Lomas \| David$/,
    );
  });

  it('is not shown beside another that they name', () => {
    expect(shown('no hay agua', 'villa mercedes, las lomas, david')).toMatch(
      /villa mercedes, las lomas, david \|(?! San)/,
    );
  });

  it('is shown where they name none', () => {
    expect(shown('no hay agua', 'villa mercedes, david')).toMatch(/San Pablo Viejo/);
  });
});
