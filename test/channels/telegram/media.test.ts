import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { SendError } from '../../../src/errors.ts';
import { telegramChannel } from '../../support/telegram-channel.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

const TOKEN = '777000111:stand-in_token-of_telegram-0001';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A Bot API that says of every file that it lies there, and serves it as told. */
async function serve(path: unknown, file: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.startsWith('/file/')) return file(request, response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result: { file_id: 'x', file_path: path } }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, fetch: () => telegramChannel({ url, token: TOKEN }).fetch?.({ id: 'x' }) };
}

const failureOf = async (work: Promise<unknown> | undefined): Promise<SendError['failure'] | null> =>
  (await work?.then(
    () => null,
    error => (error instanceof SendError ? error.failure : Promise.reject(error)),
  )) ?? null;

it('gets the file of a message by its id', async () => {
  const telegram = await startTelegramStandIn();
  const bytes = Buffer.from('not really a picture');
  await telegram.sendsPhoto(bytes);
  expect(await telegramChannel(telegram).fetch?.({ id: 'photo-0' })).toEqual(bytes);
  expect(await failureOf(telegramChannel(telegram).fetch?.({ id: 'other' }))).toEqual({
    code: '400',
    retryable: false,
  });
  await telegram.close();
});

it.each(['/var/lib/telegram/file.jpg', '../../etc/passwd', 'a/../b', 'a//b', './a', '', 7, undefined])(
  'asks for no file at %j',
  async path => {
    const { fetch, asked } = await serve(path, (_request, response) => void response.end('never'));
    expect(await failureOf(fetch())).toMatchObject({ retryable: false });
    expect(asked).toHaveLength(1);
  },
);

it('asks nobody for an address, and shows the token to no other host', async () => {
  expect(await failureOf(telegramChannel().fetch?.({ url: 'https://api.telegram.org/x' }))).toEqual({
    code: 'foreign_host',
    retryable: false,
  });
  const { fetch } = await serve('a/b.jpg', (_request, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/steal' }).end();
  });
  expect(await failureOf(fetch())).toEqual({ code: 'foreign_host', retryable: false });
});

it('stops reading a file beyond the limit', async () => {
  const { fetch } = await serve('a.mp4', (_request, response) => {
    response.end(Buffer.alloc(20 * 1024 * 1024 + 1));
  });
  expect(await failureOf(fetch())).toEqual({ code: 'too_large', retryable: false });
});

it('may be asked again when the platform stumbles', async () => {
  const { fetch } = await serve('a.mp4', (_request, response) => void response.writeHead(502).end());
  expect(await failureOf(fetch())).toEqual({ code: 'http_502', retryable: true });
});
