import { afterAll, beforeAll, expect, it } from 'vitest';
import { SendError } from '../../../src/errors.ts';
import { botFrameworkChannel } from '../../support/bot-framework-channel.ts';
import { type BotFrameworkStandIn, startBotFrameworkStandIn } from '../../support/bot-framework-stand-in.ts';

let service: BotFrameworkStandIn;
beforeAll(async () => {
  service = await startBotFrameworkStandIn();
});
afterAll(() => service.close());

const codeOf = (work: Promise<unknown> | undefined): Promise<string> | undefined =>
  work?.then(
    () => 'fetched',
    error => (error instanceof SendError ? error.failure.code : `not a SendError: ${error}`),
  );

it('shows the bot’s token to the service that keeps the file', async () => {
  const bytes = Buffer.from('not really a picture');
  service.files.set('0-cus-d1/views/original', bytes);
  const channel = botFrameworkChannel(service);
  expect(await channel.fetch?.({ url: `${service.url}/v3/attachments/0-cus-d1/views/original` })).toEqual(
    bytes,
  );
  expect(await codeOf(channel.fetch?.({ url: `${service.url}/v3/attachments/none` }))).toBe('http_404');
});

it.each([
  'https://evil.trafficmanager.net/x',
  'https://smba.trafficmanager.net.evil.example/x',
  'http://smba.trafficmanager.net/x',
  'https://smba.trafficmanager.net:8443/x',
  'https://evilbotframework.com/x',
  'https://sharepoint.com.evil.example/x',
  'http://169.254.169.254/latest/meta-data',
  'data:image/png;base64,AA==',
  'file:///etc/passwd',
  'nonsense',
  '',
])('asks nobody for %j', async url => {
  const calls = service.calls.length;
  expect(await codeOf(botFrameworkChannel(service).fetch?.({ url }))).toBe('foreign_host');
  expect(service.calls).toHaveLength(calls);
});

it('has no files by id', async () => {
  expect(await codeOf(botFrameworkChannel(service).fetch?.({ id: '1' }))).toBe('foreign_host');
});
