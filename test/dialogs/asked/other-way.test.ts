import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const YOUTH = 'buenas como hago para sacar la cedula juvenil de mi hija';
const LICENCE = 'cuanto cuesta renovar la licencia de conducir';
const DUPLICATE = 'El acudiente en persona';

describe('behind the card of a paper that is had again', () => {
  it.each([
    'pero ella no ha tenido nunca, es la primera vez. tiene 12 años',
    'eso es duplicado. yo quiero la primera vez',
    'no es duplicado, es por primera vez',
    'eso es duplicado otra vez. ya voy a la oficina mejor',
    'ella nunca ha tenido cedula',
    'no, no quiero el duplicado',
    'no, it is for the first time',
  ])('who means another way is told that nothing is known of it, and who knows: %s', words => {
    const answer = said(YOUTH, words);
    expect(answer).toMatch(/no tengo nada confirmado|nothing confirmed/);
    expect(answer).toMatch(/Tribunal Electoral[\s\S]*tribunal-electoral\.gob\.pa[\s\S]*(«persona»|“person”)/);
    expect(answer).not.toContain(DUPLICATE);
    expect(draftOf(YOUTH, words)).toBeNull();
  });

  it('is not told the same card, nor begins a complaint, whatever is said next', () => {
    const FIRST = 'eso es duplicado. yo quiero la primera vez';
    for (const words of [
      'que papeles llevo?',
      'mi hija de 12 años nunca ha tenido cedula juvenil, que llevo para sacarsela por primera vez',
      'eso es duplicado otra vez. ya voy a la oficina mejor',
    ]) {
      expect(said(YOUTH, FIRST, words)).not.toMatch(new RegExp(`${DUPLICATE}|¿Lo envío|reporte`));
      expect(draftOf(YOUTH, FIRST, words)).toBeNull();
    }
  });

  it('is told before that it is only of the way that is known', () => {
    expect(said(YOUTH)).toContain('es del duplicado');
    expect(said('se le perdio la cedula juvenil a mi hija, como saco otra')).not.toContain(
      'es del duplicado',
    );
  });

  it.each([
    [LICENCE, 'no es renovacion, es primera vez', 'Licencia de conducir por primera vez'],
    ['se me perdio la cedula', 'no, no es duplicado, es renovacion', 'Renovación de cédula vencida'],
    ['como hago el duplicado de la licencia', 'no la perdi, es que se vencio', 'Renovación de licencia'],
    ['como saco el pasaporte por primera vez', 'no es primera vez, se me vencio', 'Renovación de pasaporte'],
  ])('is told the card of the way they mean: %s / %s', (asked, words, card) => {
    expect(said(asked, words)).toContain(card);
  });

  it('takes the same way for no other', () => {
    expect(said('se me perdio la cedula', 'cuanto demora? la perdi ayer')).toContain('tarda');
  });
});

it('offers the way that is asked for', () => {
  expect(
    told('como renuevo el pasaporte')
      .last()
      ?.choices?.map(({ label }) => label),
  ).toEqual(['Renovación de pasaporte', 'Otra cosa']);
});

describe('whether one paper must be brought', () => {
  it.each([
    [YOUTH, 'mi hija tiene que llevar certificado de nacimiento?'],
    [YOUTH, 'necesita acta de nacimiento?'],
    [LICENCE, 'tengo que llevar certificado de nacimiento?'],
    [LICENCE, 'hay que llevar foto?'],
    [LICENCE, 'do I have to bring a photo?'],
  ])('is of the card that was told: %s / %s', (asked, words) => {
    expect(said(asked, words)).toMatch(/no está|not in the list/);
    expect(said(asked, words)).not.toContain('Certificado de nacimiento. Entidad');
  });

  it('is told from it where it stands there', () => {
    expect(said(LICENCE, 'tengo que llevar la cedula?')).toContain('Piden: Cédula original y copia');
  });

  it('is another question where several are asked for', () => {
    expect(said(LICENCE, 'que papeles tengo que llevar?')).toContain('Licencia actual');
    expect(said('que necesito para el certificado de nacimiento?')).toContain('Certificado de nacimiento');
  });
});

describe('who only asks', () => {
  it.each(['ninguna, es una pregunta nada mas', 'nada, solo es una pregunta', 'es una consulta no mas'])(
    'leaves the report, at the menu of kinds too: %s',
    words => {
      const REPORT = ['tengo un problema con mi cedula en el tribunal electoral de David', words];
      expect(draftOf(...REPORT)).toBeNull();
      const talk = told('hay un hueco en la calle 5 de Chitre');
      talk.tap('fix:kind');
      talk.say(words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).not.toContain('¿Qué desea presentar?');
    },
  );
});
