import { describe, expect, it } from 'vitest';
import { toGsm7 } from '../../../src/channels/gsm7.ts';
import { emergency } from '../../../src/dialogs/danger/emergency.ts';
import { sceneOf } from '../../../src/dialogs/scene.ts';
import { newState } from '../../../src/dialogs/state.ts';
import type { Facts } from '../../../src/dialogs/turn.ts';
import { ABILITIES, openStage, startTalk } from '../../support/play.ts';

const stage = await openStage();
const CATEGORIES = [...stage.catalogue.emergencies.values()];
const FIRST_SEGMENT = 153;

/** The reply to a danger of a category, however it was told. */
function replyTo(category: string, language: 'es' | 'en') {
  const reading = { ...stage.classifier.understand('x', { language }), emergency: { category, p: 1 } };
  const { conversation } = startTalk(stage, 'sms');
  const facts = {
    ...{ ...stage, now: new Date(0), reading, combined: () => reading, pin: null, cases: [], quoted: null },
    ...{ media: { ids: [], unreadable: 0 }, channel: { id: 'sms', capabilities: ABILITIES.sms } },
  } as unknown as Facts;
  const talk = { ...conversation, state: newState(language) };
  return emergency(sceneOf(talk, { messages: [] }, facts))?.replies[0];
}

describe('who spoke of dying, and then of no matter of an office', () => {
  it.each(['no le he dicho a nadie, perdón por molestar', 'es que me siento sola', 'estoy llorando'])(
    'is given to a person, and asked nothing: %s',
    words => {
      const talk = startTalk(stage);
      talk.say('ya no quiero vivir, me quiero morir');
      talk.say(words);
      expect(talk.conversation).toMatchObject({
        mode: 'waiting',
        reason: 'distress',
        state: { draft: null },
      });
      expect(talk.last()?.text).toContain('911');
    },
  );

  it('may still report one', () => {
    const talk = startTalk(stage);
    talk.say('ya no quiero vivir, me quiero morir');
    talk.say('no hay agua en Betania desde ayer');
    expect(talk.conversation).toMatchObject({ mode: 'bot', state: { draft: { serviceId: 'no-water' } } });
  });
});

describe('the words before the numbers', () => {
  it.each(['suicidio', 'violencia_mujer', 'violencia_sexual', 'menor'])('%s has its own', category => {
    const any = stage.texts.say('es', 'emergency.any').text;
    expect(replyTo(category, 'es')?.text).not.toContain(any);
  });

  it('tell who was raped that it is not their fault, by text message too', () => {
    const reply = replyTo('violencia_sexual', 'es');
    expect(reply?.text).toContain('no es su culpa');
    expect(reply?.short).toMatch(/^104 .*no es su culpa/);
  });
});

describe.each(['es', 'en'] as const)('the answer to danger in %s', language => {
  it.each(CATEGORIES.map(({ id }) => id))(
    '%s: numbers first, all within the first text message',
    category => {
      const reply = replyTo(category, language);
      const lines = stage.catalogue.emergencies.get(category)?.lines ?? [];
      const first = toGsm7(reply?.short ?? '').slice(0, FIRST_SEGMENT);
      expect(reply?.class).toBe('emergency');
      for (const { number } of lines.slice(0, 3)) expect(first).toContain(number);
      for (const { number } of lines) expect(reply?.text).toContain(number);
    },
  );

  it.each(CATEGORIES.map(({ id }) => id))('%s: promises nothing', category => {
    expect(replyTo(category, language)?.text).not.toMatch(
      /enviamos|enviaremos|va en camino|van en camino|avisamos a|we will send|on (its|their) way/i,
    );
  });
});
