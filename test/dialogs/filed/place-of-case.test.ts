import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const PIPE = ['se rompió un tubo y se bota el agua en la calle 3, casa 12, Las Garzas de Pacora', 'sí'];
const REFUSE = [...PIPE, 'no pasan a recoger la basura en la calle 3, casa 12, Las Garzas de Pacora'];
const BOTH = [...REFUSE, 'sí'];

function placeOf(talk: Talk, serviceId: string): string | undefined {
  return talk.cases.find(c => c.serviceId === serviceId)?.place?.text;
}

function numberOf(talk: Talk, serviceId: string): string {
  return talk.cases.find(c => c.serviceId === serviceId)?.number ?? '';
}

describe('the place of a case that they name', () => {
  it.each([
    'me equivoqué, el primer caso del tubo es en la calle 13, no la 3',
    'el caso que ya mandó del tubo cámbiele a calle 13',
    'lo del tubo es en la calle 13, no en la 3',
    'cambie el lugar del caso del tubo a calle 13',
    'the first case is on calle 13, not calle 3',
  ])('is put right while another report is shown, which keeps its own: %s', words => {
    const talk = told(...REFUSE, words);
    expect(placeOf(talk, 'water-leak')).toMatch(/calle 13, casa 12/);
    expect(talk.conversation.state.draft?.place?.text).toMatch(/calle 3, casa 12/);
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is that of the case shown last', () => {
    const talk = told(...BOTH);
    talk.say(numberOf(talk, 'water-leak'));
    talk.say('cambie el lugar de ese a calle 13, Las Garzas');
    expect(placeOf(talk, 'water-leak')).toBe('calle 13, Las Garzas');
    expect(placeOf(talk, 'garbage-not-collected')).toMatch(/calle 3, casa 12/);
  });

  it.each([
    (number: string) => `no, el del tubo, ${number}, es calle 13`,
    (number: string) => `cambie el lugar del caso ${number} a calle 13`,
    (number: string) => `change the place of case ${number} to calle 13`,
  ])('is that of the number', words => {
    const talk = told(...BOTH);
    talk.say(words(numberOf(talk, 'water-leak')));
    expect(placeOf(talk, 'water-leak')).toMatch(/calle 13/);
  });

  it('stays where they say that it is right', () => {
    const talk = told(...REFUSE, 'el caso del tubo está bien, este es en la calle 13');
    expect(placeOf(talk, 'water-leak')).toMatch(/calle 3,/);
  });

  it('is told, and so is the case, to who asks for it', () => {
    const talk = told(...BOTH);
    talk.say(`¿cuál es el lugar del caso ${numberOf(talk, 'water-leak')}?`);
    expect(talk.last()?.text).toMatch(/el lugar quedó así: .*calle 3, casa 12/);
    talk.say('muéstreme el caso del tubo, a ver qué dice');
    expect(talk.last()?.caseNumber).toBe(numberOf(talk, 'water-leak'));
  });
});

describe('a place that is said to be wrong after filing', () => {
  const LIGHT = ['se dañó el semáforo de San Antonio de Rufina Alfaro, al lado del Super 99', 'sí'];

  it.each([
    'está mal el lugar, me confundí, es en Juan Díaz, frente a Los Pueblos',
    'puse mal el lugar, es en Juan Díaz, frente a Los Pueblos',
    'la dirección está mal, es en Juan Díaz, frente a Los Pueblos',
  ])('is another: %s', words => {
    const talk = told(...LIGHT, words);
    expect(talk.cases[0]?.place?.text).toBe('Juan Díaz, frente a Los Pueblos');
  });

  it.each([
    'pero entonces ya cambió el lugar? muéstreme el caso',
    'muéstreme el lugar de ese caso',
    '¿cuál es el lugar?',
  ])('is shown from the record, and asked of no body: %s', words => {
    const talk = told(...LIGHT, words);
    expect(talk.last()?.text).toContain('al lado del Super 99');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });
});

describe('an order to add', () => {
  it('goes to the case that they name, whatever report is shown', () => {
    const talk = told(...REFUSE, 'al caso del tubo agregue que se dañó el piso');
    expect(talk.cases[0]?.description.at(-1)).toMatch(/se dañó el piso/);
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
  });
});
