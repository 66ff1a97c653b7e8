import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../../src/dialogs/conversation.ts';
import { type ABILITIES, openStage, startTalk } from '../support/play.ts';

const stage = await openStage();
const SAID = stage.texts.say('es', 'afresh').text;

/** A talk in the middle of a report whose saved state nobody can read any more. */
function unreadable(channel: keyof typeof ABILITIES = 'web') {
  const talk = startTalk(stage, channel);
  talk.say('hay un poste apagado en Chitré');
  talk.conversation = { ...talk.conversation, state: 'damaged' as unknown as ConversationState };
  return talk;
}

describe('a talk whose saved state cannot be read', () => {
  it('starts afresh, says so before its reply, once, and takes what is written now', () => {
    const talk = unreadable();
    const turn = talk.say('no recogen la basura en Betania, calle 5');
    expect(turn.replies[0]?.text).toContain(SAID);
    expect(turn.replies[0]?.text.indexOf(SAID)).toBeLessThan(turn.replies[0]?.text.indexOf('Betania') ?? 0);
    expect(turn.replies.at(-1)).toMatchObject({ asks: 'confirm' });
    expect(turn.state.draft?.description).toEqual(['no recogen la basura en Betania, calle 5']);
    expect(JSON.stringify(talk.say('sí').replies)).not.toContain(SAID);
  });

  it('says so when nobody wrote and only its alarm rang', () => {
    const talk = unreadable();
    expect(talk.wait(3_600_000)?.replies.map(({ text }) => text)).toEqual([SAID]);
    expect(talk.conversation.wakeAt).toBeNull();
  });

  it('says so after the numbers when there is danger', () => {
    const { replies } = unreadable().say('hay un incendio en la casa de al lado');
    expect(replies[0]).toMatchObject({ class: 'emergency' });
    expect(replies[0]?.text).not.toContain(SAID);
    expect(replies[1]?.text).toContain(SAID);
  });

  it('says nothing of it to who thinks of dying, and nothing while a person has the talk', () => {
    expect(JSON.stringify(unreadable().say('me quiero morir').replies)).not.toContain(SAID);
    const talk = unreadable();
    talk.conversation = { ...talk.conversation, mode: 'person' };
    expect(talk.say('sigo esperando').replies).toEqual([]);
  });

  it('says nothing of it in a talk that is simply new', () => {
    expect(JSON.stringify(startTalk(stage).say('no hay agua').replies)).not.toContain(SAID);
  });
});
