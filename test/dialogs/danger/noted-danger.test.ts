import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HUMS = 'el transformador frente a mi casa en Betania hace un ruido raro';
const SPARKS = 'esta botando chispas!!! se prendio el cable';
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');

describe('a danger told to a report of the same matter', () => {
  it('is read by the body that gets the report', () => {
    expect(told(HUMS, SPARKS, 'si').cases[0]?.description).toEqual([HUMS, SPARKS]);
  });

  it('rings no second time for who asks whether it stands there', () => {
    const asked = 'le puso que boto chispas y se prendio? porque yo al principio dije solo que hacia ruido';
    expect(isWarned(HUMS, SPARKS, 'si', asked)).toBe(false);
    expect(told(HUMS, SPARKS, 'si', asked).last()?.text).toContain('chispas');
    expect(told(HUMS, SPARKS, 'si', 'ok pero quedo o no quedo lo de las chispas').last()?.text).toContain(
      'chispas',
    );
    expect(told(HUMS, SPARKS, 'si', 'yo le pregunte a usted que escribio').last()?.text).toContain(
      'se prendio el cable',
    );
  });

  it('gives the numbers to who wants somebody sent now, of a denuncia', () => {
    const cut = ['estan talando arboles en la orilla del rio en Chepo', 'con reserva', 'si'];
    expect(isWarned(...cut, 'si, que vayan ya que estan ahi ahorita')).toBe(true);
    expect(isWarned(...cut, 'gracias, ahorita le mando la foto')).toBe(false);
  });

  it('tells how a bite is cared for that was told with the dogs', () => {
    const dogs = ['hay una jauria de perros en la feria de David que ya mordio a una señora', 'si'];
    const talk = told(...dogs, 'la señora mordida tiene que ponerse la vacuna de la rabia? donde?');
    expect(talk.last()?.text).toContain('centro de salud');
  });
});
