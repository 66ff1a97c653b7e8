import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const OUT = 'no hay luz en Betania desde anoche';

describe('a company that shares out the country with another', () => {
  it.each([
    ['me cobraron dos veces el recibo de luz de ENSA, vivo en Betania', 'ensa'],
    ['me cobraron dos veces el recibo de luz, vivo en Betania', 'naturgy'],
    ['la factura de Naturgy vino altísima, vivo en Tocumen', 'naturgy'],
  ])('is the one that sends the bill: %s', (words, agency) => {
    expect(told(words, 'sí').cases[0]?.holder?.agencyId).toBe(agency);
  });

  it.each(['mi recibo es de ENSA', 'el recibo dice ENSA, no Naturgy', 'somos de Elektra'])(
    'is put right at the summary: %s',
    words => {
      const talk = told(OUT, words, 'sí');
      expect(talk.cases[0]).toMatchObject({ holder: { agencyId: 'ensa' }, serviceId: 'power-outage' });
    },
  );

  it('is no place, told where that is asked', () => {
    const [filed] = told('la factura de luz me llegó muy alta', 'de elektra', 'en Betania', 'sí').cases;
    expect(filed).toMatchObject({ holder: { agencyId: 'ensa' }, place: { text: 'Betania' } });
  });

  it('is not the truck of a town that another body collects in', () => {
    expect(
      told('en Arraiján el camión de la AAUD no recoge la basura', 'sí').cases[0]?.holder,
    ).not.toMatchObject({
      agencyId: 'aaud',
    });
  });
});
