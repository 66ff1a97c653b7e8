import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const LEAVE =
  'una pregunta yo trabajo en casa de familia y estoy embarazada de 7 meses la señora dice q no me toca licencia x q no me tiene en el seguro';
const DRIVING = /licencia de conducir|ATTT/i;

describe('a question that shares one general word with a procedure', () => {
  it.each([
    LEAVE,
    'me toca licencia por embarazo si trabajo en una casa?',
    'cuántos días de licencia de paternidad dan?',
    'licencia para un kiosco en Chitré, cómo la saco?',
  ])('is none of those: %s', words => {
    expect(told(words).last()?.text).not.toMatch(/alguno de estos trámites/);
    expect(JSON.stringify(told(words).last()?.choices ?? [])).not.toMatch(DRIVING);
  });

  it('is one of them where its words say so', () => {
    const labels = JSON.stringify(told('cómo renuevo la licencia?').last()?.choices);
    expect(labels).toMatch(DRIVING);
  });
});

describe('what they meant, said behind an answer', () => {
  it.each(['no, licencia de maternidad! de embarazo', 'que licencia de conducir ni que nada!! maternidad'])(
    'is asked anew, and no report is made of it: %s',
    words => {
      const talk = told(LEAVE, words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toContain('Lo sabe esta entidad: CSS');
    },
  );

  it('is who knows of the whole, where it names no body by itself', () => {
    const more = 'no le dije que pusiera queja, yo lo que pregunto es si me toca la licencia y quien la paga';
    expect(said(LEAVE, 'no, licencia de maternidad', more)).toMatch(/Lo sabe esta entidad: (CSS|MITRADEL)/);
    expect(told(LEAVE, 'no, licencia de maternidad', more).conversation.state.draft).toBeNull();
  });

  it.each(['no, no hay luz en mi casa en Villa Lucre', 'no, hay un hueco en la calle 5 de Villa Lucre'])(
    'is none where something goes wrong: %s',
    words => {
      expect(
        told('cuánto cuesta la renovación del pasaporte?', words).conversation.state.draft,
      ).not.toBeNull();
    },
  );
});

describe('a paper that they have yet to see to', () => {
  const BORN =
    'tengo un niño de 9 años que nacio en casa en la comarca y nunca lo registramos, ahora en la escuela me piden el certificado';

  it.each([BORN, 'mi hija nació en Boquete y todavía no la hemos inscrito, qué hago?'])(
    'is a question and no complaint: %s',
    words => {
      expect(said(words)).toContain('Lo sabe esta entidad: Tribunal Electoral');
      expect(told(words).conversation.state.draft).toBeNull();
    },
  );

  it.each([
    'no es queja, quiero saber qué tengo que llevar para inscribirlo',
    'vivimos en Soloy, comarca. alla hay oficina del tribunal?',
    'otra cosa, le digo que es para registrar el nacimiento',
  ])('is asked on of the same body: %s', words => {
    expect(said(BORN, words)).toContain('Tribunal Electoral');
    expect(told(BORN, words).conversation.state).toMatchObject({ draft: null, awaits: null });
  });

  it('is told as a procedure where one is known', () => {
    const land =
      'mi abuelo tiene 40 años viviendo en una finca en Tonosí sin papeles, como hacemos para sacar el titulo';
    expect(said(land)).toContain('Titulación de tierras. Entidad: ANATI');
    expect(said(land)).not.toContain('Antes de seguir');
  });
});
