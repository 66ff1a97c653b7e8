import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const LIGHT = 'se fue la luz en Tolé, cerca de la iglesia';

describe('whether it is kept private', () => {
  it.each(['no, mejor no, eso es privado verdad?', '¿esto es confidencial?', 'is this private?'])(
    'is told, and nothing of whose desk it is: %s',
    words => {
      expect(said(LIGHT, words)).toMatch(/solo lo leen|[Oo]nly/);
      expect(told(LIGHT, words).cases).toHaveLength(0);
    },
  );
});

describe('a customer number that they miss being asked for', () => {
  it.each(['y mi número de cliente no lo pides?', '¿necesita mi NAC?', 'do you need my customer number?'])(
    'may be written: %s',
    words => {
      expect(said(LIGHT, words)).toMatch(/número de cliente|customer number/);
      expect(said(LIGHT, words)).not.toMatch(/Teléfono:|Telephone:/);
    },
  );
});

describe('a yes as it is heard', () => {
  it('sends: sy', () => {
    expect(told(LIGHT, 'sy').cases).toHaveLength(1);
  });
});
