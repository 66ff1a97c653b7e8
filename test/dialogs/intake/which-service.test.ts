import { beforeEach, describe, expect, it } from 'vitest';
import { openStage, openTold, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const told = await openTold();
const TWO = 'basura, luminaria';

describe('services that are offered', () => {
  let talk: Talk;
  beforeEach(() => {
    talk = startTalk(stage, 'web');
    talk.say(TWO);
    expect(talk.last()?.choices?.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['service:garbage-not-collected', 'service:street-light']),
    );
  });

  it.each([
    ['la luz primero', 'street-light'],
    ['lo de la luz', 'street-light'],
    ['es por la basura', 'garbage-not-collected'],
    ['la basura primero', 'garbage-not-collected'],
  ])('are chosen by a word of one of them: «%s»', (words, service) => {
    talk.say(words);
    expect(talk.conversation.state.draft?.serviceId).toBe(service);
  });
});

describe('two matters in one message', () => {
  it('are taken one after the other, also where the word between them is cut short', () => {
    const talk = startTalk(stage, 'web');
    talk.say('no hay luz en la calle 5 de San Isidro y tambn la basura no la recojen');
    expect(talk.shown().join('\n')).toContain('Veo más de un asunto');
  });
});

describe('a denuncia that is only announced', () => {
  it('is of no service yet', () => {
    const talk = startTalk(stage, 'web');
    talk.say('denuncia anonima');
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'denuncia', serviceId: null });
    talk.say('un funcionario del municipio de La Chorrera pide coima para dar el permiso de construcción');
    expect(talk.shown().join('\n')).toContain('ANTAI');
  });
});

describe('right after a case', () => {
  it.each(['cuántos días demora?', '¿cuánto tiempo se demoran?', 'cuánto demoran'])(
    '«%s» is told by when the body must answer',
    words => {
      const talk = startTalk(stage, 'web');
      talk.say('no hay agua en Pacora, calle 2');
      talk.say('sí');
      talk.say(words);
      expect(talk.shown().join('\n')).toMatch(/a más tardar el \d+ de/);
    },
  );
});

describe('an answer that points to one of those offered', () => {
  it.each(['es lo de la luminaria, la que queda en betania', 'lo de la luminaria, la que queda en betania'])(
    'chooses it by a part of its label, and keeps what it tells besides: «%s»',
    words => {
      const talk = told(TWO, words);
      expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'street-light' });
      expect(talk.conversation.state.draft?.place?.text).toBe('betania');
    },
  );

  it('a bare yes to several is asked which, in few words', () => {
    const talk = told(TWO, 'si');
    expect(talk.last()).toMatchObject({ asks: 'agency' });
    expect(talk.last()?.text).toMatch(/^¿Cuál\?/);
  });
});

describe('the answer to which service it is of, after a scolding that told none', () => {
  const SCOLDING =
    'ustedes son unos inutiles, llevo 3 semanas con esta vaina todas las noches en Las Cumbres y nadie hace un carajo';

  it.each([
    ['con la luz que se va todas las noches', 'power-outage'],
    ['pues que no pasa el camión de la basura', 'garbage-not-collected'],
  ])('is read by itself: %s', (words, service) => {
    expect(told(SCOLDING, words).conversation.state.draft).toMatchObject({
      serviceId: service,
      summarised: true,
    });
  });
});
