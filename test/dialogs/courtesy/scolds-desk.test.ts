import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const filed = (...then: string[]) =>
  told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí', ...then);

describe('who only scolds those who should help', () => {
  it.each([
    'no sirven para nada',
    'siempre dicen lo mismo',
    'nunca resuelven nada',
    'puro cuento',
    'qué mal servicio',
  ])('is spoken to kindly, and nothing is done to the case: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toContain('Entiendo su molestia');
    expect(talk.cases[0]?.description).toHaveLength(1);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it.each(['no sirve el semáforo de la esquina', 'no sirven las luminarias'])(
    'is not who tells of what does not work: %s',
    words => {
      expect(filed(words).last()?.text).not.toContain('Entiendo su molestia');
    },
  );
});
