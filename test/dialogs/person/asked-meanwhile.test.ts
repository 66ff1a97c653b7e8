import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const PERSON = 'quiero hablar con una persona';

/** A talk that waits for a person; at night nobody is on duty. */
function waiting(said: string[], isNight = false): Talk {
  const talk = startTalk(stage);
  if (isNight) talk.now = new Date('2026-10-27T03:00:00Z');
  for (const words of [PERSON, ...said]) talk.say(words);
  return talk;
}
const text = (...said: string[]): string => waiting(said).last()?.text ?? '';
const atNight = (...said: string[]): string => waiting(said, true).last()?.text ?? '';

describe('who waits for a person', () => {
  it.each([
    'es que nadie me contesta?',
    'llevo una hora esperando',
    'nobody answers',
    'todavia nadie me escribe',
  ])('and says that nobody comes is told so, and until when they answer: %s', words => {
    expect(text(words)).toMatch(/nadie ha podido|nobody has been able/);
    expect(text(words)).toMatch(/8:00 p\.m\.|8:00 PM/);
    expect(text('es por mi jubilacion', words)).toMatch(/nadie ha podido|nobody has been able/);
  });

  it.each([
    'cuanto se demora la persona',
    'a que hora me contestan',
    'y la persona cuando me escribe',
    'hasta que hora atienden',
    'ustedes trabajan hasta que hora',
    'me escriben hoy?',
    'how long will it take?',
  ])('and asks when is promised no hour: %s', words => {
    expect(text(words)).toMatch(/no se lo puedo asegurar|cannot promise/);
    expect(text(words)).toMatch(/«seguir»|“continue”/);
    expect(atNight(words)).toMatch(/6:00 a\.m\. del 27 de octubre|6:00 AM on October 27/);
  });

  it.each([
    'y si no llega hoy?',
    'y si no me escriben?',
    'que pasa si nadie me contesta hoy',
    'what if nobody writes today?',
  ])('and asks what if nobody comes today is told when they do again: %s', words => {
    expect(text(words)).toMatch(
      /otra vez desde las 6:00 a\.m\. del 27 de octubre|again from 6:00 AM on October 27/,
    );
  });

  it.each(['ok espero', 'esta bien, yo espero', 'aqui espero pues', 'ok, i will wait'])(
    'and says so is thanked: %s',
    words => expect(text(words)).toMatch(/^(Gracias por esperar|Thank you for waiting)/),
  );

  it.each([
    'en el IDAAN nadie me contesta y no hay agua en Chilibre',
    'hace dos horas se fue la luz en Chepo',
  ])('and tells a matter has it noted: %s', words => {
    expect(text(words)).toContain('Anotado');
    expect(waiting([words, 'seguir']).conversation.state.draft).not.toBeNull();
  });
});

it('who asks for a person once more is not left without a word', () => {
  const talk = startTalk(stage);
  for (const words of ['necesito hablar con alguien', 'es sobre una herencia', PERSON]) talk.say(words);
  expect(
    talk.turns
      .at(-1)
      ?.replies.map(reply => reply.text)
      .join(),
  ).toContain('Le va a escribir una persona');
});

it('who goes on with the bot is not told twice that nothing is known', () => {
  const talk = startTalk(stage);
  for (const words of [
    'a que hora abre el museo del canal y cuanto cuesta para jubilados',
    PERSON,
    'es para saber del programa de casas, que requisitos',
    'seguir',
  ])
    talk.say(words);
  expect(talk.last()?.text).toContain('no sé más de lo que ya le dije');
  expect(talk.last()?.text).not.toContain('prefiero no inventarla');
});
