import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DEALER = ['mi vecino vende droga en Curundú', 'normal', 'sí'];
const HOLE = ['hay un hueco en calle 50', 'sí'];

const only = (...words: string[]) => told(...words).cases[0];

describe('how a filed case is kept', () => {
  it.each([
    'prefiero que sea anónimo',
    'que no sepan que fui yo',
    'mejor con reserva',
    'no le digan a nadie que fui yo?',
    'I don’t want him to know it was me',
  ])('is hidden from then on: %s', words => {
    expect(only(...DEALER, words)).toMatchObject({ privacy: 'confidential' });
    expect(only(...DEALER, words)?.description).toHaveLength(1);
    expect(told(...DEALER, words).last()?.text).toContain('Policía Nacional');
  });

  it('is shown where they wish it', () => {
    expect(only(DEALER[0] ?? '', 'con reserva', 'sí', 'mejor con mi nombre')?.privacy).toBe('normal');
  });

  it('stays as it is where it is so already', () => {
    const talk = told(DEALER[0] ?? '', 'con reserva', 'sí', 'con reserva por favor');
    expect(talk.last()?.text).toContain('ya va con reserva');
    expect(talk.cases[0]?.privacy).toBe('confidential');
  });

  it('is no matter of a new one that is told', () => {
    const words = 'mi jefe no me paga el seguro social, que no sepa que fui yo';
    expect(only(...DEALER, words)?.privacy).toBe('normal');
  });
});

describe('the body of a filed case', () => {
  it('is said to have it already', () => {
    const talk = told(...HOLE, 'no eso no es del municipio es del MOP');
    expect(talk.last()?.text).toMatch(/ya lo tiene MOP/);
  });

  it('is looked at by a person where they name another', () => {
    const talk = told(...HOLE, 'eso le toca al municipio');
    expect(talk.conversation).toMatchObject({ review: true, reason: 'undecided' });
    expect(talk.cases[0]?.holder?.agencyId).toBe('mop');
    expect(talk.cases[0]?.description).toContain('eso le toca al municipio');
  });

  it('is the company that sends the bill', () => {
    const words = ['no hay luz en Betania desde anoche', 'sí', 'mi recibo es de ENSA'];
    expect(only(...words)?.holder?.agencyId).toBe('ensa');
  });
});

describe('the kind of a filed case', () => {
  it('is looked at by a person where they name another, and opens no second one', () => {
    const talk = told(...HOLE, 'no es queja, es denuncia');
    expect(talk.conversation.review).toBe(true);
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('a telephone told after filing', () => {
  it('is said to be kept for who has the case', () => {
    const talk = told(...HOLE, 'que me llamen al 6612-3344 porfa');
    expect(talk.last()?.text).toContain('para que MOP pueda comunicarse con usted');
    expect(talk.cases[0]?.reporter?.contact).toContain('6612-3344');
  });
});

describe('whether a filed case can become anonymous', () => {
  it.each([
    'puedo cambiarlo a anonimo? me entro miedo',
    'se puede poner anonimo?',
    'can you make it anonymous?',
  ])('is answered by the desk, which passes nothing on: %s', words => {
    for (const before of [HOLE, ['un funcionario de Chame pide coima', 'con reserva', 'sí']]) {
      const talk = told(...before, words);
      expect(talk.last()?.text).toMatch(/no puede pasar a anónimo|cannot become anonymous/);
      expect(talk.last()?.text).toMatch(/con reserva|confidential/);
      expect(talk.cases[0]?.description).toHaveLength(1);
      expect(talk.cases[0]?.privacy).toBe(before === HOLE ? 'normal' : 'confidential');
    }
  });
});
