import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const SHOP = 'compre un celular por instagram en una tienda, pague 210 por yappy y me bloquearon';

it.each([
  'y si el vendedor me amenaza? porque me escribio que si denuncio me va a ir mal',
  'le pregunto si debo ir a la policia o a la fiscalia por la amenaza',
  'me amenazó por whatsapp, ¿qué hago?',
  'what if the seller threatens me?',
])('who is threatened for it is told what to do now, and where a threat is reported: %s', words => {
  const talk = told(SHOP, 'sí', words);
  expect(talk.last()?.text).toMatch(/104.*Ministerio Público/s);
  expect(talk.last()?.text).not.toMatch(/No estaba|Agregué su pregunta/);
  expect(talk.cases).toHaveLength(1);
});

it('is told so at the summary, and asked on', () => {
  expect(told(SHOP, '¿y si el vendedor me amenaza?').last()?.asks).toBe('confirm');
});

it('who has nothing open tells a matter', () => {
  expect(said('el vendedor me amenaza, ¿qué hago?')).not.toContain('otro problema');
});

describe('who fears for their work', () => {
  const CORRUPT =
    'un funcionario de la alcaldia de Arraijan pide plata para dar los permisos de construccion';

  it.each([
    'y si me descubren me pueden botar?',
    'me van a despedir si se enteran?',
    'can they fire me for this?',
  ])('is told what is not known, and who reads it: %s', words => {
    for (const kept of ['con reserva', 'anónima']) {
      const talk = told(CORRUPT, kept, 'sí', words);
      expect(talk.last()?.text).toMatch(/en su trabajo si se enteran no se lo puedo asegurar|could fire you/);
      expect(talk.cases).toHaveLength(1);
      expect(talk.cases[0]?.description.join(' ')).not.toContain(words);
    }
  });
});

describe('who fears that something is taken from them for it', () => {
  const PENSION = 'no me llego el pago de 120 a los 65 en Pedasi';

  it.each([
    'me van a quitar lo que tengo si me quejo?',
    'y si por esto me quitan la ayuda?',
    '¿me pueden sacar del programa por quejarme?',
    'can they take away my pension for this?',
  ])('is told that it is a right, and nothing of it is passed on: %s', words => {
    for (const before of [[PENSION], [PENSION, 'sí']]) {
      const talk = told(...before, words);
      expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/es un derecho suyo|is your right/);
      expect(talk.cases[0]?.description ?? talk.conversation.state.draft?.description).toEqual([PENSION]);
    }
  });

  it('is told what a queja is, where that is asked with it', () => {
    const words =
      'Y que es eso de queja yo no quiero pelear con nadie, me van a quitar lo que tengo si me quejo?';
    expect(told(PENSION, words).last()?.text).toMatch(/^Una queja es por un servicio.*es un derecho suyo/s);
  });
});

it('what a queja is is said at the summary, too, and asked on', () => {
  const talk = told('no me llego el pago de 120 a los 65 en Pedasi', 'y que es eso de queja?');
  expect(talk.last()?.text).toMatch(/^Una queja es por un servicio/);
  expect(talk.last()?.asks).toBe('confirm');
});
