import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const REFUSE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

describe('several questions beside a yes', () => {
  it('are each answered, and the report is sent', () => {
    const talk = told(REFUSE, 'sí. ¿puedo quejarme siendo extranjero y cuánto me cuesta?');
    expect(talk.last()?.text).toContain('también si es de otro país');
    expect(talk.last()?.text).toContain('no cuesta nada');
    expect(talk.cases[0]?.description).toEqual([REFUSE]);
  });

  it('go to the body where only it knows, and the others do not', () => {
    const talk = told(REFUSE, 'sí. ¿a qué hora pasa el camión? ¿y me cuesta algo?');
    expect(talk.last()?.text).toContain('no cuesta nada');
    expect(talk.cases[0]?.description).toEqual([REFUSE, '¿a qué hora pasa el camión?'.replace('¿', '')]);
  });

  it('one of them who learns of it: told before it is sent', () => {
    const talk = told(REFUSE, 'sí, ¿quién lo lee y cuánto tardan?');
    expect(talk.last()?.asks).toBe('privacy');
    expect(talk.cases).toEqual([]);
  });

  it('that are about days and news make nobody ask for reserve', () => {
    expect(told(REFUSE, 'sí, ¿me llaman? ¿y si no hacen nada?').cases).toHaveLength(1);
  });
});

describe('a wish or more of the report beside a yes', () => {
  it.each([
    ['sí envíelo, y q sancionen a ese señor', 'sancionen a ese señor'],
    ['si pero ponga tambien que hay ratas, y que son tres tanques no uno', 'tres tanques'],
    ['si y que son tres los tanques no uno', 'tres los tanques'],
    ['si mandelo y que me paguen el aro', 'paguen el aro'],
  ])('asks nothing for its «que»: %s', (words, kept) => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).not.toContain('Agregué su pregunta');
    expect(talk.cases[0]?.description.join('\n')).toContain(kept);
  });
});

it.each([
  'dele. ¿y cuánto tarda?',
  'dele. ¿y eso lo van a multar o qué le hacen?',
  'correcto. quien me avisa?',
])('an order in a sentence of its own is one, whatever is asked behind it: %s', words =>
  expect(told(REFUSE, words).cases).toHaveLength(1),
);

it.each(['ok, y a quien se lo mandan?', 'esta bien, me van a llamar?'])('a light word is none: %s', words => {
  expect(told(REFUSE, words).cases).toEqual([]);
});
