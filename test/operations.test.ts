import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createServer } from '../src/http.ts';
import { operationsRoutes } from '../src/operations.ts';

function desk(trustProxy = 0) {
  const server = createServer({ log: pino({ level: 'silent' }), trustProxy });
  operationsRoutes(server, {
    readiness: async () => ({ taking: true, parts: {} }),
    metrics: { text: async () => ({ type: 'text/plain', body: 'figures' }) },
    hasKey: async ({ headers }) => headers.authorization === 'Bearer right',
  });
  server.get('/who', async request => request.ip);
  return server;
}

describe('figures', () => {
  const ask = async (remoteAddress: string, headers = {}) =>
    (await desk(1).inject({ url: '/metrics', remoteAddress, headers })).statusCode;

  it('are given on this machine, or with a key', async () => {
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('::ffff:127.0.0.1')).toBe(200);
    expect(await ask('203.0.113.5')).toBe(401);
    expect(await ask('203.0.113.5', { authorization: 'Bearer right' })).toBe(200);
  });

  it.each(['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'])(
    'are not given to the world by a proxy on this machine: %s',
    async name => {
      expect(await ask('127.0.0.1', { [name]: '127.0.0.1' })).toBe(401);
    },
  );
});

describe('who calls', () => {
  const seen = async (trustProxy: number, forwarded: string) => {
    const headers = { 'x-forwarded-for': forwarded };
    return (await desk(trustProxy).inject({ url: '/who', remoteAddress: '10.0.0.1', headers })).body;
  };

  it('is who our own proxies say, and never what was written before theirs', async () => {
    expect(await seen(0, '198.51.100.1')).toBe('10.0.0.1');
    expect(await seen(1, '198.51.100.1')).toBe('198.51.100.1');
    expect(await seen(1, '1.2.3.4, 198.51.100.1')).toBe('198.51.100.1');
    expect(await seen(2, '1.2.3.4, 198.51.100.1, 10.0.0.2')).toBe('198.51.100.1');
  });
});
