import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const REPORT = 'en la calle 5 de rio abajo no recogen la basura desde hace un mes';
const REASONS = [
  '¿quién ve lo que escribí? es que el dueño es primo del representante',
  'el dueño es primo del representante, ¿ellos ven quien lo puso?',
  'does AAUD see what I wrote about the cousin? he is violent',
];

describe('what is told beside whatever was answered of a case', () => {
  it.each([
    [
      'uds tienen la direccion de la casa que bota? es la de los Mora despues del puente',
      'es la de los Mora despues del puente',
    ],
    ['y como va eso? tengo testigos', 'tengo testigos'],
    ['a que hora abren? yo salgo del trabajo a las 3', 'yo salgo del trabajo a las 3'],
  ])('goes into it, and is said to: %s', (words, fact) => {
    const talk = told(REPORT, 'si', words);
    expect(talk.cases[0]?.description).toEqual([REPORT, fact]);
    expect(talk.last()?.text).toMatch(/[Aa]gregué/);
  });

  it.each(['gracias. ¿y donde saco la cedula juvenil?', ...REASONS])(
    'is no fact, or is for nobody to read: %s',
    words => {
      const talk = told(REPORT, 'si', words);
      expect(talk.cases[0]?.description).toEqual([REPORT]);
      expect(talk.last()?.text).not.toMatch(/[Aa]gregué|I added/);
    },
  );
});

describe('what is told beside whatever was answered at the summary', () => {
  it.each([
    ['jaja no, asi se llama la calle. hay ratas por todos lados', 'hay ratas por todos lados'],
    ['no hombre, nada de eso. el camion viene solo los martes', 'el camion viene solo los martes'],
    ['ay dios mio. son como 40 casas las que estan asi', 'son como 40 casas'],
  ])('goes into the report, and is said to: %s', (words, fact) => {
    const talk = told(REPORT, words);
    expect(talk.conversation.state.draft?.description.join()).toContain(fact);
    expect(talk.last()?.text).toMatch(/^Lo agregué/);
  });

  it.each(REASONS)('goes nowhere where it is the reason of asking who reads it: %s', words => {
    const { draft } = told(REPORT, words).conversation.state;
    expect(draft).toMatchObject({ description: [REPORT], serviceId: 'garbage-not-collected' });
  });

  it.each([
    'yes send it. does AAUD see this chat or what I wrote about the cousin?',
    'si enviala. la aaud ve este chat o lo que escribi del primo?',
  ])('is answered before it is sent: %s', words => {
    const talk = told(REPORT, words);
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).toMatch(/puede ver sus datos|can see your details/);
  });

  it('is sent and answered where nobody is seen, and the question goes to no body', () => {
    const talk = told(
      `${REPORT}, con reserva`,
      'si enviala. la aaud ve este chat o lo que escribi del primo?',
    );
    expect(talk.cases[0]?.description.join()).not.toContain('primo');
  });
});
