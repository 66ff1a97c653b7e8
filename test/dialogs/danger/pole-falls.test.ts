import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const POLE = 'hay un poste de luz a punto de caerse en la calle 4 de Pacora echando chispas';
const numbers = (words: string): string =>
  told(words)
    .turns.at(-1)
    ?.replies.find(reply => reply.class === 'emergency')?.text ?? '';

describe('a pole that falls', () => {
  it.each([
    POLE,
    'se cayó un poste en la calle 4 de Pacora y está echando chispas',
    'un carro tumbó el poste y hay chispas en la calle 4 de Pacora',
  ])('is told to be kept away from, with the numbers: %s', words =>
    expect(numbers(words)).toContain('Aléjese'),
  );

  it('is none that is only dark', () => {
    expect(told('el poste de la calle 4 de Pacora está apagado').last()?.text).not.toContain('Aléjese');
  });

  it.each(['ya llame al 911 y vienen los bomberos', 'ya llamé a los bomberos y vienen'])(
    'is still offered as a report to who was helped: %s',
    words => {
      const talk = told(POLE, words);
      expect(talk.conversation.state.awaits).not.toBeNull();
      expect(talk.conversation.state.draft).toBeNull();
    },
  );

  it.each([
    'ya llame al 911 y vienen los bomberos. ahora si, mande el reporte con que el poste ya se cayó',
    'ahora sí, envíe el reporte con que el poste ya se cayó',
  ])('is sent with what became of it, and no other matter is made of that: %s', words => {
    const talk = told(POLE, 'si', words);
    expect(talk.cases[0]?.description.at(-1)).toBe('el poste ya se cayó');
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.last()?.asks).toBe('none');
  });
});
