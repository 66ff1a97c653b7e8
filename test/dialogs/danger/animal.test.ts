import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const rang = (talk: Talk, turn = -1) =>
  talk.turns.at(turn)?.replies.some(reply => reply.class === 'emergency');

describe('a danger of persons that was denied, as it is an animal', () => {
  it.each([
    ['le están pegando a un niño en la casa de al lado en Samaria', 'no no es un niño es mi perro, le pegan'],
    ['le pegan al bebé de al lado con un palo y llora en Samaria', 'no es un niño, es mi perro'],
    ['le pegan al niño de al lado, en Samaria', 'es a mi gato, lo golpean'],
    ['they are beating a child next door in Samaria', 'no, it is not a child, it is my dog'],
  ])('does not come back: %s', (first, denied) => {
    const talk = told(first, denied);
    expect(rang(talk)).toBe(false);
    expect(talk.conversation.state.draft?.serviceId).toBe('stray-animals');
    expect(talk.conversation.state.draft?.place?.text).toContain('Samaria');
    talk.say('es que le pegan con un palo a toby y llora');
    expect(rang(talk)).toBe(false);
    expect(talk.conversation.state.draft?.serviceId).toBe('stray-animals');
  });

  it('is none from the first word', () => {
    const talk = told('no no es un niño es mi perro, le pegan');
    expect(rang(talk)).toBe(false);
  });

  it.each(['ahora le pega con un palo al niño', 'me está pegando a mí', 'ahora le pega a su mujer'])(
    'is heard again where somebody is named: %s',
    words => {
      const talk = told('le pegan al bebé de al lado en Samaria', 'no es un niño, es mi perro', words);
      expect(rang(talk)).toBe(true);
    },
  );

  it('is not denied by who only tells of an animal too', () => {
    expect(rang(told('le están pegando a un niño y a su perro en Samaria'))).toBe(true);
    const talk = told(
      'le están pegando a un niño en Samaria',
      'no es un niño, son dos niños, y es un perro bravo',
    );
    expect(talk.conversation.state.animalAt).toBeNull();
  });
});
