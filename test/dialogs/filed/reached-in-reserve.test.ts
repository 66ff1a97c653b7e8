import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BUS = ['un diablo rojo casi nos choca en la transistmica, san miguelito', 'si'];

describe('a telephone given with the wish to be hidden', () => {
  it.each([
    '6712-3345. yo no quiero q el chofer sepa q fui yo',
    'no quiero que sepan que fui yo. mi telefono es 6712-3345',
  ])('is kept, hidden, and said to be: %s', words => {
    const talk = told(...BUS, words);
    const [c] = talk.cases;
    expect(c?.privacy).toBe('confidential');
    expect(c?.reporter?.contact).toContain('6712-3345');
    expect(c?.description).toHaveLength(1);
    expect(talk.last()?.text).toContain('la entidad no los ve');
    expect(talk.say('ustedes guardaron mi numero?').replies[0]?.text).toContain('6712-3345');
  });

  it('is nothing where none was given', () => {
    const talk = told(...BUS, 'no quiero que el chofer sepa que fui yo');
    expect(talk.cases[0]?.reporter?.contact ?? null).toBeNull();
    expect(talk.last()?.text).not.toContain('Agregué');
  });
});
