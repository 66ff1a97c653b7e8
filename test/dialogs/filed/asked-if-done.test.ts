import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const last = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const HOLE = 'hay un hueco en la calle 5 de chitre';
const POTHOLE = 'there is a big pothole on calle 5 in Boquete';

describe('whether it was done, asked of the one case that is open', () => {
  it.each([
    [HOLE, 'mandelo', 'ya lo revisaron?'],
    [HOLE, 'mandelo', 'ya lo arreglaron?'],
    [HOLE, 'mandelo', 'gracias', 'y entonces, vinieron?'],
    [HOLE, 'mandelo', 'gracias', 'cuanto cuesta la licencia de conducir?', 'y entonces, vinieron?'],
    [HOLE, 'mandelo', 'ya taparon el hueco?'],
    [HOLE, 'mandelo', 'buenas', 'ya lo repararon?'],
    [POTHOLE, 'yes send it', 'did they check it?'],
  ])('%j', (...words) => {
    const talk = told(...words);
    expect(last(...words)).toContain(talk.cases[0]?.number);
    expect(last(...words)).toMatch(/MOP/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it.each(['ya lo arreglaron', 'ya lo arreglaron, gracias'])('is an end where it is told: %s', words => {
    expect(last(HOLE, 'mandelo', words)).toContain('¿Quedó solucionado el caso');
  });

  it('is none where something else is meant: the scholarships', () => {
    expect(last(HOLE, 'mandelo', 'ya pagaron las becas?')).not.toContain('Hueco en la calle');
  });

  it('is none where another matter is told', () => {
    const talk = told(HOLE, 'mandelo', 'en Penonomé nos cortaron el agua ayer y no la han puesto?');
    expect(talk.turns.at(-1)?.replies[0]?.caseNumber).toBeUndefined();
  });
});

describe('where it is, told closer just after it was filed', () => {
  it.each([
    [POTHOLE, 'yes send it', 'Also it is near the Mirador hotel if that helps'],
    [POTHOLE, 'yes send it', 'and it is right across from the bank'],
    [HOLE, 'mandelo', 'y queda por el kiosco azul'],
    [HOLE, 'mandelo', 'también está al lado del hotel'],
    [HOLE, 'mandelo', 'ah y es diagonal a la farmacia'],
  ])('%s, %s: %s is added, and nothing is asked', (matter, yes, words) => {
    const talk = told(matter, yes, words);
    expect(talk.cases[0]?.description).toContain(words);
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.conversation.state.draft).toBeNull();
  });
});
