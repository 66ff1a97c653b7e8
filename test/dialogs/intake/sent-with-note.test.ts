import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DRAIN = 'la cuneta está tapada en la calle 5 de Pacora';

describe('a yes with what the body is to be told', () => {
  it.each([
    [DRAIN, 'si, y digales que el es ciego, que no vayan sin avisar', 'el es ciego, que no vayan sin avisar'],
    [DRAIN, 'mándelo y dígales que mi vecino es diabético', 'mi vecino es diabético'],
    [DRAIN, 'sí, pero avíseles que llamen antes de venir', 'llamen antes de venir'],
    [
      DRAIN,
      'yes, and tell them he is blind, they should not come without calling',
      'he is blind, they should not come without calling',
    ],
    [
      'My water bill is too high in Coronado',
      'yes, and please note it was double charge not high bill',
      'it was double charge not high bill',
    ],
    [
      'El recibo del agua llegó muy alto en Coronado',
      'sí, y anote que fue cobro doble, no recibo alto',
      'fue cobro doble, no recibo alto',
    ],
  ])('is sent with it, and is no other matter: %s; %s', (first, words, note) => {
    const talk = told(first, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toEqual([first, note]);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('is told closer with it', () => {
    const talk = told(DRAIN, 'sí, y dígales que es frente a la escuela');
    expect(talk.cases[0]?.place?.text).toBe('calle 5 de Pacora, frente a la escuela');
  });

  it.each(['sí, y anote que tampoco hay luz', 'sí, y además dígales que no hay agua'])(
    'still tells another matter where that is said: %s',
    words => {
      const talk = told(DRAIN, words);
      expect(JSON.stringify([talk.conversation.state.awaits, talk.conversation.state.later])).toMatch(
        /luz|agua/,
      );
    },
  );

  it('hides who wishes to be hidden, and gives no name to the words', () => {
    const [hidden] = told(DRAIN, 'sí, y dígales que no digan que fui yo').cases;
    expect(hidden).toMatchObject({ privacy: 'confidential', description: [DRAIN] });
    const { draft } = told(DRAIN, 'sí, y ponga mi nombre, Marta Ríos').conversation.state;
    expect(draft?.description).toEqual([DRAIN]);
  });
});
