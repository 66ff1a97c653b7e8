import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

const DEBT = 'mi vecino no me paga 200 dolares que le preste, en Chitré, barrio San Juan Bautista';
const HOLE = 'hay un hueco en calle 50, Bella Vista, Panama';
const CANNOT = /no puede obligar a nadie|cannot make anybody/;

describe('who wants this desk to make a private person do something', () => {
  it.each([
    'no quiero casa de paz, quiero que ustedes lo obliguen, ustedes son el gobierno',
    'que lo obliguen a pagar',
    'quiero que el 311 vaya a su casa a buscarlo',
    'can you force him to pay?',
  ])('is told that it cannot and who decides, and no body is asked: %s', words => {
    const talk = told(DEBT, words);
    expect(said(DEBT, words)).toMatch(CANNOT);
    expect(said(DEBT, words)).not.toMatch(/Ese dato|Agregué/);
    expect(talk.cases).toHaveLength(0);
    expect(talk.conversation.state.draft?.serviceId).toBe('neighbour-dispute');
  });

  it.each(['quiero que obliguen al MOP a venir', 'que vayan a la calle 50 a verlo'])(
    'is not who wishes a body to do its work: %s',
    words => expect(said(HOLE, words)).not.toMatch(CANNOT),
  );

  it.each(['pero contesteme si la pueden obligar', 'pueden obligarla a podar?', 'can they make her cut it?'])(
    'nor a neighbour whom they told of: %s',
    words => {
      const mango = 'el palo de mango de la vecina echa hojas en mi patio, en San Miguelito';
      expect(said(mango, words)).toMatch(CANNOT);
      expect(said(HOLE, words)).not.toMatch(CANNOT);
    },
  );

  it.each([
    'me pueden obligar a ir a la casa de paz?',
    'pueden obligarme a pagar?',
    'can they force me to go?',
  ])('nor can it make them do anything: %s', words =>
    expect(said(DEBT, words)).toMatch(/no puede obligarle a nada|cannot make you/),
  );
});
