import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const READ_BACK = [
  'me van a botar de la casa con mis hijos y no tengo ni para comer',
  'estoy en Samaria, San Miguelito',
  'si. tengo miedo, hay días que no quiero vivir',
];
const WATER = ['no hay agua hace 4 días en Samaria, San Miguelito', 'ya no quiero vivir'];

describe('a report that a wish to die came between', () => {
  it('is sent as it was shown to who orders it, with a kind word and nothing of what they feel', () => {
    const talk = told(...READ_BACK, 'gracias, ya hablé con mi hermana. mande lo de la ayuda');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('no está a solas');
    expect(talk.cases[0]).toMatchObject({ serviceId: 'social-aid', description: [READ_BACK[0]] });
  });

  it.each(['la ayuda que usted me dijo, del MIDES', 'sí, siga con lo que le conté', 'lo del MIDES'])(
    'is shown again to who means it: %s',
    text => {
      const talk = told(...READ_BACK, text);
      expect(talk.last()?.asks).toBe('confirm');
      expect(talk.last()?.text).toContain('MIDES');
      expect(talk.cases).toHaveLength(0);
    },
  );

  it('is sent in English too', () => {
    const talk = told(
      'there is no water for 4 days in Samaria, San Miguelito',
      "i don't want to live anymore",
      'i talked to my sister. please send the water report',
    );
    expect(talk.cases[0]?.serviceId).toBe('no-water');
  });

  it('comes back after another matter that is told first', () => {
    const talk = told(...WATER, 'hay un poste de luz caído en Pedregal, Panamá', 'sí');
    expect(talk.cases[0]?.serviceId).toBe('pole-cable');
    expect(talk.last()?.text).toContain('no hay agua hace 4 días');
  });

  it('is left by who wants it no more', () => {
    const talk = told(...WATER, 'no, ya no quiero mandar nada');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(0);
  });
});
