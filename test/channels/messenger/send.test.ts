import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.ts';
import { fetchMedia } from '../../../src/channels/messenger/media.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import type { GraphTrouble } from '../../support/graph-stand-in.ts';
import { messengerChannel, messengerOutbound } from '../../support/messenger-channel.ts';
import { LUIS, type MessengerStandIn, startMessengerStandIn } from '../../support/messenger-stand-in.ts';

let meta: MessengerStandIn;
beforeAll(async () => {
  meta = await startMessengerStandIn();
  meta.echoes = false;
  meta.webhookUrl = `${meta.url}/nowhere`;
});
afterAll(() => meta.close());
beforeEach(async () => {
  await meta.says('hola');
  meta.now = () => new Date();
  meta.sent.length = 0;
  meta.shown.length = 0;
});

channelContract('messenger', {
  open: async () => messengerChannel(meta),
  send: {
    message: text => messengerOutbound({}, text),
    troubles: {
      'the window has closed': () => meta.trouble({ status: 403, code: 10, subcode: 2018278 }),
      'the platform throttles': () => meta.trouble({ status: 400, code: 613 }),
      'the platform is down': () => meta.trouble({ status: 500 }),
      'the token has ended': () => meta.trouble({ status: 400, code: 190 }),
      'the connection breaks': () => meta.trouble({ drop: 'before' }),
      'the answer is no JSON': () => meta.trouble({ garbage: 'ok' }),
    },
    delivery: {
      arrived: () => meta.sent.map(({ text }) => text ?? ''),
      throttle: retryAfter => meta.trouble({ status: 400, code: 613, retryAfter }),
    },
  },
});

