import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const HOLE = 'hay un hueco en la calle 5 de Chitre';

/** A case of somebody else's talk, asked after in a new one: N is its number, P its PIN. */
function elsewhere(...said: string[]): Talk {
  const other = startTalk(stage, 'web', 'other');
  for (const words of [HOLE, 'si']) other.say(words);
  const talk = startTalk(stage, 'web', 'own');
  talk.cases = other.cases;
  const number = other.cases[0]?.number ?? '';
  for (const words of said) talk.say(words.replace('N', number).replace('P', '482913'));
  return talk;
}
const text = (talk: Talk): string => talk.last()?.text ?? '';

describe('a number and its PIN in two messages', () => {
  it.each([
    ['quiero saber como va mi caso N', 'el pin es P'],
    ['N', 'P'],
    ['hola, como va lo mio? N', '482 913'],
    ['mi pin es P', 'N'],
    ['el pin es P', 'mi numero de caso es N'],
    ['how is my case N', 'the PIN is P'],
  ])('show the case: %s / %s', (first, second) => {
    const asked = elsewhere(first);
    expect(text(asked)).toMatch(/su PIN|número del caso|its PIN/);
    expect(text(asked)).not.toMatch(/Hueco|Pothole/);
    const shown = elsewhere(first, second);
    expect(text(shown)).toMatch(/Hueco en la calle|Pothole/);
    expect(JSON.stringify(shown.conversation.state.awaits)).toBe('null');
  });

  it('say the same of a wrong PIN and of a case that is not there, and wait for the right one', () => {
    const wrong = elsewhere('N', '111111');
    const none = elsewhere('311-354-897-642', '111111');
    expect(text(none)).toBe(text(wrong));
    expect(text(elsewhere('N', '111111', 'P'))).toContain('Hueco en la calle');
  });

  it.each(['no lo tengo', 'no', 'no me lo se', 'lo perdi', 'se me olvido'])(
    'offer a person to who has none: %s',
    words => expect(text(elsewhere('N', words))).toContain('«persona»'),
  );

  it('leave the question for another matter', () => {
    expect(text(elsewhere('N', 'hay una fuga de agua en la calle 3 de David'))).toContain('Fuga');
    expect(
      elsewhere('N', 'hay una fuga de agua en la calle 3 de David', 'P').conversation.state.awaits?.ask,
    ).toBe('confirm');
  });
});

describe('who asks whether their report was answered', () => {
  it.each([
    'no ya lo reporte, solo quiero saber si ya contestaron',
    'que me digan si ya contestaron lo del losartan',
    'quiero saber si ya respondieron mi queja',
    'digame si ya me han contestado',
    'i want to know if they answered already',
  ])('has no report begun: %s', words => {
    const talk = elsewhere(words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(text(talk)).toMatch(/Por aquí no tiene casos|no cases/);
  });
});
