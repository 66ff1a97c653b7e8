import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { newSession, sessionOf } from '../../src/web/session.ts';
import { openWebDesk, type WebDesk } from '../support/web-desk.ts';

const open: WebDesk[] = [];
const desk = async (...args: Parameters<typeof openWebDesk>): Promise<WebDesk> => {
  const made = await openWebDesk(...args);
  open.push(made);
  return made;
};

afterEach(async () => {
  for (const { server, store } of open.splice(0)) {
    await server.close();
    await store.close();
  }
});

const vault = {
  hash: (purpose: string, ...parts: (string | Buffer)[]) => `${purpose}-${parts.join('')}`.padEnd(64, '0'),
};

describe('a web session', () => {
  it('is proved by its own token and by no other', () => {
    const { session, token } = newSession({ vault, newId: () => 'abc' });
    expect(session).toBe('abc');
    expect(sessionOf({ vault }, token)).toBe('abc');
    for (const wrong of [
      '',
      'abc',
      'abc.',
      `${token}0`,
      token.replace('abc', 'abd'),
      `.${token}`,
      `x.${token}`,
    ])
      expect(sessionOf({ vault }, wrong), wrong).toBeNull();
  });

  it('takes any text for a token without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => sessionOf({ vault }, text) === null));
  });

  it('is given with a cookie that scripts cannot read and other sites do not send', async () => {
    const { server } = await desk();
    const made = await server.inject({ method: 'POST', url: '/chat/sessions' });
    expect(made.statusCode).toBe(201);
    const { session, token } = made.json();
    expect(token).toMatch(new RegExp(`^${session}\\.[0-9a-f]{64}$`));
    const cookie = String(made.headers['set-cookie']);
    expect(cookie).toMatch(/^ventanilla=/);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=7776000'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Secure');
  });

  it('keeps its cookie to encrypted connections when the public address is one', async () => {
    const { server } = await desk({ publicUrl: () => 'https://311.example.org' });
    const made = await server.inject({ method: 'POST', url: '/chat/sessions' });
    expect(String(made.headers['set-cookie'])).toContain('Secure');
  });

  it('is given whatever body a program sends along', async () => {
    const { server } = await desk();
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'content-type': type };
      expect((await server.inject({ method: 'POST', url: '/chat/sessions', headers })).statusCode).toBe(201);
      const sent = await server.inject({ method: 'POST', url: '/chat/sessions', headers, payload: '{}' });
      expect(sent.statusCode).toBe(201);
    }
  });

  it('is not given to a page of another site', async () => {
    const { server } = await desk();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const made = await server.inject({ method: 'POST', url: '/chat/sessions', headers });
      expect(made.statusCode).toBe(403);
      expect(made.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('a request without a session', () => {
  const routes = [
    ...[['GET', '/chat/messages'] as const, ['GET', '/chat/events'] as const],
    ...[['POST', '/chat/messages'] as const, ['POST', '/chat/media'] as const],
    ...[['GET', '/chat/media/abc'] as const, ['GET', '/chat/export'] as const],
    ['POST', '/chat/erase'] as const,
  ];

  it.each(routes)('is answered 401 at %s %s, before its body is read', async (method, url) => {
    const { server } = await desk();
    const tokens = [undefined, 'Bearer ', 'Bearer web-1.00', 'Basic dXNlcjpwYXNz'];
    for (const authorization of tokens) {
      const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
      const answer = await server.inject({
        ...{ method, url, headers },
        ...(method === 'POST' ? { payload: '{' } : {}),
      });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('does not fall back to the cookie when its Bearer is wrong', async () => {
    const { server, visit } = await desk();
    const { token } = await visit();
    const headers = { authorization: 'Bearer wrong', cookie: `ventanilla=${token}` };
    expect((await server.inject({ url: '/chat/messages', headers })).statusCode).toBe(401);
  });
});

describe('a request with the cookie', () => {
  const send = async (headers: Record<string, string>): Promise<number> => {
    const { server, visit } = await desk();
    const { token } = await visit();
    const answer = await server.inject({
      ...{ method: 'POST', url: '/chat/messages', payload: { id: '1', text: 'hola' } },
      headers: { host: '127.0.0.1:3110', cookie: `ventanilla=${token}`, ...headers },
    });
    return answer.statusCode;
  };

  it('changes something only when the browser says that our page asks', async () => {
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(202);
    expect(await send({ origin: 'http://127.0.0.1' })).toBe(202);
    expect(await send({ origin: 'http://127.0.0.1:3110' })).toBe(202);
    expect(await send({})).toBe(403);
    expect(await send({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'none' })).toBe(403);
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ origin: 'http://127.0.0.1', 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('reads from anywhere the browser lets it', async () => {
    const { server, visit } = await desk();
    const { token } = await visit();
    const answer = await server.inject({ url: '/chat/messages', headers: { cookie: `ventanilla=${token}` } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
