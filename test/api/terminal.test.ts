import { describe, expect, it } from 'vitest';
import { openApiDesk } from '../support/api-calls.ts';
import { outbound } from '../support/store.ts';

const PATH = '/terminals/terminal-sms/ana/messages';

describe('a talk in a terminal', () => {
  it('is stored once, and read after a line with what still waits', async () => {
    const { call, store } = await openApiDesk();
    expect((await call('local', 'GET', PATH)).body).toEqual({ messages: [], waiting: false });
    const first = await call('local', 'POST', PATH, { id: 'a', text: 'hay un hueco' });
    expect([first.status, first.body]).toEqual([200, { seq: 1 }]);
    await call('local', 'POST', PATH, { id: 'a', text: 'hay un hueco' });
    await call('local', 'POST', PATH, { choice: 'yes' });
    const { body } = await call('local', 'GET', `${PATH}?after=1`);
    expect(body).toMatchObject({ messages: [{ seq: 2, from: 'citizen', text: 'yes' }], waiting: true });
    const talk = await store.conversationOf({ channel: 'terminal-sms', account: '', address: 'ana' });
    expect(talk?.seq).toBe(2);
  });

  it('waits for what is said, and gives up in time', async () => {
    const { call, store } = await openApiDesk();
    await call('local', 'POST', PATH, { text: 'hola' });
    const began = performance.now();
    expect((await call('local', 'GET', `${PATH}?after=1&wait=0.3`)).body.messages).toEqual([]);
    expect(performance.now() - began).toBeGreaterThan(290);
    const waiting = call('local', 'GET', `${PATH}?after=1&wait=20`);
    const talk = await store.conversationOf({ channel: 'terminal-sms', account: '', address: 'ana' });
    const said = outbound(talk?.id ?? '', 'o1', { state: 'accepted', part: { text: 'Hola', choices: [] } });
    await store.commit({ at: new Date(), outbound: [said] });
    expect((await waiting).body.messages).toMatchObject([{ seq: 2, from: 'bot', text: 'Hola' }]);
  });

  it('ends its waits when the service ends', async () => {
    const closing = new AbortController();
    const { call } = await openApiDesk({ closing: closing.signal });
    const waiting = call('local', 'GET', `${PATH}?wait=25`);
    closing.abort();
    expect((await waiting).status).toBe(200);
  });

  it('is of a terminal that is open and of a session with a plain name', async () => {
    const { call } = await openApiDesk();
    for (const path of [
      '/terminals/sms/ana/messages',
      '/terminals/terminal-x/ana/messages',
      '/terminals/terminal-sms/a%20b/messages',
    ]) {
      expect((await call('local', 'POST', path, { text: 'hola' })).status).toBe(404);
      expect((await call('local', 'GET', path)).status).toBe(404);
    }
    expect((await call('local', 'POST', PATH, {})).status).toBe(422);
    expect((await call('local', 'GET', `${PATH}?wait=99`)).status).toBe(422);
  });
});
