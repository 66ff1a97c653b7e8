import { describe, expect, it } from 'vitest';
import {
  conversationList,
  conversationMessages,
  listedConversation,
  shownConversation,
} from '../../src/api/answers.ts';
import { release, say, take } from '../../src/api/desk.ts';
import type { Capabilities } from '../../src/channels/channel.ts';
import { newDraft } from '../../src/dialogs/state.ts';
import type { ConversationSet } from '../../src/storage/store.ts';
import { openApiDesk } from '../support/api-calls.ts';
import { talkNow } from '../support/cases-desk.ts';

const SOURCE = { url: 'https://files.example.org/1' };

/** A talk that waits for a person in the middle of a report. */
async function waiting(channel = 'sms') {
  const desk = await openApiDesk();
  const { id } = await desk.talk(undefined, channel);
  const change = async (set: ConversationSet): Promise<void> => {
    const { version: expectedVersion } = await talkNow(desk.store, id);
    const conversation = { id, expectedVersion, consumed: [], turn: false, set };
    await desk.store.commit({ at: desk.deps.now(), conversation });
  };
  const { state } = await talkNow(desk.store, id);
  const draft = { ...newDraft(desk.deps.now()), kind: 'queja' as const, description: ['tubo', 'roto'] };
  const awaits = { ask: 'place' as const, choices: [], misses: 2 };
  await change({
    mode: 'waiting',
    reason: 'asked',
    since: desk.deps.now(),
    state: { ...state, draft, awaits },
  });
  return { ...desk, id, change, now: () => talkNow(desk.store, id) };
}

describe('the list of talks', () => {
  it('shows who waits, why, and what is known so far', async () => {
    const { call, id } = await waiting();
    const { body } = await call('operator', 'GET', '/conversations');
    expect(conversationList.parse(body).conversations).toEqual([
      {
        ...{ id, channel: 'sms', address: '+50760001111', name: null, since: '2026-10-26T15:00:00.000Z' },
        ...{ reason: 'asked', bot: 'silent', takenBy: null, asks: 'place' },
        draft: {
          ...{ kind: 'queja', service: null, agency: null, place: null, description: 'tubo\nroto' },
          ...{ privacy: null, startedAt: '2026-10-26T15:00:00.000Z' },
        },
      },
    ]);
    expect((await call('operator', 'GET', '/conversations?state=review')).body.conversations).toEqual([]);
    expect((await call('operator', 'GET', '/conversations?state=all')).status).toBe(422);
  });

  it('shows a talk’s words a page at a time, and the files that came with them', async () => {
    const { call, id, store } = await waiting();
    const from = { channel: 'sms', account: '+5076000000', address: '+50760001111' };
    const sent = ['uno', 'dos', 'tres'].map(text => ({ ...from, providerId: text, text, media: [SOURCE] }));
    await store.addInbound(sent, new Date('2026-10-26T15:01:00Z'));
    const media = await store.addMedia(id, { type: 'audio/ogg', bytes: Buffer.from('voice') }, 2);
    const { body } = await call('operator', 'GET', `/conversations/${id}/messages?after=1&limit=1`);
    expect(conversationMessages.parse(body).messages).toMatchObject([
      { seq: 2, text: 'dos', media: [media] },
    ]);
    expect((await call('operator', 'GET', `/conversations/${id}/messages`)).body.messages).toHaveLength(3);
    expect((await call('operator', 'GET', `/conversations/${id}/messages?limit=0`)).status).toBe(422);
    const file = await call('operator', 'GET', `/conversations/${id}/media/${media}`);
    expect(file).toEqual({ status: 200, type: 'audio/ogg', body: 'voice' });
    expect((await call('operator', 'GET', `/conversations/${id}/media/none`)).status).toBe(404);
    expect((await call('operator', 'GET', `/conversations/none/media/${media}`)).status).toBe(404);
  });

  it('shows one talk with its words', async () => {
    const { call, id, store } = await waiting();
    const text = 'quiero una persona';
    const message = {
      channel: 'sms',
      account: '+5076000000',
      address: '+50760001111',
      providerId: 'a',
      text,
    };
    await store.addInbound([message], new Date('2026-10-26T15:01:00Z'));
    const { body } = await call('operator', 'GET', `/conversations/${id}`);
    expect(shownConversation.parse(body).messages).toMatchObject([{ from: 'citizen', text }]);
  });
});

