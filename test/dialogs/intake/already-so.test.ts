import { beforeAll, describe, expect, it } from 'vitest';
import { startTalk, type Talk } from '../../support/play.ts';
import { openStage, type Stage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const ANONYMOUS = 'quiero denunciar anonimamente a un policía de Betania que pide coima';
const DARK = 'no hay luz en Tocumen, calle 5';

function told(said: string[], channel: 'web' | 'sms' = 'web'): Talk {
  const talk = startTalk(stage, channel);
  for (const words of said) talk.say(words);
  return talk;
}

describe('what the summary says already, said to it once more', () => {
  it.each([
    [ANONYMOUS, 'anónima'],
    [ANONYMOUS, 'que sea anónima por favor'],
    [ANONYMOUS, 'denuncia'],
    ['quiero denunciar con reserva a un policía de Betania que pide coima', 'con reserva'],
    [DARK, 'es una queja'],
    [DARK, 'Tocumen'],
    [DARK, 'en Tocumen'],
    [DARK, 'no hay luz'],
    [DARK, 'Tocumen, calle 5'],
    [DARK, 'calle 5'],
    [DARK, 'ENSA'],
    [DARK, 'es de ENSA'],
    [DARK, 'se fue la luz'],
  ])('changes nothing, and is said to be so: %s, %s', (first, again) => {
    const talk = told([first]);
    const before = talk.conversation.state.draft;
    talk.say(again);
    expect(talk.last()?.text).toMatch(/^Ya está así\.\nEsto voy a enviar:/);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft).toEqual(before);
  });

  it('is no word of the matter', () => {
    const talk = told(['no hay agua en Betania calle 3', 'reserva', 'con reserva']);
    expect(talk.last()?.text).toMatch(/^Ya está así\./);
    expect(talk.conversation.state.draft?.description).toEqual(['no hay agua en Betania calle 3']);
  });

  it('is told why, where nobody can be anonymous', () => {
    const talk = told([ANONYMOUS, 'anónima'], 'sms');
    expect(talk.last()?.text).toMatch(/^Por este medio no puede ser anónima/);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('in English', () => {
    const talk = told([
      'I want to report anonymously a policeman in Betania who asks for bribes',
      'anonymous',
    ]);
    expect(talk.last()?.text).toMatch(/^That is how it already is\./);
  });

  it.each(['no la quiero anónima', 'no es en Betania'])('is not what is denied: %s', words => {
    expect(told([ANONYMOUS, words]).last()?.text).not.toContain('Ya está así');
  });

  it('does not hide what is new', () => {
    const talk = told([DARK, 'se fue la luz y se dañó la nevera']);
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte\./);
    expect(talk.conversation.state.draft?.description).toContain('se fue la luz y se dañó la nevera');
  });
});
