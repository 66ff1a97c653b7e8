import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WATER = 'no hay agua en Cerro Batea, San Miguelito, desde ayer';

describe('words to a summary that were read as thanks', () => {
  it('are heard where none of theirs stands in them: it is over', () => {
    const talk = told(WATER, 'ya vino el agua ahorita mismo');
    expect(talk.conversation.state.awaits?.step).toBe('leave');
  });

  it.each(['gracias', 'muchas gracias, muy amable', 'Dios le bendiga, joven'])(
    'are given back otherwise: %s',
    text => {
      const talk = told(WATER, text);
      expect(talk.cases).toHaveLength(0);
      expect(talk.last()?.text).toContain('todavía no está enviado');
    },
  );

  it('wait with nothing that they tell of the place', () => {
    const talk = told(WATER, 'espera, es la calle 3');
    expect(talk.conversation.state.draft?.place?.text).toContain('calle 3');
    expect(told(WATER, 'espera un momento').last()?.text).toContain('no lo envío todavía');
  });
});
