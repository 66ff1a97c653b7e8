import { describe, expect, it } from 'vitest';
import { afterYes, consentIn, ordersFiling } from '../../src/dialogs/consent.ts';
import { LEAVINGS, NEITHERS, YESES } from './consent-tables.ts';

const LEAVING = ['drop', 'doubt', 'solved', 'no'];

describe('what an answer makes of a report that waits', () => {
  it.each(YESES)('agrees: %s', text => {
    expect(consentIn(text)).toBe('yes');
  });

  it.each(LEAVINGS)('leaves it, or may: %s', text => {
    expect(LEAVING).toContain(consentIn(text));
  });

  it.each(NEITHERS)('does neither: %s', text => {
    expect([null, 'hold', 'no']).toContain(consentIn(text));
  });

  it.each([
    ['no lo cancele', null],
    ['no, cancele', 'drop'],
    ['no envíelo', null],
    ['sí, déjelo así', 'doubt'],
    ['ya no quiero esperar más, mándelo', null],
    ['no quiero queja de correo! quiero cita', null],
    ['mejor llamo yo a la alcaldía', 'doubt'],
    ['ponga que es urgente', null],
    ['¿y si lo cancelo después?', null],
    ['mandrlo', 'yes'],
    ['envilo', 'yes'],
    ['mi abuela', null],
    ['vándalos', null],
    ['valle', null],
    ['la sierra', null],
    ['Bágala', null],
    ['candela', null],
    ['canela', null],
    ['¿ya lo envió?', null],
    ['¿ya lo mandó?', null],
    ['¿todo bien?', null],
    ['voy al hospital y no atienden', null],
    ['llamo al IDAAN y no contestan', null],
    ['llamo yo al IDAAN', 'doubt'],
    ['no lo envíe así', 'no'],
    ['que no lo mande aún', 'hold'],
    ['sí, pero no lo envíe', 'doubt'],
    ['sí, pero no lo envíe todavía', 'hold'],
    [`sí ${'por favor '.repeat(60)}`, null],
    ['', null],
    ['¿?', null],
  ])('%s: %s', (text, meant) => {
    expect(consentIn(text)).toBe(meant);
  });
});

describe('afterYes', () => {
  it.each([
    ['sí, y tampoco hay agua', 'y tampoco hay agua'],
    ['sí, envíelo, el poste está por caerse', 'el poste está por caerse'],
    ['claro que sí, hay niños en la casa', 'hay niños en la casa'],
    ['sí, mándelo al MOP', null],
    ['sí, envíelo con reserva', null],
    ['bueno, es que no llega', null],
    ['va para tres días', null],
    ['no, es en Betania', null],
    ['sí', null],
    ['no hay agua', null],
  ])('%s: %s', (text, rest) => {
    expect(afterYes(text)).toBe(rest);
  });
});

describe('ordersFiling', () => {
  it.each([
    ['envíelo', true],
    ['no, envíelo por favor', true],
    ['no envíe nada', false],
    ['sí', false],
    ['envíe una patrulla', false],
  ])('%s: %s', (text, does) => {
    expect(ordersFiling(text)).toBe(does);
  });
});
