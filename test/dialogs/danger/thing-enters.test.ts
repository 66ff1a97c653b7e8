import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const SEWAGE = 'hay aguas negras desbordadas frente a mi casa en San Miguelito, Belisario Porras, sector 4';
const LIGHT = 'hay un poste de luz sin foco en calle 5 de Betania';
const lastText = (...lines: string[]): string =>
  told(...lines)
    .turns.at(-1)
    ?.replies.map(reply => reply.text)
    .join('\n') ?? '';

describe('what was told of water or an animal and now comes in', () => {
  it.each([
    'hoy ya se metió a la sala de mi casa, agreguen eso',
    'ahora se metió a la cocina de mi casa',
    'ya entró al cuarto de los niños',
    'NO ES UN LADRON, son las aguas negras que se metieron a la sala',
  ])('is no burglar, and is added to the case: %s', words => {
    const talk = told(SEWAGE, 'si envielo', words);
    expect(talk.turns.at(-1)?.replies.some(reply => reply.class === 'emergency')).toBe(false);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toContain(words);
  });

  it('is added to the report that is not sent yet', () => {
    const talk = told(SEWAGE, 'ya se metió a la sala');
    expect(talk.last()?.text).not.toContain('104');
    expect(talk.conversation.state.draft?.description).toContain('ya se metió a la sala');
  });

  it.each([
    'se metieron dos tipos a mi casa',
    'ya se metieron a la casa',
    'hay un ladron adentro de la casa',
    'se metió alguien a la cocina y estoy escondida',
  ])('is a danger where somebody is told of: %s', words => {
    expect(lastText(SEWAGE, 'si envielo', words)).toMatch(/104|911/);
  });

  it('is a danger where nothing was told that could come in', () => {
    expect(lastText(LIGHT, 'si', 'ahora se metió a la cocina de mi casa')).toContain('104');
  });

  it('is not heard as a thief again once that was denied', () => {
    const talk = [LIGHT, 'si', 'se metió a la casa', 'no es un ladrón, es una rata'];
    expect(lastText(...talk, 'y ahora entró al cuarto de los niños')).not.toContain('104');
  });

  it('keeps the numbers where who is inside cannot breathe', () => {
    const words = 'ya entró al cuarto de los niños y no pueden respirar';
    expect(lastText(SEWAGE, 'si envielo', words)).toContain('911');
  });
});
