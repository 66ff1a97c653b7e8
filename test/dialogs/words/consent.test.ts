import { describe, expect, it } from 'vitest';
import { afterYes, consentIn, ordersFiling } from '../../../src/dialogs/words/consent.ts';
import { openTold } from '../../support/play.ts';
import { LEAVINGS, NEITHERS, YESES } from '../consent-tables.ts';

const told = await openTold();

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
    ['si quiere', null],
    ['dale tiempo', null],
    ['está bien caro eso', null],
    ['sale mi nombre ahí?', null],
    ['si porfa y que vengan rápido', 'porfa y que vengan rápido'],
    ['sí envíelo y quién lo atiende?', 'y quién lo atiende?'],
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

describe('a question, or a remark, at the summary', () => {
  const QUESTIONS = [
    'y eso qué es, la casa de paz? la policia no viene?',
    'y eso qué es, el mop? el municipio no viene?',
    'ahi sale luis bonilla?',
    'ahi sale mi numero?',
    'sale mi nombre ahi?',
    'eso sale en la pagina?',
    'y eso que es',
    'y eso si lo arreglan?',
    'ok y quien es el mop',
    'ok, cuanto se demora?',
    'de acuerdo con quien?',
    'esta bien caro eso',
    'dale tiempo',
    'aja y que mas',
    'si fuera tan facil',
    'si quiere',
    'claro que no',
  ];

  it.each(QUESTIONS)('files nothing: %s', words => {
    const talk = told('hay un hueco enorme en la calle 12 de Río Abajo', words);
    expect(talk.cases).toEqual([]);
  });

  it.each(QUESTIONS)('files no denuncia: %s', words => {
    const talk = told('un policía me pidió plata en la 24 de diciembre', 'anónima', words);
    expect(talk.cases).toEqual([]);
  });

  it.each(['ahi sale mi numero?', 'sale mi nombre ahi?', 'ellos van a ver mi nombre?'])(
    'is told who sees what: %s',
    words => {
      const talk = told('un policía me pidió plata en la 24 de diciembre', 'reservada', words);
      expect(talk.last()?.text).toMatch(/no ve quién es usted/);
      expect(talk.last()?.asks).toBe('confirm');
    },
  );
});

describe('what is told with a yes in a word or two', () => {
  const COIMA = ['un policía me pidió plata en la 24 de diciembre', 'reservada'] as const;
  const HOLE = 'hay un hueco en la calle 3 de Bethania';

  it.each([
    [[...COIMA, 'sí, anónima'], 'anonymous'],
    [[HOLE, 'sí, con reserva'], 'confidential'],
    [[HOLE, 'sí, anónima'], 'anonymous'],
  ] as const)('is not lost: %s', (words, privacy) => {
    const talk = told(...words);
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft?.privacy).toBe(privacy);
  });

  it.each(['sí, tal vez', 'sí, quizás', 'sí, creo', 'sí, pero'])('withdraws no case in doubt: %s', words => {
    const talk = told('no hay agua en Las Mañanitas', 'sí', 'quiero retirar la queja', words);
    expect(talk.cases[0]?.status).not.toBe('withdrawn');
  });
});

describe('a wish put as a question', () => {
  it.each([
    ['¿puede ser anónima?', 'anonymous'],
    ['¿lo pueden mandar con reserva?', 'confidential'],
    ['can it be confidential?', 'confidential'],
  ])('is heard at the summary: %s', (words, privacy) => {
    const talk = told('hay un hueco en la calle 3 de Bethania', words);
    expect(talk.conversation.state.draft?.privacy).toBe(privacy);
    expect(talk.last()?.asks).toBe('confirm');
  });
});
