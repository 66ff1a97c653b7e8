import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('a case made by other means', () => {
  it.each([
    'lo puse por teléfono',
    'la hice en la oficina la semana pasada',
    'llamé al 311',
    'i made it by phone',
  ])('is looked for by a person, and is no matter: %s', words => {
    const talk = told('quería saber el estado de mi caso', 'no tengo el número', words);
    expect(talk.last()?.text).toMatch(/por otro medio|by other means/);
    expect(talk.conversation.state.draft).toBeNull();
  });
});
