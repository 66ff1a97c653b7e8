import { describe, expect, it } from 'vitest';
import { dangerInPublic } from '../../src/dialogs/danger/in-public.ts';
import { elsewhere } from '../../src/dialogs/elsewhere.ts';
import type { Scene } from '../../src/dialogs/scene.ts';
import { newState } from '../../src/dialogs/state.ts';
import type { StoredMessage } from '../../src/storage/store.ts';
import { openStage, startTalk } from '../support/play.ts';

const stage = await openStage();
const HOUR = 3_600_000;
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

/** What X takes below a post, less the name it begins with. */
const MOST = 255;

describe('what is said in public', () => {
  const inPublic = (texts: string[]) => ({ texts, elsewhere: 'public' as const });

  it('is answered with an invitation, and no word of a case', () => {
    const talk = startTalk(stage);
    const turn = talk.send(inPublic([LEAK]));
    expect(turn.replies).toMatchObject([{ class: 'invitation', asks: 'none' }]);
    expect(turn.replies[0]?.text).toContain('https://311.example.org');
    expect(turn.replies[0]?.text.length).toBeLessThanOrEqual(MOST);
    expect([turn.state.draft, turn.state.awaits, turn.cases]).toEqual([null, null, []]);
  });

  it('opens, shows and erases nothing, whatever is asked', () => {
    const talk = startTalk(stage);
    talk.send(inPublic([LEAK]));
    for (const text of [
      'sí',
      'mis casos',
      '311-483-920-716',
      'borrar mis datos',
      'persona',
      'ayuda',
      'ALTO',
    ]) {
      talk.now = new Date(talk.now.getTime() + 25 * HOUR);
      const turn = talk.send(inPublic([text]));
      expect(
        turn.replies.map(reply => reply.class),
        text,
      ).toEqual(['invitation']);
      expect([turn.cases, turn.erase, turn.set.mode], text).toEqual([[], undefined, undefined]);
    }
  });

  it('is answered once a day, so that two machines come to an end', () => {
    const talk = startTalk(stage);
    talk.send(inPublic([LEAK]));
    talk.now = new Date(talk.now.getTime() + 24 * HOUR - 1);
    expect(talk.send(inPublic(['¿y?']))).toMatchObject({ replies: [], silence: 'invited' });
    talk.now = new Date(talk.now.getTime() + 1);
    expect(talk.send(inPublic(['¿y?'])).replies).toHaveLength(1);
    talk.now = new Date(talk.now.getTime() - 90 * 24 * HOUR);
    expect(talk.send(inPublic(['¿y?'])).replies).toHaveLength(1);
  });

  it('is answered in its language', () => {
    const talk = startTalk(stage);
    const turn = talk.send(inPublic(['there is a broken water pipe flooding my street since yesterday']));
    expect(turn.replies[0]?.text).toContain('private message');
  });

  it('has the numbers first when there is danger, each time, and a person should look', () => {
    const talk = startTalk(stage);
    for (let i = 0; i < 2; i += 1) {
      const turn = talk.send(inPublic(['se está quemando la casa de al lado, hay gente adentro']));
      expect(turn.replies).toMatchObject([{ class: 'emergency', asks: 'none' }]);
      expect(turn.replies[0]?.text).toContain('103');
      expect(turn.set).toMatchObject({ review: true, reason: 'danger' });
    }
  });

  it('has numbers short enough for a post, in every danger and language', () => {
    for (const id of stage.catalogue.emergencies.keys()) {
      for (const language of ['es', 'en'] as const) {
        const facts = { reading: { emergency: { category: id } } };
        const reply = dangerInPublic({
          ...stage,
          burst: { text: '' },
          state: newState(language),
          facts,
        } as unknown as Scene);
        expect(reply?.text.length, `${id} ${language}`).toBeLessThanOrEqual(MOST);
      }
    }
  });

  it('is left to the person who has the talk', () => {
    const talk = startTalk(stage);
    talk.conversation = { ...talk.conversation, mode: 'person' };
    expect(talk.send(inPublic([LEAK]))).toMatchObject({ replies: [], silence: 'person' });
  });
});

describe('what cannot be read', () => {
  const dark = { elsewhere: 'encrypted' } as const;

  it('is answered with another road, once an hour', () => {
    const talk = startTalk(stage);
    const turn = talk.send(dark);
    expect(turn.replies).toMatchObject([{ class: 'invitation' }]);
    expect(turn.replies[0]?.text).toMatch(/cifrado.*https:/);
    expect(talk.send(dark)).toMatchObject({ replies: [], silence: 'invited' });
    talk.now = new Date(talk.now.getTime() + HOUR);
    expect(talk.send(dark).replies).toHaveLength(1);
  });

  it('keeps nobody from hearing the words that came beside it', () => {
    const facts = { reading: { language: null } };
    const scene = { facts, state: newState('es'), burst: { text: 'no hay agua' } } as unknown as Scene;
    const words = { text: 'no hay agua' } as StoredMessage;
    expect(elsewhere(scene, [dark as StoredMessage, words])).toBeNull();
  });

  it('leaves the report that is being taken down as it is, and words beside it are answered', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    expect(talk.send(dark).state).toMatchObject({ awaits: { ask: 'place' }, draft: { summarised: false } });
    expect(talk.say('Pacora, calle 2').state.draft?.place?.code).toBe('080417');
  });

  it('is passed over to who wants no messages', () => {
    const talk = startTalk(stage);
    talk.send({ signal: 'optOut' });
    expect(talk.send(dark)).toMatchObject({ replies: [], silence: 'opted_out' });
  });
});
