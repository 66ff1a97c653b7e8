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
