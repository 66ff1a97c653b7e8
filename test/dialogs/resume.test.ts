import { describe, expect, it } from 'vitest';
import { resume } from '../../src/dialogs/resume.ts';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const words = resume({ ...stage, publicUrl: () => 'https://311.example.org' });

function texts(talk: Talk): string[] {
  return words(talk.conversation).map(({ text }) => text);
}

describe('a talk that a person gives back', () => {
  it('is taken up at the very question', () => {
    const talk = startTalk(stage);
    const asked = talk.say('no hay agua').replies.at(-1);
    talk.say('quiero hablar con una persona');
    const [reply, ...more] = words(talk.conversation);
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ asks: 'place', class: 'reply' });
    expect(reply?.text.split('\n').at(-1)).toBe(asked?.text.split('\n').at(-1));
    expect(reply?.text).toMatch(/^Sigue con usted el asistente automático/);
  });

  it('shows the summary again where that was waiting, with its choices', () => {
    const talk = startTalk(stage);
    const { choices } = talk.say('no hay agua en Pacora, calle 2').replies.at(-1) ?? {};
    talk.say('persona');
    expect(words(talk.conversation)[0]).toMatchObject({ asks: 'confirm', choices });
  });

  it('says who answers where nothing was being asked', () => {
    const talk = startTalk(stage);
    talk.say('persona');
    expect(texts(talk)).toEqual(['Sigue con usted el asistente automático del 311.']);
  });

  it('speaks the citizen’s language', () => {
    const talk = startTalk(stage);
    talk.say('Hello, there is no water in my house since Monday');
    talk.say('person');
    expect(texts(talk)[0]).toMatch(/^You are back/);
  });
});
