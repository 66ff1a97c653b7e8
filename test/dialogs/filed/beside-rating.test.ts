import { describe, expect, it } from 'vitest';
import { openStage, saidLast, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();

/** A talk whose case is closed as solved, and which is asked for marks. */
function rated(...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  for (const text of ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí']) talk.say(text);
  talk.status('resolved');
  for (const text of ['sí', ...said]) talk.say(text);
  return talk;
}

describe('asked for marks', () => {
  it.each([
    'no quiero calificar',
    'no voy a poner nota',
    'no sé qué poner',
    'paso',
    'después les califico',
    "I don't want to rate",
    'maybe later',
  ])('who will give none is let be: %s', words => {
    const talk = rated(words);
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.rating).toBeNull();
  });

  it.each([
    'qué es eso',
    '¿para qué sirve eso?',
    'quien ve la calificacion',
    'what is that for',
    'no entiendo',
  ])('who asks what they are for is told, and asked again: %s', words => {
    const talk = rated(words);
    expect(saidLast(talk)).toMatch(/Es su opinión|It is your opinion/);
    expect(talk.last()).toMatchObject({ asks: 'rating' });
  });

  it.each(['se demoraron mucho', 'muy lentos', 'they took too long'])(
    'what they say of how it went is kept for the mark: %s',
    words => {
      const talk = rated(words);
      expect(talk.last()).toMatchObject({ asks: 'rating' });
      talk.say('2');
      expect(talk.cases[0]).toMatchObject({ rating: 2, ratingCause: words });
    },
  );

  it('another matter is none of it', () => {
    const talk = rated('y otra cosa, hay un hueco en mi calle');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});
