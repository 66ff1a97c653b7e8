import { describe, expect, it } from 'vitest';
import { openStage, saidLast, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const DAY = 20 * 3_600_000;

function left(matter: string, ...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  talk.say(matter);
  talk.wait(DAY);
  for (const text of said) talk.say(text);
  return talk;
}

const MATTER = 'no recogen la basura desde hace dos semanas';

describe('who comes back to a report', () => {
  it.each([
    'si',
    'aqui estoy',
    'si, aqui sigo',
    'perdon estaba trabajando',
    'disculpe, me quedé sin saldo',
    'cual era la pregunta',
    'sorry, I was working',
  ])('is asked again, and nothing is taken for a place: %s', words => {
    const talk = left(MATTER, words);
    expect(talk.last()).toMatchObject({ asks: 'place' });
    expect(saidLast(talk)).not.toMatch(/no le entendí|No encuentro|Lo agregué/);
    expect(talk.conversation.state.draft?.description).toEqual([MATTER]);
  });

  it.each(['perdon estaba trabajando', 'cual era la pregunta'])('sees the summary again: %s', words => {
    const talk = left(`${MATTER} en calle 3 de Cerro Viento, San Miguelito`, words);
    expect(talk.last()).toMatchObject({ asks: 'confirm' });
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
  });

  it('agrees to a summary by a yes', () => {
    expect(left(`${MATTER} en calle 3 de Cerro Viento, San Miguelito`, 'si').cases).toHaveLength(1);
  });

  it.each(['ya la recogieron ayer', 'ya lo arreglaron'])(
    'is asked whether it is left once it is over: %s',
    words => {
      expect(saidLast(left(MATTER, words))).toContain('Me alegra');
    },
  );

  it.each(['en Burunga, donde ya arreglaron la calle', 'trabajando en Cerro Viento lo vi'])(
    'tells where it is: %s',
    words => {
      expect(left(MATTER, words).conversation.state.draft?.place).not.toBeNull();
    },
  );
});
