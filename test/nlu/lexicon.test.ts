import { describe, expect, it } from 'vitest';
import { createLexicon, readListed } from '../../src/nlu/lexicon.ts';
import { read } from '../../src/nlu/reading.ts';

const lexicon = createLexicon(
  readListed([
    ['leak', 'tubo roto'],
    ['leak', 'fuga'],
    ['water', 'no hay agua'],
    ['insurance', 'el seguro'],
    ['light', 'luminaria dañada'],
    ['bar', 'bar'],
    ['sweeping', 'barren las calles'],
  ]),
);

const found = (text: string): string[] =>
  lexicon.find(read(text, new Map())).matches.map(({ owner }) => owner);
const quality = (text: string): number => lexicon.find(read(text, new Map())).matches[0]?.quality ?? 0;

describe('a vocabulary', () => {
  it.each(['tubo roto', 'tubos rotos', 'el tubo que está roto', 'TUBO ROTO', 'tuvo roto', 'roto el tubo'])(
    'finds a phrase written as "%s"',
    text => {
      expect(found(text)).toEqual(['leak']);
    },
  );

  it('is surer of a phrase the closer it is written', () => {
    expect(quality('tubo roto')).toBe(1);
    const less = ['tubos rotos', 'tubo grande roto', 'roto el tubo'].map(quality);
    expect(less.every(value => value > 0.5 && value < 1)).toBe(true);
  });

  it('finds no phrase across sentences or far apart', () => {
    expect(found('compré un tubo. El vaso llegó roto')).toEqual([]);
    expect(found('tubo verde brillante roto')).toEqual(['leak']);
    expect(found('tubo verde brillante limpio roto')).toEqual([]);
  });

  it('reads a negation before the word it denies', () => {
    expect(found('no hay agua')).toEqual(['water']);
    expect(found('nunca hay agua')).toEqual(['water']);
    expect(found('hay agua')).toEqual([]);
    expect(found('no. Hay agua')).toEqual([]);
  });

  it('wants the light words where only one word matters', () => {
    expect(found('fui al seguro')).toEqual(['insurance']);
    expect(found('un lugar seguro')).toEqual([]);
  });

  it('finds misspelt words, less surely', () => {
    expect(found('liminaria dañada')).toEqual(['light']);
    expect(quality('liminaria dañada')).toBeLessThan(0.9);
  });

  it('does not take a word for a shorter one of the same root', () => {
    expect(found('bar en calles')).toEqual(['bar']);
  });

  it('knows a word of one owner from a word of many', () => {
    const of = createLexicon(
      readListed([
        ['a', 'agua limpia'],
        ['b', 'agua sucia'],
        ['c', 'luz'],
      ]),
    );
    expect(of.rarity('lus')).toBe(1);
    expect(of.rarity('agu')).toBeLessThan(0.5);
    expect(of.rarity('nada')).toBe(0);
  });
});
