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
  const stranger = xChannel({ ...x, keys: { ...x.keys, accessSecret: 'wrong' } });
  expect(await codeOf(stranger.fetch?.({ url: `${x.url}/dm/1/2/abc.jpg` }))).toBe('http_401');
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
