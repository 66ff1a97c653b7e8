import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const behind = (words: string) => told('¿qué necesito para sacar el pasaporte?', words);

describe('behind the card of a procedure', () => {
  it.each(['ok y la cedula', 'y la licencia', '¿y la licencia?'])(
    'another paper is told or offered: %s',
    words => {
      const talk = behind(words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toMatch(/trámites|Necesita/);
    },
  );

  it.each([
    'ya fui y me dijeron que no hay sistema',
    'es que fui y no me atendieron',
    'fui ayer y me devolvieron por una copia',
  ])('what went wrong where they went is a report to that body: %s', words => {
    const talk = behind(words);
    expect(talk.last()?.text).toContain('Pasaportes');
    expect(talk.conversation.state.draft?.description).toEqual([words]);
  });

  it.each(['cuanto dura el pasaporte', '¿y qué vigencia tiene?', 'cada cuánto se vence'])(
    'how long it is valid is not how long it takes: %s',
    words => {
      expect(behind(words).last()?.text).toContain('Por cuánto tiempo es válido no lo tengo confirmado');
    },
  );

  it.each(['cuanto dura el tramite', 'cuánto se demora'])('how long it takes is: %s', words => {
    expect(behind(words).last()?.text).toContain('24 horas');
  });

  it.each(['la pagina no abre', 'no me carga la página'])('a page that does not open: %s', words => {
    expect(behind(words).last()?.text).toContain('no puedo revisar esa página');
  });

  it('what helps nothing is answered kindly', () => {
    expect(behind('no me sirve').last()?.text).toContain('Siento que no le sirva');
  });
});
