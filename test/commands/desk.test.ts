import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { overHttp, refusal } from '../../src/commands/desk.ts';

let server: Server;
/** Answers, or hangs: before the answer, or amid it. */
let manner: 'answers' | 'hangs' | 'stalls' = 'answers';
const desk = () =>
  overHttp({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'secret' });

beforeEach(async () => {
  manner = 'answers';
  server = createServer((_request, response) => {
    if (manner === 'answers') response.end('{"cases":[]}');
    if (manner === 'stalls') response.write('{"cases":');
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('a command has what a running service answers', async () => {
  expect(await desk().call('GET', '/api/v1/cases', undefined, 5_000)).toEqual({
    status: 200,
    body: { cases: [] },
  });
});

it.each(['hangs', 'stalls'] as const)('a service that %s keeps no command waiting for ever', async how => {
  manner = how;
  const answer = await desk().call('POST', '/api/v1/cases', {}, 100);
  expect(answer.status).toBe(504);
  expect(refusal(answer)).toBe(
    'The service runs, but did not answer within 0.1 seconds. It may still do what was asked: look before you ask again.',
  );
});

it('a service that ended while it was asked is told from one that hangs', async () => {
  const asked = desk();
  server.close();
  server.closeAllConnections();
  expect((await asked.call('GET', '/api/v1/cases')).status).toBe(503);
});