async function failureOf(
  trouble: GraphTrouble | null,
  more: Partial<OutboundMessage> = {},
): Promise<SendFailure> {
  if (trouble) meta.trouble(trouble);
  const call = messengerChannel(meta).send?.(messengerOutbound(more));
  const error = await call?.then(
    () => null,
    error => error,
  );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

describe('a send by Messenger', () => {
  it('answers with the words, the choices as quick replies and our id for the echo', async () => {
    const choices = Array.from({ length: 13 }, (_, i) => ({ label: `Opción ${i}`, value: `v:${i}` }));
    const part = { text: 'ñandú 🚧\ud83d', choices };
    const sent = await messengerChannel(meta).send?.(messengerOutbound({ part }));
    expect(meta.sent).toEqual([
      {
        id: sent?.providerId,
        to: LUIS,
        text: 'ñandú 🚧\ufffd',
        choices,
        kind: 'RESPONSE',
        metadata: 'out-1',
      },
    ]);
  });

  it('says of a person’s late words that a person wrote them, and of nothing else', async () => {
    meta.now = () => new Date(Date.now() + 25 * 3_600_000);
    await messengerChannel(meta).send?.(messengerOutbound({ form: 'late' }));
    expect(meta.sent).toMatchObject([{ kind: 'HUMAN_AGENT' }]);
    expect(await failureOf(null)).toEqual({ code: 'window_closed', retryable: false });
  });

  it.each<[GraphTrouble, SendFailure]>([
    [
      { status: 400, code: 613 },
      { code: '613', retryable: true, retryAfterMs: 60_000 },
    ],
    [
      { status: 403, code: 10, subcode: 2018278 },
      { code: 'window_closed', retryable: false },
    ],
    ...(
      [
        [10, 1893063],
        [100, 1893061],
        [100, 2018001],
        [551, 1545041],
      ] as const
    ).map(([code, subcode]): [GraphTrouble, SendFailure] => [
      { status: 400, code, subcode },
      { code: `${code}/${subcode}`, retryable: false },
    ]),
    ...[200, 230, 368].map((code): [GraphTrouble, SendFailure] => [
      { status: 400, code },
      { code: String(code), retryable: false },
    ]),
    ...[4, 17, 32, 80006].map((code): [GraphTrouble, SendFailure] => [
      { status: 400, code },
      { code: String(code), retryable: true, retryAfterMs: 60_000 },
    ]),
    [
      { status: 500, code: 1200 },
      { code: '1200', retryable: true },
    ],
    [
      { status: 400, code: 190, subcode: 460 },
      { code: '190/460', retryable: true },
    ],
    [{ status: 502 }, { code: 'http_502', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'UND_ERR_SOCKET', retryable: true, unknown: true }],
  ])('that meets %j fails as %j', async (trouble, failure) => {
    expect(await failureOf(trouble)).toEqual(failure);
  });

  it('to nobody the page knows is final', async () => {
    expect(await failureOf(null, { address: '1' })).toEqual({ code: '100/2018001', retryable: false });
  });
});

describe('what was taken on Messenger', () => {
  const said = (address: string, text: string) => ({
    ...{ channel: 'messenger', account: '1', address, providerId: text, text },
  });

  it('is shown as read, then as being answered, once for each citizen and by calls of their own', async () => {
    await meta.says('hola', {}, '77');
    messengerChannel(meta).taken?.([said(LUIS, 'a'), said(LUIS, 'b'), said('77', 'c')]);
    await expect.poll(() => meta.shown.length).toBe(4);
    const of = (who: string) => meta.shown.filter(line => line.endsWith(` ${who}`));
    expect(of(LUIS)).toEqual([`mark_seen ${LUIS}`, `typing_on ${LUIS}`]);
    expect(of('77')).toEqual(['mark_seen 77', 'typing_on 77']);
    expect(meta.sent).toEqual([]);
  });

  it('breaks nothing when the platform is away', async () => {
    expect(messengerChannel().taken?.([said(LUIS, 'a')])).toBeUndefined();
    await new Promise(resolve => setTimeout(resolve, 50));
  });
});

describe('a file on Messenger', () => {
  const codeOf = (url: string) =>
    fetchMedia('https://graph.facebook.com', { url }).catch(e => e.failure?.code);

  it('is fetched without showing anybody our token', async () => {
    meta.files.set('photo', { type: 'image/png', bytes: Buffer.from('bytes') });
    // The stand-in's storage refuses who shows a token.
    const bytes = await messengerChannel(meta).fetch?.({ url: `${meta.url}/storage/photo` });
    expect(bytes?.toString()).toBe('bytes');
  });

  it.each([
    'http://127.0.0.1:9/x',
    'http://169.254.169.254/latest/meta-data',
    'https://fbcdn.net.evil.example/x',
    'https://evilfbcdn.net/x',
    'http://scontent.xx.fbcdn.net/x',
    'file:///etc/passwd',
    '',
  ])('is not asked for at %j', async url => {
    expect(await codeOf(url)).toBe('foreign_host');
  });
});

describe('a file by Messenger', () => {
  const PDF = Buffer.from('%PDF-1.7 recibo ñ');
  const about = (type: string): Partial<OutboundMessage> => {
    const ref = { id: 'f', type, bytes: PDF.length, name: 'recibo.pdf' };
    return { id: 'out-9', file: PDF, part: { text: '', choices: [], file: ref } };
  };

  it.each(['application/pdf', 'image/png'])(
    'of type %s is a message of its own, with our id for the echo',
    async type => {
      const sent = await messengerChannel(meta).send?.(messengerOutbound(about(type)));
      expect(meta.sent).toMatchObject([{ id: sent?.providerId, to: LUIS, text: '', metadata: 'out-9' }]);
      expect(meta.sent[0]?.file).toEqual({ name: 'recibo.pdf', type, bytes: PDF });
    },
  );

  it('sent late by a person says that a person sent it', async () => {
    meta.now = () => new Date(Date.now() + 3 * 86_400_000);
    await messengerChannel(meta).send?.(messengerOutbound({ ...about('image/png'), form: 'late' }));
    expect(meta.sent[0]).toMatchObject({ kind: 'HUMAN_AGENT', file: { bytes: PDF } });
  });

  it('that breaks off may have gone', async () => {
    expect(await failureOf({ drop: 'after' }, about('image/png'))).toMatchObject({ unknown: true });
  });
});
