import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const draft = (talk: Talk) => talk.conversation.state.draft;
const FICHA = 'en mi trabajo nos descuentan el seguro social y en la ficha no sale nada, soy de penonome.';

describe('who wishes in the first words not to be known', () => {
  it.each([
    'pero q no sepan quien soy',
    'Que no se sepa quien lo dijo',
    'No digan que fuimos nosotros',
    'que no salga el nombre de nosotras',
    'sin decir quien soy',
    'mi jefe no se puede enterar',
    'y que no me identifiquen',
    "please don't say it was us",
    'keep us out of it',
  ])('is kept in reserve, and reads it: %s', words => {
    const talk = told(`${FICHA} ${words}`);
    expect(draft(talk)?.privacy).toBe('confidential');
    expect(talk.last()?.text).toMatch(/no ve quién es usted|does not see who you are/);
  });

  it('also behind a long story', () => {
    const long =
      'Ya hablamos con la contadora y con el encargado y nadie nos da razón desde el mes de marzo.';
    expect(draft(told(`${FICHA} ${long} no quiero que sepan que fui yo`))?.privacy).toBe('confidential');
  });

  it.each([
    'no salió mi nombre en la lista de la beca del ifarhu',
    'mi nombre no aparece en el padron del tribunal electoral',
    'they keep us out of the health centre in Chitre',
  ])('nothing is hidden by what tells a matter: %s', words => {
    expect(draft(told(words))?.privacy ?? null).toBeNull();
  });
});

describe('a further matter just after a report in reserve', () => {
  const RESERVED = [`${FICHA} no quiero que sepan que fui yo`, 'si'];

  it.each([
    'y tampoco nos pagan las vacaciones',
    'otra queja, nos hacen trabajar 12 horas y no nos pagan las horas extra',
  ])('is kept alike, and says so: %s', words => {
    const talk = told(...RESERVED, words);
    expect(talk.last()?.text).toContain('Con reserva');
    expect(talk.say('si').cases).toMatchObject([{ case: { privacy: 'confidential' } }]);
  });

  it('is open where they say so', () => {
    const talk = told(...RESERVED, 'tampoco nos pagan las vacaciones. esta con mi nombre');
    expect(draft(talk)?.privacy).not.toBe('confidential');
  });

  it('and stays open behind an open one', () => {
    expect(draft(told(FICHA, 'si', 'y tampoco nos pagan las vacaciones'))?.privacy ?? null).toBeNull();
  });
});
