import { describe, expect, it } from 'vitest';
import { dueNow } from '../../../src/dialogs/turn/due.ts';
import { openStage, openTold, startTalk } from '../../support/play.ts';

const told = await openTold();
const stage = await openStage();

describe('who has only begun to tell', () => {
  it('is listened to, and not given to a person', () => {
    const talk = told('hola', 'buenas', 'mire', 'es que', 'hay un');
    expect(talk.last()?.text).toContain('Le leo');
    expect(talk.conversation).toMatchObject({ mode: 'bot', state: { lost: 0 } });
    talk.say('perro muerto');
    talk.say('en Vista Alegre de Arraiján');
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'dead-animal', summarised: true });
  });

  it('is listened to in English', () => {
    const talk = told('hi', 'so', 'listen', 'there is a');
    expect(talk.last()?.text).toContain('Go on');
    expect(talk.conversation.mode).toBe('bot');
  });

  it('has answered nothing that was asked', () => {
    const talk = told('no hay agua en mi casa', 'mire', 'es que');
    expect(talk.last()).toMatchObject({ asks: 'place' });
    expect(talk.conversation.state.awaits?.misses).toBe(0);
  });

  it.each(['mire, no hay luz en Pedregal', 'es que no hay luz en Pedregal'])(
    'tells what follows: %s',
    words => {
      expect(told(words).conversation.state.draft?.serviceId).toBe('power-outage');
    },
  );
});

describe('short lines that come one soon after the other', () => {
  const talk = startTalk(stage);
  talk.say('hola');
  talk.conversation.state = {
    ...(talk.conversation.state as object),
    recent: [talk.now.getTime() - 4_000],
  } as typeof talk.conversation.state;

  it('are listened to, though none is understood', () => {
    expect(talk.say('xyz tal').replies[0]?.text).toContain('Le leo');
    expect(talk.conversation.state).toMatchObject({ lost: 0 });
  });
});

describe('the turn of who has only begun to tell', () => {
  const at = new Date('2026-03-02T15:00:00Z');
  const { conversation } = startTalk(stage);
  const message = {
    ...{ id: 'm', seq: 1, receivedAt: at, choice: null, location: null, media: [], replyTo: null },
    ...{ signal: null, signalAnswered: false, possibleRepeat: false },
  };
  const waits = (text: string): number => {
    const due = dueNow({ conversation, messages: [{ ...message, text }] }, 1_200, at, 100);
    return due !== null && 'waitMs' in due ? due.waitMs : 0;
  };

  it('waits longer for the rest', () => {
    expect(waits('no hay agua en Pedregal')).toBe(1_200);
    expect(waits('es que')).toBe(4_800);
  });
});
