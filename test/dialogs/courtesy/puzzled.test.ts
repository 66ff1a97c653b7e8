import { describe, expect, it } from 'vitest';
import { isPuzzled } from '../../../src/dialogs/courtesy/puzzled.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FILED = ['no hay luz en Tocumen, calle 5', 'sí'];

describe('who does not understand, right after filing', () => {
  it.each(['no entiendo', 'No entendí', 'explíqueme', 'ok pero no entendí bien', 'que quiere decir eso?'])(
    'is told where the case stands and what comes next: %s',
    words => {
      const { text } = told(...FILED, words).last() ?? { text: '' };
      expect(text).toMatch(/^Caso 311-\d{3}-\d{3}-\d{3}: Se fue la luz\nEnviado a la entidad/);
      expect(text).toContain('Lo atiende: ENSA. Debe responder a más tardar el 29 de octubre.');
      expect(text).toContain('Usted no tiene que hacer nada más.');
      expect(text).toContain('«persona»');
    },
  );

  it('is told so in English too', () => {
    const { text } = told('there is no power in Tocumen, calle 5', 'yes', "I don't understand").last() ?? {};
    expect(text).toMatch(/^Case 311-/);
    expect(text).toContain('There is nothing more you have to do.');
  });

  it('is given to a person when that did not help', () => {
    const talk = told(...FILED, 'no entiendo', 'no entiendo');
    expect(talk.conversation).toMatchObject({ mode: 'waiting', reason: 'not_understood' });
    expect(talk.last()?.text).toMatch(/^Disculpe, no logro explicarme bien\./);
  });

  it('is told of the case just filed, not of all', () => {
    const talk = told(...FILED, 'se robaron la tapa de una alcantarilla en Betania', 'sí', 'no entiendo');
    expect(talk.last()?.text).toMatch(/^Caso 311-\d{3}-\d{3}-\d{3}: Tapa de alcantarilla/);
  });

  it('is told of all of them days later', () => {
    const talk = told(...FILED, 'se robaron la tapa de una alcantarilla en Betania', 'sí');
    talk.wait(3 * 24 * 3_600_000);
    talk.say('no entiendo');
    expect(talk.last()?.text).toMatch(/^Sus casos:/);
  });
});

describe('who does not understand a question', () => {
  it.each([
    ['no hay luz', 'Es para enviarlo a quien atiende ese lugar', 'place'],
    ['tengo un problema con la cosa esa', 'Solo cuénteme qué problema tiene', 'agency'],
    ['hola, quiero poner una queja', 'Solo cuénteme qué problema tiene', 'description'],
    ['quiero denunciar a un policía que pide coima en Betania', 'Usted decide si', 'privacy'],
    ['no hay luz en Tocumen, calle 5', 'Esto es lo que entendí de lo que me contó', 'confirm'],
  ])('is told why it is asked, and asked again: %s', (first, why, asks) => {
    const talk = told(first);
    talk.say('no entiendo');
    expect(talk.last()?.text).toContain(why);
    expect(talk.last()?.text).not.toContain('no le entendí');
    expect(talk.last()?.asks).toBe(asks);
  });

  it.each([
    'y para que quiere saber eso?',
    'para qué necesitan saber dónde vivo',
    'pero xq me pide la direccion',
  ])('is told why, and asked in other words: %s', words => {
    const talk = told('un tubo roto botando agua', words);
    expect(talk.last()?.text).toContain('No hace falta la dirección de su casa');
    expect(talk.last()?.text).toContain('Sirve lo que haya cerca');
    expect(talk.last()?.asks).toBe('place');
  });

  it.each(['no sé para qué quieren tantos policías ahí', 'para que quede claro, es en Pacora'])(
    'is not who tells something: %s',
    words => {
      expect(told('un tubo roto botando agua', words).last()?.text).not.toContain(
        'No hace falta la dirección',
      );
    },
  );

  it('leaves it open the second time, and nothing of it is a place', () => {
    const talk = told('no hay luz', 'no entiendo', 'no entendí');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.place).toBeNull();
  });

  it('is given to a person the second time, where nothing can be left open', () => {
    const talk = told('no hay luz en Tocumen', 'no entiendo', 'no entiendo');
    expect(talk.conversation).toMatchObject({ mode: 'waiting', reason: 'not_understood' });
    expect(talk.last()?.text).toMatch(/^Disculpe, no logro explicarme bien\./);
  });

  it('is told what can be done here, when nothing was asked', () => {
    const talk = told('hola', 'no entiendo');
    expect(talk.last()?.text).toMatch(/^Puede contarme un problema/);
  });
});

describe('isPuzzled', () => {
  it.each([
    ['no entiendo nada', true],
    ['no le entiendo', true],
    ['no entiendo la pregunta', true],
    ['disculpe, no comprendo', true],
    ['¿cómo así?', true],
    ['me puede explicar por favor', true],
    ['what do you mean?', true],
    ['I did not understand', true],
    ['no entiendo por qué no recogen la basura', false],
    ['no entiendo el recibo de la luz', false],
    ['que me expliquen por qué cobran tanto', false],
    ['explíqueme cómo saco la cédula', false],
    ['no me entienden en la caja', false],
  ])('%s: %s', (text, is) => {
    expect(isPuzzled(text)).toBe(is);
  });
});

describe('who does not know what to do with a summary', () => {
  const SEEN = 'no hay luz en Tocumen, calle 5';

  it.each([
    '¿mandar qué mijo? yo no sé de eso',
    'ay mijo no entiendo, tengo que apretar algo?',
    'dónde aprieto?',
    'qué hay que tocar',
    'yo no sé usar esto',
    'send what?',
    'do I have to press something?',
  ])('is told what a yes does and what a no: %s', words => {
    const talk = told(SEEN, words);
    expect(talk.last()?.text).toMatch(
      /^Si está bien, escriba «sí» y yo lo envío|^If it is right, write “yes”/,
    );
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual([SEEN]);
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
  });

  it('is given to a person when that did not help', () => {
    const talk = told(SEEN, 'dónde aprieto?', 'no sé qué hay que tocar');
    expect(talk.conversation.mode).toBe('waiting');
  });

  it.each(['hay que tocar la puerta de la casa azul', 'no sé quién lo daña'])('is another: %s', words => {
    expect(told(SEEN, words).last()?.text).not.toContain('yo lo envío');
  });
});
