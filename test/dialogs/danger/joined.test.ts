import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const last = (...words: string[]) => told(...words).turns.at(-1)?.replies ?? [];
const isWarned = (...words: string[]): boolean => last(...words).some(reply => reply.class === 'emergency');
const draft = (...words: string[]) => told(...words).conversation.state.draft;

describe('a danger told in single words, one message each', () => {
  it.each([
    ['luz', 'poste', 'chispas'],
    ['poste', 'humo'],
    ['cable', 'humo'],
    ['no hay luz', 'chispas'],
    ['basura', 'fuego'],
    ['power', 'pole', 'sparks'],
    ['hay un hueco en la calle', 'choque'],
  ])('is heard when it is one: %s %s %s', (...words) => {
    const some = words.filter(word => word !== undefined);
    expect(isWarned(...some)).toBe(true);
    expect(isWarned(...some.slice(0, -1))).toBe(false);
  });

  it('is told once, and again when it grows worse', () => {
    const words = ['luz', 'poste', 'chispas'];
    expect(isWarned(...words, 'transformador')).toBe(false);
    expect(isWarned(...words, 'transformador', 'fuego')).toBe(true);
    expect(draft(...words, 'transformador', 'fuego')).toMatchObject({
      serviceId: 'pole-cable',
      place: null,
      description: [...words, 'transformador', 'fuego'],
    });
  });

  it.each([
    ['luz', 'no hay', 'calle 5'],
    ['agua', 'no hay', 'El Chorrillo'],
    ['no hay luz', 'transformador'],
    ['luz', 'poste', 'apagado'],
    ['basura', 'calle 5', 'Betania'],
    ['semaforo', 'poste', 'calle 50'],
    ['agua', 'bomba', 'Betania'],
    ['hueco', 'carro', 'calle 50'],
  ])('is none where calm words stand together: %s, %s, %s', (...words) => {
    const some = words.filter(word => word !== undefined);
    for (let n = 1; n <= some.length; n += 1) expect(isWarned(...some.slice(0, n))).toBe(false);
  });
});

describe('the name of a thing alone', () => {
  it.each(['chispas', 'humo', 'agua', 'la basura', 'un cable', 'transformador', 'smoke'])(
    'is never where it is, and no end of it: %s',
    word => {
      for (const before of [['no hay luz'], ['hay un hueco en la calle', 'no sé dónde']]) {
        expect(draft(...before, word)?.place).toBeNull();
        const { draft: own, later = [] } = told(...before, word).conversation.state;
        expect([...(own?.description ?? []), ...later]).toContain(word);
      }
      expect(last('hay un hueco en la calle 5 de Betania', word)[0]?.text).not.toMatch(/Me alegra|glad/);
    },
  );
});

describe('a blow told to a report of who is hurt at home', () => {
  const HUSBAND = 'mi cuñada esta en lo de siempre, el marido se pone pesado cuando toma';

  it.each(['anoche me empujo', 'anoche la golpeo otra vez', 'he hit me again'])('is heard: %s', words => {
    expect(isWarned(HUSBAND, words)).toBe(true);
  });

  it('is not told again for it, and none is heard in other reports', () => {
    expect(isWarned(HUSBAND, 'anoche la golpeo otra vez', 'gracias')).toBe(false);
    expect(isWarned('el bus no para en Betania', 'ayer me empujo la gente')).toBe(false);
  });

  it('to a report of a fraud tells no violence at home', () => {
    const cheated = ['me estafaron con un carro por internet', 'y cuando le reclame me empujo'];
    expect(isWarned(...cheated)).toBe(false);
  });
});
