import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const POLE = [
  'hay un poste de luz inclinado en Las Cumbres por la escuela',
  'se acaba de caer el poste y hay cables echando chispas en la acera y hay niños',
  'si envíelo ya',
];
const BLEEDS =
  'mi hermana está embarazada y está sangrando, en San Félix Chiriquí el centro de salud está cerrado';
const CALL_AGAIN = /llame otra vez[\s\S]*pregunte qué hacer|call again[\s\S]*ask what to do/;

describe('who waits for help after the numbers', () => {
  it.each([
    'llegaron los de ENSA? ya pasó media hora y nadie viene',
    'ya llamé al 911 y nadie viene',
    'a que hora vienen los de ensa?',
    'ya vienen los bomberos?',
    'todavía no ha llegado nadie',
    'llevamos 40 minutos esperando y nada',
    'los bomberos no llegan',
    'nobody has come yet',
  ])('hears no day of an answer, but to call again, to keep away, and of a person: %s', words => {
    const talk = told(...POLE, words);
    const text = talk.turns
      .at(-1)
      ?.replies.map(reply => reply.text)
      .join('\n');
    expect(text).toMatch(CALL_AGAIN);
    expect(text).toMatch(/No toque el cable|Do not touch the cable/);
    expect(text).toMatch(/«persona»|«person»/);
    expect(text).toContain('911');
    expect(text).not.toContain('a más tardar');
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.review).toBe(true);
  });

  it('has what they tell with it in the case', () => {
    const talk = told(...POLE, 'ya pasó media hora y nadie viene');
    expect(talk.cases[0]?.description.join()).toContain('ya pasó media hora');
  });

  it.each([
    'ya llamamos y dicen que la ambulancia de San Félix viene en 1 hora, ella está pálida qué hacemos',
    'ya llamamos al 911 y no llega la ambulancia y sigue sangrando',
  ])('is not told as if they had not called: %s', words => {
    const [numbers] = told(BLEEDS, words).turns.at(-1)?.replies ?? [];
    expect(numbers?.text).toMatch(CALL_AGAIN);
    expect(numbers?.text).toContain('911');
    expect(numbers?.text).toContain('No deje a solas a quien está mal');
  });

  it.each([
    'ya vienen los bomberos, gracias',
    'ya llamé a los bomberos',
    'desde ayer no llega el agua a mi casa',
    'cuando llega la luz?',
  ])('is none of these: %s', words => {
    const text = told(...POLE, words)
      .turns.at(-1)
      ?.replies.map(reply => reply.text)
      .join('\n');
    expect(text).not.toMatch(CALL_AGAIN);
  });

  it.each(['a quién llamo de ENSA?', 'el cable sigue ahí y un perro murió, ¿a quién llamo en la ENSA?'])(
    'and asks whom to call of the company is told that no number is known: %s',
    words => {
      expect(told(...POLE, words).last()?.text).toMatch(/no lo tengo confirmado.*ENSA/);
    },
  );
});
