import { describe, expect, it } from 'vitest';
import { openStage, openTalks, startTalk } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const stage = await openStage();

const CARD = 'perdí mi cédula, qué hago';
const LICENCE = 'how do i renew my driver license';
const PASSPORT = 'quiero sacar el pasaporte por primera vez';

describe('a question about the procedure that was just told', () => {
  it.each([
    ['cuanto cuesta?', CARD, 'B/.35.00'],
    ['y cuánto es', CARD, 'B/.35.00'],
    ['how much is it?', 'i lost my cedula, what do i do', 'B/.35.00'],
    ['hay que pagar algo?', PASSPORT, 'B/.100.00'],
    ['ok gracias y qué tengo que llevar?', PASSPORT, 'Cédula vigente'],
    ['y cuánto se demora', PASSPORT, '24 horas'],
  ])('is answered with its one line: %s', (asked, card, line) => {
    const answer = said(card, asked);
    expect(answer).toContain(line);
    expect(answer.split('\n').length).toBeLessThan(6);
    expect(draftOf(card, asked)).toBeNull();
  });

  it('is answered line by line where more than one is asked', () => {
    const answer = said(CARD, 'cuanto cuesta, donde es y que llevo?');
    for (const part of ['B/.35.00', 'quiosco', 'número de cédula']) expect(answer).toContain(part);
    const some = said(CARD, '¿cuánto cuesta? ¿cuánto demora? ¿a qué hora abren?');
    for (const part of ['B/.35.00', 'Cuánto tarda no lo tengo confirmado', 'horario no lo tengo confirmado'])
      expect(some).toContain(part);
    expect(some).toContain('www.tribunal-electoral.gob.pa');
  });

  it('tells what is not known of it with its body, its page and where it is done', () => {
    const price = said(LICENCE, 'ok and how much is it?');
    expect(price).toContain('not confirmed');
    expect(price).toContain('sertracen.com.pa/costos-de-licencia');
    expect(price).toContain('www.transito.gob.pa');
    const hours = said(CARD, 'y el horario?');
    expect(hours).toContain('El horario no lo tengo confirmado');
    expect(hours).toContain('quiosco');
    const where = said(CARD, 'y donde la saco si vivo en bocas del toro');
    expect(where).toContain('quiosco');
    expect(where).toContain('www.tribunal-electoral.gob.pa');
  });

  it('is of the one that was chosen, and of it on and on', () => {
    const talk = startTalk(stage);
    talk.say('como renuevo la licencia de conducir');
    talk.tap('Renovación');
    for (const asked of ['donde hay en santiago?', 'bueno y cuanto cuesta?', 'y el horario?']) {
      talk.say(asked);
      expect(talk.last()?.text).toContain('Sertracen');
      expect(talk.last()?.text).not.toContain('Licencia de conducir por primera vez');
    }
    talk.say('y si tengo boletas pendientes?');
    expect(talk.last()?.text).toContain('Paz y salvo con la ATTT');
    talk.say('y si soy zurdo?');
    expect(talk.last()?.text).toContain('ATTT');
  });

  it('finds what the card says of a condition', () => {
    expect(said(PASSPORT, 'y si soy jubilada?')).toContain('B/.50.00');
    expect(said(PASSPORT, 'y si el papá vive en Chiriquí?')).not.toContain('B/.50.00');
  });

  it.each([
    ['y cuánto cuesta el duplicado de la licencia?', 'Duplicado de licencia'],
    ['cuánto cuesta el récord policivo?', 'récord policivo'],
  ])('is none of it where another is named: %s', (asked, other) => {
    expect(said(CARD, asked)).toContain(other);
  });

  it('is no matter that is told', () => {
    expect(draftOf(CARD, 'y en mi casa en Tocumen no hay agua, cuánto va a durar esto?')?.serviceId).toBe(
      'no-water',
    );
  });
});

describe('what is told of a paper', () => {
  it.each([
    'hola perdi mi cedula que tengo q hacer',
    'se me perdió el pasaporte ayer en el bus',
    'i lost my driver license in the mall',
  ])('that was lost is nothing to report: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).toMatch(/Duplicado|Pasaporte perdido|Replacement/);
    expect(talk.last()?.choices ?? []).toEqual([]);
  });

  it('offers a report all the same where something goes wrong beside', () => {
    const talk = startTalk(stage);
    talk.say('perdí mi cédula y en el Tribunal Electoral no me atienden');
    expect(`${talk.last()?.text}`).toMatch(/reporte|enviar/);
  });

  it.each(['pa sacar el pasaporte de mi hijo de 8 años', 'quiero sacar pasaporte para mi nieta de 3 meses'])(
    'of a child is never that of an adult: %s',
    text => {
      const talk = startTalk(stage);
      talk.say(text);
      expect(JSON.stringify(talk.last())).toContain('Pasaporte de menor de edad');
      expect(JSON.stringify(talk.last())).not.toContain('mayor de edad');
    },
  );

  it('of a grown child is', () => {
    const talk = startTalk(stage);
    talk.say('pa sacar el pasaporte por primera vez de mi hijo de 22 años');
    expect(JSON.stringify(talk.last())).toContain('mayor de edad');
  });

  it('is for whom they say behind the card, and no complaint', () => {
    const talk = startTalk(stage);
    talk.say(PASSPORT);
    talk.say('es para mi hija de 5 años');
    expect(JSON.stringify(talk.last())).toContain('Pasaporte de menor de edad');
  });
});

it('offers no other paper where one was told, and says its sheet no second time', () => {
  const talk = told(
    'que necesito para renovar la licencia de conducir?',
    'vencida hace 2 años se puede renovar o toca hacer examen otra vez',
  );
  expect(talk.last()?.text).toMatch(/no lo tengo confirmado.*ATTT/s);
  expect(talk.last()?.text).not.toContain('Necesita:');
  expect(talk.conversation.state.awaits).toBeNull();
});
