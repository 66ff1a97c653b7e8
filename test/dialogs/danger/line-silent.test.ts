import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FIRE = 'hay un incendio en la casa de mi vecino en Juan Díaz';
const said = (words: string): string => {
  const [reply] = told(FIRE, words).turns.at(-1)?.replies ?? [];
  return reply?.text ?? '';
};

describe('after the numbers for a danger', () => {
  it.each([
    'no contestan',
    'no me contestan en el 103',
    'llamé y nadie contesta',
    'suena ocupado',
    'they are not answering',
  ])('who is not answered is told to go on, and the numbers again: %s', words => {
    expect(said(words)).toMatch(/vuelva a llamar|call again/);
    expect(said(words)).toContain('103');
  });

  it.each([
    'mandenlos ustedes',
    'usted llame',
    'llamen ustedes',
    'avisen ustedes a los bomberos',
    'can you call them',
  ])('who bids the desk to call is told that nobody comes by this chat: %s', words => {
    expect(said(words)).toMatch(/no va a venir nadie|Nobody comes/);
    expect(said(words)).toContain('103');
  });

  it.each(['hay niños adentro', 'quedó gente adentro'])(
    'worse is answered with the numbers first, and kept: %s',
    words => {
      expect(said(words)).toMatch(/103|911/);
      const talk = told(FIRE, words, 'sí');
      expect(talk.conversation.state.draft?.description.join(' ')).toContain(words);
    },
  );

  it.each(['sí, mande el reporte', 'era mentira'])('what answers the offer is no bid: %s', words => {
    expect(said(words)).not.toMatch(/no va a venir nadie|vuelva a llamar/);
  });
});
