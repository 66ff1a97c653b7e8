import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, said } = await openTalks();
const LEFT = ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'mejor no'];

describe('a report that was just left', () => {
  it.each([
    'no espere, si mandelo',
    'perdon me equivoque, si quiero',
    'espere, sí',
    'me equivoque, mandelo',
    'fue un error, si quiero ponerla',
    'retomemos',
    'donde estabamos',
    'wait, yes',
  ])('comes back: %s', words => {
    const talk = told(...LEFT, words);
    expect(talk.last()).toMatchObject({ asks: 'confirm' });
    expect(talk.conversation.state.draft?.place?.text).toContain('calle 3');
  });

  it.each(['perdón', 'espere', 'me equivoque de calle', 'hay un hueco en mi calle'])(
    'does not: %s',
    words => {
      const talk = told(...LEFT, words);
      expect(talk.conversation.state.draft?.place?.text ?? '').not.toContain('calle 3');
    },
  );

  it.each([
    'no tengo tiempo ahorita',
    'lo hare por telefono',
    'es que nadie hace caso',
    'y si la pongo mañana?',
  ])('is not begun anew by why it was left, and can be had back: %s', words => {
    expect(said(...LEFT, words)).toContain('No se envió nada');
    expect(told(...LEFT, words, 'mejor si').last()).toMatchObject({ asks: 'confirm' });
  });

  it.each(['me da miedo', 'es que me da miedo que se enteren'])(
    'who is afraid hears of the reserve: %s',
    words => {
      expect(said(...LEFT, words)).toContain('con reserva');
    },
  );
});
