import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const PLACE = 'the garbage has not been collected for two weeks';
const FILED = ['the garbage has not been collected on calle 3, Cerro Viento, San Miguelito', 'yes'];

describe('asked where it is, in English', () => {
  it.each(['can i send you the location', 'how do i send my location', 'puedo mandar la ubicacion'])(
    'a point on the map may be sent: %s',
    words => {
      expect(said(PLACE, words)).toMatch(/Send my location|mi ubicación/);
      expect(draftOf(PLACE, words)?.description).toEqual([PLACE]);
    },
  );

  it.each(["i don't want to give my address", "i'd rather not say"])('it is left open: %s', words => {
    expect(told(PLACE, words).last()).toMatchObject({ asks: 'confirm' });
    expect(draftOf(PLACE, words)?.description).toEqual([PLACE]);
  });
});

describe('asked what happens', () => {
  it.each([
    'how does this work',
    'what can i complain about',
    'can i write in spanish',
    'puedo escribir en ingles',
  ])('what can be done here is told: %s', words => {
    expect(draftOf('i want to file a complaint', words)?.description ?? []).toEqual([]);
  });

  it.each(["it's a long story", 'es una historia larga'])('who begins is listened to: %s', words => {
    expect(said('i want to file a complaint', words)).toMatch(/Take your time|I am reading/);
  });
});

describe('asked of a case, in English', () => {
  it.each(['who is going to see it', 'is my name there'])(
    'who sees it is told, and not passed on: %s',
    words => {
      const talk = told(...FILED, words);
      expect(said(...FILED, words)).toContain('details');
      expect(JSON.stringify(talk.cases)).not.toContain(words);
    },
  );
});
