import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SendError } from '../../../src/errors.ts';
import { xChannel } from '../../support/x-channel.ts';
import { startXStandIn, type XStandIn } from '../../support/x-stand-in.ts';

let x: XStandIn;
beforeAll(async () => {
  x = await startXStandIn();
});
afterAll(() => x.close());

const codeOf = (work: Promise<unknown> | undefined): Promise<string> | undefined =>
  work?.then(
    () => 'fetched',
    error => (error instanceof SendError ? error.failure.code : `not a SendError: ${error}`),
  );

it('proves to have the talk when it asks for a file of it', async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2, 0xc3, 0x28]);
  x.files.set('1/2/abc.jpg', bytes);
  expect(await xChannel(x).fetch?.({ url: `${x.url}/dm/1/2/abc.jpg` })).toEqual(bytes);
  expect(await xChannel(x).fetch?.({ url: `${x.url}/dm/1/2/abc.jpg?name=large` })).toEqual(bytes);
  const stranger = xChannel({ ...x, keys: { ...x.keys, accessSecret: 'wrong' } });
  const refused = stranger.fetch?.({ url: `${x.url}/dm/1/2/abc.jpg` });
  // Somebody mends our keys: it is worth asking again.
  await expect(refused).rejects.toMatchObject({ failure: { code: 'http_401', retryable: true } });
});

it('reads no more of a file than it would take', async () => {
  let written = 0;
  const endless = createServer((_request, response) => {
    const block = Buffer.alloc(64 * 1024);
    const more = (): void => {
      while (!response.destroyed && written < 200 * 1024 * 1024) {
        written += block.length;
        if (!response.write(block)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  await new Promise<void>(resolve => endless.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
  expect(await codeOf(xChannel({ ...x, url }).fetch?.({ url: `${url}/dm/endless` }))).toBe('too_large');
  expect(written).toBeLessThan(40 * 1024 * 1024);
  await new Promise(resolve => endless.close(resolve));
});

it('says so when a file is gone, too large or nothing', async () => {
  x.files.set('large', Buffer.alloc(15 * 1024 * 1024 + 1));
  expect(await codeOf(xChannel(x).fetch?.({ url: `${x.url}/dm/none` }))).toBe('http_404');
  expect(await codeOf(xChannel(x).fetch?.({ url: `${x.url}/dm/large` }))).toBe('too_large');
});

it.each([
  'http://ton.twitter.com/x',
  'https://ton.twitter.com:8443/x',
  'https://ton.twitter.com.evil.example/x',
  'https://evil.example/ton.twitter.com',
  'http://169.254.169.254/latest/meta-data',
  'https://pbs.twimg.com.evil.example/x',
  'http://video.twimg.com/x',
  'file:///etc/passwd',
  'nonsense',
  '',
])('asks nobody for %j', async url => {
  const calls = x.calls.length;
  expect(await codeOf(xChannel(x).fetch?.({ url }))).toBe('foreign_host');
  expect(x.calls).toHaveLength(calls);
});

it('has no files by id', async () => {
  expect(await codeOf(xChannel(x).fetch?.({ id: '1' }))).toBe('foreign_host');
});
