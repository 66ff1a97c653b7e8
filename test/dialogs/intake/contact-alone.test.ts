import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const OUTAGE = 'no hay luz en la calle 5 de Chitre hace tres dias';

describe('a name and an identity number alone', () => {
  it.each(['juan perez cedula 8-765-1234', 'María del Carmen Ortega, 4-712-345', 'Ana Ríos 8-123-456'])(
    'are whose the report is, and no word of it: %s',
    words => {
      const talk = told(OUTAGE, words);
      expect(talk.conversation.state.draft).toMatchObject({
        description: [OUTAGE],
        contact: words,
        kind: 'queja',
      });
      expect(talk.last()?.asks).toBe('confirm');
    },
  );

  it('are kept of nobody who stays unknown', () => {
    const talk = told(
      'quiero denunciar anónimamente que un taxista me cobró de más en Tocumen',
      'Ana Ríos, 8-123-456',
    );
    expect(talk.conversation.state.draft).toMatchObject({ contact: null, privacy: 'anonymous' });
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
  });

  it('are more of it where they say who somebody else is', () => {
    const words = 'el dueño es Juan Pérez 8-765-1234';
    expect(told(OUTAGE, words).conversation.state.draft?.contact ?? '').not.toContain(words);
  });
});
