import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchMedia } from '../../../src/channels/whatsapp/media.ts';
import { SendError } from '../../../src/errors.ts';
import { whatsappChannel } from '../../support/whatsapp-channel.ts';
import { startWhatsAppStandIn, type WhatsAppStandIn } from '../../support/whatsapp-stand-in.ts';

let meta: WhatsAppStandIn;
beforeAll(async () => {
  meta = await startWhatsAppStandIn();
  meta.files.set('1003383421387256', { type: 'image/png', bytes: Buffer.from('bytes') });
});
afterAll(() => meta.close());

const failureOf = async (work: Promise<unknown> | undefined): Promise<unknown> => {
  const error = await work?.then(
    () => null,
    error => error,
  );
  return error instanceof SendError ? error.failure : error;
};

/** A platform that answers the question for a file with this. */
const told = (answer: Record<string, unknown>) =>
  fetchMedia(async () => answer, { apiUrl: meta.url, token: meta.token, account: '1' }, '1003383421387256');

it('gets a file by its id, with our token at the first address and nowhere behind it', async () => {
  // The stand-in refuses the token at the second address, and anybody without it at the first.
  const bytes = await whatsappChannel(meta).fetch?.({ id: '1003383421387256' });
  expect(bytes?.toString()).toBe('bytes');
});

it.each([
  'http://127.0.0.1:9/x',
  'http://169.254.169.254/latest/meta-data',
  'https://lookaside.fbsbx.com.evil.example/x',
  'https://lookaside.fbsbx.com:8443/x',
  'http://lookaside.fbsbx.com/x',
  'file:///etc/passwd',
  'nonsense',
  '',
])('asks nobody for %j', async url => {
  expect(await failureOf(told({ url }))).toEqual({ code: 'foreign_host', retryable: false });
});

it('asks for no file that is too large, and stops where one turns out to be', async () => {
  const large = 16 * 1024 * 1024 + 1;
  expect(await failureOf(told({ url: `${meta.url}/files/x`, file_size: large }))).toMatchObject({
    code: 'too_large',
  });
  meta.files.set('77777', { type: 'video/mp4', bytes: Buffer.alloc(large) });
  expect(await failureOf(told({ url: `${meta.url}/files/77777`, file_size: 5 }))).toMatchObject({
    code: 'too_large',
  });
});

it.each(['../../me', '1?fields=x', '', 'a'.repeat(200)])('takes %j for no id', async id => {
  expect(await failureOf(whatsappChannel(meta).fetch?.({ id }))).toEqual({
    code: 'foreign_id',
    retryable: false,
  });
});

it('says that a file cannot be had any more, and when it may be had later', async () => {
  const gone = await failureOf(whatsappChannel(meta).fetch?.({ id: '123456' }));
  expect(gone).toEqual({ code: '100/33', retryable: false });
  const address = `${meta.url}/files/gone`;
  expect(await failureOf(told({ url: address }))).toEqual({ code: 'http_404', retryable: false });
  expect(await failureOf(whatsappChannel().fetch?.({ id: '123456' }))).toMatchObject({ retryable: true });
});

it('has no address to ask for a file that a message brings by address', async () => {
  const failure = await failureOf(
    whatsappChannel(meta).fetch?.({ url: `${meta.url}/files/1003383421387256` }),
  );
  expect(failure).toEqual({ code: 'foreign_id', retryable: false });
});
