import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const SMOKE = 'huele a humo fuerte en la calle 4 de Vista Alegre, creo que se quema algo';
const FIRE = 'se está quemando el herbazal atras de mi casa en Vista Alegre';

describe('a false alarm', () => {
  it.each([
    'y el humo lo reportaste? era falsa alarma',
    'era falsa alarma',
    'ya no hay nada, no manden bomberos',
    'no era nada, gracias',
    'ya no hay humo, que no vengan los bomberos',
    'ya no hace falta que manden a los bomberos',
    "false alarm, don't send the firemen",
  ])('is believed after the numbers, and what was offered goes: %s', text => {
    for (const danger of [SMOKE, FIRE]) {
      const talk = told(danger, text);
      expect(isWarned(danger, text)).toBe(false);
      expect(talk.conversation.reason).toBeNull();
      expect(talk.conversation.state.awaits).toBeNull();
      expect(talk.conversation.review).toBe(true);
      expect(said(danger, text)).toMatch(/no se llamó a emergencias|No emergency service/);
    }
  });

  it.each([
    'no era falsa alarma, hay candela',
    'no hay nada que hacer, se quema todo',
    'ya no hay humo pero ahora hay candela en el techo',
  ])('is none of what goes on: %s', text => {
    expect(isWarned(FIRE, text)).toBe(true);
  });

  it('asks before it leaves the report or the case that was made of it', () => {
    const begun = told(FIRE, 'si', 'era falsa alarma');
    expect(begun.conversation.state.awaits?.step).toBe('leave');
    const filed = told(FIRE, 'si', 'si', 'al final no era nada');
    expect(filed.cases[0]?.status).not.toBe('withdrawn');
    expect(filed.conversation.state.awaits?.step).toBe('withdraw');
  });

  it('ends nothing for who may be made to say so', () => {
    const talk = told('mi marido me esta pegando', 'no era nada, falsa alarma');
    expect(talk.conversation.reason).toBe('danger');
  });
});

describe('what is feared for having reported a matter, short of a danger', () => {
  const SMOKE_OF_WASTE = 'en Las Garzas de Pacora un vecino quema basura todas las noches';

  it.each(['si se entera nos hace la vida imposible', 'él es bravo, si se entera me bota del trabajo'])(
    'is no danger: %s',
    words => {
      expect(isWarned(SMOKE_OF_WASTE, words)).toBe(false);
    },
  );

  it.each([
    [SMOKE_OF_WASTE, 'si mi marido se entera me pega'],
    [SMOKE_OF_WASTE, 'si se entera me mata'],
  ])('is one where they may be hurt: %s, %s', (...words) => {
    expect(isWarned(...words)).toBe(true);
  });

  it('is answered gently after violence at home was told', () => {
    expect(said('mi marido me pega', 'si se entera me mata')).toContain(
      'Este chat no le avisa a su familia ni a quien le hace daño.',
    );
  });
});

it('a boss who makes them work is no violence at home, and what is told of it is kept', () => {
  const first = 'hola quiero poner una denuncia de mi trabajo pero me da miedo q mi jefe se entere';
  const more = 'y mi jefe se va a enterar q fui yo? el nos obliga a trabajar 12 horas y no paga las extras';
  expect(isWarned(first, more)).toBe(false);
  expect(said(first, more)).toContain('El 311 no le avisa a su jefe');
  expect(told(first, more).conversation.state.draft?.description.join(' ')).toContain('12 horas');
});
