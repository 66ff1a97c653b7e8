import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const BOTH = 'no hay agua y no recogen la basura en Juan Díaz';

describe('the matter that waits', () => {
  it.each(['si, y la casa es la 4521 calle Larga. y el de la basura?', 'si. y el otro?'])(
    'is asked about anyway, and by no body answered: %s',
    words => {
      const talk = told(BOTH, words);
      const text = talk.turns
        .at(-1)
        ?.replies.map(reply => reply.text)
        .join('\n');
      expect(talk.cases).toHaveLength(1);
      expect(text).toContain('¿Abro otro caso?');
      expect(text).not.toMatch(/Ese dato no lo tengo|Agregué su pregunta/);
    },
  );

  it('keeps the place told with it', () => {
    const talk = told(BOTH, 'si, y la casa es la 4521 calle Larga. y el de la basura?');
    expect(talk.cases[0]?.place?.text).toContain('4521');
  });

  it('is none that nobody told', () => {
    const talk = told('no hay agua en calle 3, Boquete', 'sí, y el de la basura?');
    expect(
      talk.turns
        .at(-1)
        ?.replies.map(reply => reply.text)
        .join(),
    ).toContain('Agregué su pregunta');
  });
});

describe('where it is, said again with the order', () => {
  it.each([
    'la casa es la misma, calle Larga 4521, ya se lo dije. enviar',
    'es el mismo lugar, mándelo',
    'la dirección es la misma que le dije. Envíelo',
  ])('changes nothing: %s', words => {
    const before = told('no hay agua en calle Larga 4521, Juan Díaz');
    const place = before.conversation.state.draft?.place?.text;
    before.say(words);
    expect(before.cases[0]).toMatchObject({ description: ['no hay agua en calle Larga 4521, Juan Díaz'] });
    expect(before.cases[0]?.place?.text).toBe(place);
  });

  it('joins no two matters', () => {
    const talk = told(
      'no hay agua en mi casa, calle Larga 4521, Juan Díaz y no recogen la basura',
      'la casa es la misma, calle Larga 4521, ya se lo dije. enviar',
    );
    expect(talk.cases[0]?.description).toEqual(['no hay agua en mi casa, calle Larga 4521, Juan Díaz']);
    expect(
      talk.turns
        .at(-1)
        ?.replies.map(reply => reply.text)
        .join(),
    ).toContain('¿Abro otro caso?');
  });
});
