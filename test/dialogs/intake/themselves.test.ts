import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const INTAKE =
  'Buenas, del pueblo de Santa Fe de Darién le escribo, el río se llevó la toma de agua del acueducto rural y la JAAR no tiene plata para reparar';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('who is the body that would have the report', () => {
  it.each([
    [INTAKE, 'normal, soy el presidente de la JAAR, Ramiro Caisamo'],
    [INTAKE, 'normal', 'pero la junta soy yo, lo que queremos es ayuda del gobierno'],
    [INTAKE, 'normal', 'es que somos la junta de agua'],
    ['the rural aqueduct pump is broken in Santa Fe, Darién, we are the water board and have no money'],
  ])('is not sent their own report: %s %s %s', (...words) => {
    const talk = told(...words);
    expect(draft(talk)).toMatchObject({ kind: 'queja', agencyId: 'minsa', summarised: true });
    expect(draft(talk)?.refused).toContain('junta_agua');
    expect(talk.last()?.text).toMatch(/MINSA/);
    expect(talk.last()?.text).not.toMatch(/no da el servicio|JAAR\)|water board problem/);
  });

  it.each(['soy vecino de la junta', 'la junta no hace nada', 'mi vecino es el presidente de la junta'])(
    'is not who only speaks of it: %s',
    words => {
      const talk = told('la junta de agua no da el servicio en Santa Fe, Darién', words);
      expect(draft(talk)?.refused).toEqual([]);
    },
  );
});

describe('who accuses nobody', () => {
  it.each([
    ['no, no la denuncio, cambie eso, debe ser MINSA que ve los acueductos rurales', 'minsa'],
    ['no los estoy denunciando, yo no acuso a nadie', null],
    ["I'm not accusing them", null],
  ])('complains: %s', (words, agencyId) => {
    const talk = told(INTAKE, 'normal', words);
    expect(draft(talk)).toMatchObject({ kind: 'queja', agencyId, summarised: true });
    expect(talk.last()?.text).toMatch(/Queja:|Complaint:/);
  });

  it('is told that it is so where the body has it already', () => {
    const talk = told(
      INTAKE,
      'normal, soy el presidente de la JAAR',
      'no la denuncio, debe ser MINSA que ve los acueductos rurales',
    );
    expect(draft(talk)).toMatchObject({ kind: 'queja', agencyId: 'minsa' });
    expect(talk.last()?.asks).toBe('confirm');
  });
});
