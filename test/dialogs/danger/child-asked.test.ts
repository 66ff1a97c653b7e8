import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

const SWINGS = 'en el parque de la barriada La Doña en la 24 de diciembre los columpios estan rotos';
const CHILD = 'ademas hay un niñito como de 4 años solo en el parque desde las 8, nadie lo busca';

describe('what to do with a child that is alone', () => {
  it.each([
    [[SWINGS, CHILD], 'pero y el niño?? que hago con el niño'],
    [[SWINGS, CHILD], '¿y el niño?'],
    [[SWINGS], '¿a quién llamo por la niña que anda sola?'],
    [[SWINGS], 'there is a lost kid here, what do I do with the kid?'],
    [[], 'hay un niño en la calle, ¿qué hago con el niño? no es mío'],
    [[SWINGS, 'sí'], '¿adónde llevo al niño perdido?'],
  ])('is told with the numbers, and asked of no body: %s, %s', (before, words) => {
    const answer = said(...before, words);
    expect(answer).toContain('6378-3466');
    expect(answer).toContain('104');
    expect(answer).not.toMatch(/Ese dato|Agregué|Lo agregué|added/);
    const talk = told(...before, words);
    const lines = talk.conversation.state.draft?.description ?? talk.cases[0]?.description ?? [];
    expect(lines.join(' ')).not.toMatch(/qu[eé] hago|qui[eé]n llamo|lost kid|ad[oó]nde llevo/);
  });

  it('goes on being of the child, whatever else it only sounds like', () => {
    const words = ['que hago con el niño', 'está llorando, no habla, no sé de quien es'];
    expect(said(SWINGS, CHILD, ...words)).toContain('6378-3466');
  });

  it.each([
    'mi bebé tiene fiebre, ¿qué hago con el bebé?',
    '¿qué hago con el niño si no hay clases?',
    'que hago con la basura',
  ])('is not what is asked of a doctor, a school or a street: %s', words =>
    expect(said(SWINGS, words)).not.toContain('SENNIAF'),
  );
});
