import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { fetchMedia } from '../../../src/channels/sms/media.ts';
import { SendError } from '../../../src/errors.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { apiUrl, accountSid: 'AC1', authToken: 'secret', mostBytes: 5 * 1024 * 1024 };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fetched',
    error => (error instanceof SendError ? error.failure.code : `not a SendError: ${error}`),
  );

it('shows the login to the API and to no address it redirects to', async () => {
  const seen: (string | undefined)[] = [];
  const settings = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/file') response.writeHead(307, { location: '/storage' }).end();
    else response.end('bytes');
  });
  expect((await fetchMedia(settings, `${settings.apiUrl}/file`)).toString()).toBe('bytes');
  expect(seen).toEqual([`Basic ${Buffer.from('AC1:secret').toString('base64')}`, undefined]);
});

it.each([
  'http://127.0.0.1:9/x',
  'http://169.254.169.254/latest/meta-data',
  'https://twilio.com.evil.example/x',
  'https://api.twilio.com:8443/x',
  'http://api.twilio.com/x',
  'https://evil.s3.amazonaws.com/x',
  'file:///etc/passwd',
  'nonsense',
  '',
])('asks nobody for %j', async address => {
  const settings = await serve((_request, response) => void response.end('never'));
  expect(await codeOf(fetchMedia(settings, address))).toBe('foreign_host');
});

it('follows no redirect to a foreign host', async () => {
  const settings = await serve((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  });
  expect(await codeOf(fetchMedia(settings, `${settings.apiUrl}/x`))).toBe('foreign_host');
});

it('gives up on redirects without end', async () => {
  const settings = await serve((_request, response) => {
    response.writeHead(302, { location: '/again' }).end();
  });
  expect(await codeOf(fetchMedia(settings, `${settings.apiUrl}/x`))).toBe('too_many_redirects');
});

it('stops reading a file beyond the limit', async () => {
  const settings = await serve((_request, response) => void response.end(Buffer.alloc(5 * 1024 * 1024 + 1)));
  expect(await codeOf(fetchMedia(settings, `${settings.apiUrl}/x`))).toBe('too_large');
});

it.each([
  [404, 'http_404', false],
  [503, 'http_503', true],
])('says with %i that the file cannot be had', async (status, code, retryable) => {
  const settings = await serve((_request, response) => void response.writeHead(status).end());
  const error = await fetchMedia(settings, `${settings.apiUrl}/x`).catch(error => error);
  expect(error.failure).toEqual({ code, retryable });
});

it('says so when the connection breaks inside the file', async () => {
  const settings = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('some', () => request.socket.destroy());
  });
  expect(await codeOf(fetchMedia(settings, `${settings.apiUrl}/x`))).toBe('no_answer');
});
