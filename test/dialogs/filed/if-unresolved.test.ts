import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const INTERNET = 'llevo 10 días sin internet de más móvil en Las Tablas y me siguen cobrando igual';

describe('what comes when the company does not solve it', () => {
  it.each([
    'y si no me resuelven?',
    'no te estoy agregando nada, te pregunto q hago si mas movil no me resuelve',
    'oiga me entiende? puedo ir a la ASEP?',
    'y si no contestan?',
    'what if they do not solve it?',
  ])('is said with the day, and nothing is added: %s', words => {
    const talk = told(INTERNET, 'sí', words);
    expect(talk.last()?.text).toMatch(/(20 de noviembre|November 20).*«?persona?.*ASEP/);
    expect(talk.last()?.text).not.toContain('Su operadora');
    expect(talk.cases[0]?.description).toEqual([INTERNET]);
  });

  it('is who else can look at it where no other body decides', () => {
    const hole = 'hay un hueco en la calle principal de Pacora';
    const talk = told(hole, 'sí', '¿y si no me resuelven?');
    expect(talk.last()?.text).toMatch(/MOP debe responder.*persona/);
    expect(talk.cases[0]?.description).toEqual([hole]);
  });

  it('is not told to who only says that it goes on', () => {
    const talk = told(INTERNET, 'sí', 'todavía no me resuelven');
    expect(talk.cases[0]?.description).toContain('todavía no me resuelven');
  });
});

describe('the number of an account', () => {
  it.each([
    'mi numero de cliente es 00458812, se lo puede agregar',
    'número de contrato 6677-1234, agréguelo',
  ])('is a fact of the case and no telephone: %s', words => {
    const talk = told(INTERNET, 'sí', words);
    expect(talk.last()?.text).toContain('Lo agregué al caso');
    expect(talk.cases[0]?.description).toContain(words);
    expect(talk.cases[0]?.reporter?.contact).toBeUndefined();
  });

  it('leaves a telephone and an identity number what they are, for a company that is called by its own name', () => {
    const talk = told(INTERNET, 'sí', 'mi teléfono es 6677-1234, me lo agrega');
    expect(talk.last()?.text).toMatch(/para que Mas Movil pueda/i);
    expect(talk.cases[0]?.reporter?.contact).toContain('6677-1234');
  });
});
