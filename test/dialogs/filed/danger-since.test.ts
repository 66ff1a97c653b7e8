import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = ['hay un hueco grande en la calle principal de Las Mañanitas', 'sí'];
const WATER = ['no hay agua en Las Mañanitas desde hace 5 dias', 'sí'];

describe('what has happened again of a case that was just filed', () => {
  it.each([
    [HOLE, 'hola, ahora cayo una moto tambien, el señor se raspo pero ya esta en su casa'],
    [HOLE, 'hoy se cayo otro carro, el señor esta herido'],
  ])('is put there behind the numbers, and no other report is offered: %s %s', (base, words) => {
    const talk = told(...base, words);
    expect(talk.turns.at(-1)?.replies[0]?.class).toBe('emergency');
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join('\n')).toContain(words);
  });

  it('is put there alone where nobody was hurt', () => {
    const talk = told(...HOLE, 'hoy se cayo otro carro, nadie herido');
    expect(talk.turns.at(-1)?.replies.map(reply => reply.class)).toEqual(['reply']);
    expect(talk.cases[0]?.description[1]).toBe('hoy se cayo otro carro, nadie herido');
  });

  it.each([
    'ahora hay un incendio en la casa de al lado',
    'hoy cayo un cable en la calle con chispas',
    'mi marido me esta pegando ahora',
  ])('a danger of its own is not put there: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.turns.at(-1)?.replies[0]?.class).toBe('emergency');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });
});
