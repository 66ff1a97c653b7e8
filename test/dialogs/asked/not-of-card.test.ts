import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const LICENCE = 'cuanto cuesta renovar la licencia de conducir y que tengo que llevar';
const PENSION = 'como se apunta mi mama de 72 para los 120 a los 65';

describe('what a card does not answer', () => {
  it.each([
    [LICENCE, 'la tengo vencida hace 2 meses me ponen multa?', 'ATTT'],
    [PENSION, 'y si no tiene recibo de luz porque vive con mi tio', 'MIDES'],
    [PENSION, 'que pasa si no tengo talonario?', 'MIDES'],
    [PENSION, 'tiene que ir ella o puedo ir yo a cobrar por ella?', 'MIDES'],
  ])(
    'is said not to be known, with who knows, and no line of something else: %s / %s',
    (asked, words, body) => {
      const answer = said(asked, words);
      expect(answer).toMatch(/no lo tengo confirmado/);
      expect(answer).toContain(body);
      expect(answer).not.toMatch(/De eso sé esto|Piden:/);
    },
  );

  it('is told where it does', () => {
    expect(said(LICENCE, 'y si debo boletas?')).toContain('Paz y salvo');
  });

  it('is no card of how to enter, for who collects', () => {
    const words = 'espere, ella tiene que ir o puedo ir yo a cobrar por ella? no camina bien';
    const answer = said(
      'mi mama de 81 años en Aguadulce no le llega el 120 a los 65 desde hace 3 meses',
      words,
    );
    expect(answer).toContain('MIDES');
    expect(answer).not.toContain('Croquis');
  });
});

describe('whether the body of a report is the right one', () => {
  it.each(['seguro que eso le toca al IDAAN?', 'is IDAAN the right one?', 'el IDAAN es el que ve eso?'])(
    'is answered by who chose it: %s',
    words => {
      const answer = said('no hay agua en Chilibre desde ayer, calle 3', words);
      expect(answer).toMatch(/lo atiende IDAAN|IDAAN is in charge/);
      expect(answer).not.toMatch(/confirmado|confirmed|Agregué/);
    },
  );
});

it.each(['mis caso', 'ver mis cassos', 'mis kasos', 'miz casos por favor'])(
  'the list of cases is had however it is spelt: %s',
  words => {
    const filed = told('no hay agua en Chilibre desde ayer, calle 3', 'si', words);
    expect(filed.last()?.text).toMatch(/^Caso 311-/);
    expect(said('hay un hueco en la calle', words)).not.toContain('Anoté');
  },
);

it.each([
  'que datos guardan de mi y quien los ve? antes de decirles nada',
  'que guardan de mi y quienes leen eso?',
  'what data do you keep and who sees it?',
])('what is kept and who reads it are both answered: %s', words => {
  expect(said(words)).toMatch(/Lo que guardo, cifrado|What I keep/);
  expect(said(words)).toMatch(/solo lo leen|only read by|is read only/);
});
