import { describe, expect, it } from 'vitest';
import { openStage, saidLast, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const IDEA = 'quiero proponer que pongan más juegos en el parque de Cerro Viento, San Miguelito';
const QUEJA = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

function decided(matter: string, ...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  for (const text of [matter, 'sí']) talk.say(text);
  if (matter === IDEA) talk.status('declined', 'Este año no hay partida.', 'no_budget');
  else talk.status('rejected', 'La calle es privada.', 'no_grounds');
  for (const text of said) talk.say(text);
  return talk;
}

describe('told of a decision against them', () => {
  it.each(['por que', 'y por qué no', 'xq', 'quien decidio eso', 'why', 'no entiendo'])(
    'who asks why is told what is known: %s',
    words => {
      for (const matter of [IDEA, QUEJA]) {
        const talk = decided(matter, words);
        expect(saidLast(talk)).toMatch(/Quien lo decidió|Who decided it/);
        expect(talk.conversation.state.draft).toBeNull();
      }
    },
  );

  it.each([
    'no estoy de acuerdo',
    'quiero apelar',
    'eso no es verdad, la calle es pública',
    'eso es mentira',
  ])('who does not agree has a case looked at again, and nothing new: %s', words => {
    const talk = decided(QUEJA, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.status).toBe('reopened');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['no estoy de acuerdo', 'quiero apelar', 'I do not agree'])(
    'a decided idea takes the words, and is not opened: %s',
    words => {
      const talk = decided(IDEA, words);
      expect(talk.cases[0]?.status).toBe('declined');
      expect(JSON.stringify(talk.cases[0])).toContain(words);
    },
  );

  it.each(['a quien le reclamo', 'puedo apelar', 'y ahora que hago', 'how do I appeal'])(
    'who asks what can be done is told, and nothing is done yet: %s',
    words => {
      const talk = decided(QUEJA, words);
      expect(talk.cases[0]?.status).toBe('rejected');
      expect(saidLast(talk)).toMatch(/no estoy de acuerdo|I do not agree/);
    },
  );

  it.each(['puedo poner la idea otra vez', 'y el otro año?', 'se puede pedir otra cosa mas barata'])(
    'an idea may come again: %s',
    words => {
      expect(saidLast(decided(IDEA, words))).toContain('Puede presentarla otra vez');
    },
  );

  it.each(['q barbaro', 'pues que lastima', 'ladrones', 'too bad'])(
    'who sighs begins no report: %s',
    words => {
      const talk = decided(IDEA, words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(saidLast(talk)).toMatch(/Lamento|I am sorry/);
    },
  );

  it('another matter is one of its own', () => {
    const talk = decided(IDEA, 'hay un hueco en mi calle');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});