describe('take', () => {
  it('silences the bot and says who has the talk', async () => {
    const { call, id, now } = await waiting();
    const { status, body } = await call('operator', 'POST', `/conversations/${id}/take`);
    expect(status).toBe(200);
    expect(listedConversation.parse(body)).toMatchObject({ bot: 'silent', takenBy: 'Mesa' });
    expect(await now()).toMatchObject({ mode: 'person', takenBy: 'Mesa' });
  });

  it('lets one of two agents win, also when they share a key', async () => {
    const { deps, id, now } = await waiting();
    const results = await Promise.all(['Ana', 'Luis', 'Ana'].map(name => take(deps, id, name)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused', 'refused']);
    const winner = results.findIndex(({ outcome }) => outcome === 'done');
    expect((await now()).takenBy).toBe(['Ana', 'Luis', 'Ana'][winner]);
  });

  it('answers the loser with 409', async () => {
    const { call, id } = await waiting();
    await call('operator', 'POST', `/conversations/${id}/take`, {});
    const { status, body } = await call('local', 'POST', `/conversations/${id}/take`, {});
    expect([status, body.detail]).toEqual([409, 'Taken already, by Mesa.']);
  });

  it('takes a talk the bot is serving', async () => {
    const { deps, id, change, now } = await waiting();
    await change({ mode: 'bot' });
    await take(deps, id, 'Ana');
    expect((await now()).mode).toBe('person');
  });
});

describe('say', () => {
  it('sends the taker’s words as a person’s', async () => {
    const { call, id, store, jobs } = await waiting();
    await call('operator', 'POST', `/conversations/${id}/take`);
    const { body } = await call('operator', 'POST', `/conversations/${id}/reply`, {
      text: 'Buenas, soy Ana',
    });
    expect(await store.transcript(id, 0, 10)).toMatchObject([
      { from: 'person', text: 'Buenas, soy Ana', asks: 'none', seq: body.seq },
    ]);
    expect(jobs).toEqual([{ name: 'deliver', conversationId: id }]);
  });

  it('refuses everybody else', async () => {
    const { deps, id, told } = await waiting();
    expect(await say(deps, id, 'Ana', { text: 'hola' })).toMatchObject({ outcome: 'refused' });
    await take(deps, id, 'Ana');
    expect(await say(deps, id, 'Luis', { text: 'hola' })).toMatchObject({ outcome: 'refused' });
    expect(await told(id)).toEqual([]);
  });

  it('says a repeated request once, and equal words twice', async () => {
    const { deps, id, told } = await waiting('web');
    await take(deps, id, 'Ana');
    const places: unknown[] = [];
    for (const idempotencyKey of ['1', '1', undefined, undefined]) {
      const result = await say(deps, id, 'Ana', { text: 'hola', idempotencyKey });
      places.push('seq' in result ? result.seq : result);
    }
    expect(places).toEqual([1, 1, 2, 3]);
    expect(await told(id)).toEqual(['hola', 'hola', 'hola']);
  });

  it('answers a repeated request as the first time, whatever has become of the talk', async () => {
    const { call, id, change, told, at } = await waiting();
    await call('operator', 'POST', `/conversations/${id}/take`);
    const ask = (text = 'palabra '.repeat(400)) =>
      call('operator', 'POST', `/conversations/${id}/reply`, { text, idempotencyKey: '1' });
    const first = await ask();
    const parts = (await told(id)).length;
    expect([first.status, first.body.seq, parts > 1]).toEqual([200, parts, true]);
    for (const set of [{ optedOut: true }, { takenBy: 'Luis' }, { mode: 'bot', takenBy: null }] as const) {
      await change(set);
      expect(await ask()).toEqual(first);
    }
    at(new Date('2027-01-01T00:00:00Z'));
    expect(await ask('otra cosa')).toEqual(first);
    expect(await told(id)).toHaveLength(parts);
    expect(
      (await call('local', 'POST', `/conversations/${id}/reply`, { text: 'x', idempotencyKey: '1' })).status,
    ).toBe(409);
  });

  it('answers two equal requests that come together with one place', async () => {
    const { deps, id, told } = await waiting();
    await take(deps, id, 'Ana');
    const words = { text: 'hola', idempotencyKey: '1' };
    const both = await Promise.all([say(deps, id, 'Ana', words), say(deps, id, 'Ana', words)]);
    expect(both).toMatchObject([
      { outcome: 'done', seq: 1 },
      { outcome: 'done', seq: 1 },
    ]);
    expect(await told(id)).toEqual(['hola']);
  });

  it('writes nothing to a citizen who wants no messages', async () => {
    const { deps, id, change, told } = await waiting();
    await take(deps, id, 'Ana');
    await change({ optedOut: true });
    expect(await say(deps, id, 'Ana', { text: 'hola' })).toMatchObject({ outcome: 'refused' });
    expect(await told(id)).toEqual([]);
  });
});

describe('a person’s words on a channel with a reply window', () => {
  it('are refused once it has closed, before anybody believes they were sent', async () => {
    const { deps, id, store, told } = await waiting();
    await take(deps, id, 'Ana');
    const limits = { ...(deps.capabilitiesOf('sms') as Capabilities), replyWindowMs: 86_400_000 };
    const windowed = { ...deps, capabilitiesOf: () => limits };
    const refused = { outcome: 'refused', reason: expect.stringContaining('last wrote too long ago') };
    expect(await say(windowed, id, 'Ana', { text: 'hola' })).toEqual(refused);
    const from = { channel: 'sms', account: '+5076000000', address: '+50760001111' };
    await store.addInbound([{ ...from, providerId: 'a', text: '¿hola?' }], deps.now());
    expect(await say(windowed, id, 'Ana', { text: 'hola' })).toMatchObject({ outcome: 'done' });
    expect(await told(id)).toEqual(['¿hola?', 'hola']);
  });
});

describe('release', () => {
  it('gives the talk back at the exact step, asking again what was asked', async () => {
    const { deps, id, now, store } = await waiting();
    const before = (await now()).state;
    await take(deps, id, 'Ana');
    await release(deps, id);
    expect(await now()).toMatchObject({
      mode: 'bot',
      takenBy: null,
      reason: null,
      since: null,
      state: before,
    });
    expect(await store.transcript(id, 0, 10)).toMatchObject([
      { from: 'bot', text: '¿Donde es?', asks: 'place' },
    ]);
  });

  it('says nothing twice when it is asked twice', async () => {
    const { call, id, told } = await waiting();
    for (let i = 0; i < 2; i += 1) {
      expect((await call('operator', 'POST', `/conversations/${id}/release`)).status).toBe(200);
    }
    expect(await told(id)).toHaveLength(1);
  });

  it('ends a review without a word', async () => {
    const { deps, id, change, now, told } = await waiting();
    await change({ mode: 'bot', review: true });
    await release(deps, id);
    expect((await now()).review).toBe(false);
    expect(await told(id)).toEqual([]);
  });

  it('knows nothing of a talk that is not there', async () => {
    const { deps } = await waiting();
    expect(await release(deps, 'none')).toEqual({ outcome: 'unknown' });
  });
});
