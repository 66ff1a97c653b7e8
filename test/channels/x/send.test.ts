import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import type { CallTrouble } from '../../support/http-server.ts';
import { xChannel, xOutbound } from '../../support/x-channel.ts';
import { ANA, startXStandIn, type XStandIn } from '../../support/x-stand-in.ts';

const NOW = new Date('2026-03-02T15:00:00Z');
let x: XStandIn;
beforeAll(async () => {
  x = await startXStandIn();
});
afterAll(() => x.close());
beforeEach(() => {
  x.messages.length = 0;
  x.posts.length = 0;
  x.calls.length = 0;
  x.options.quarter = 1_000;
});

channelContract('x', {
  open: async () => xChannel(x),
  send: {
    message: text => xOutbound({}, text),
    troubles: {
      'the citizen takes no messages': () => x.trouble({ status: 403 }),
      'the platform throttles': () => x.trouble({ status: 429 }),
      'the platform is down': () => x.trouble({ status: 500 }),
      'the connection breaks': () => x.trouble({ drop: 'before' }),
      'the answer is no JSON': () => x.trouble({ garbage: '<html>' }),
      'the answer says nothing': () => x.trouble({ garbage: '{}' }),
    },
    delivery: {
      arrived: () => x.messages.map(({ text }) => text),
      throttle: seconds => {
        const at = String(Math.round(Date.now() / 1_000) + seconds);
        const told = { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': at };
        x.trouble(rates(told));
      },
    },
  },
});

async function failureOf(message: OutboundMessage, trouble?: CallTrouble): Promise<SendFailure> {
  if (trouble) x.trouble(trouble);
  const channel = xChannel(x, { now: () => NOW });
  const error = await channel.send?.(message).then(
    () => null,
    error => error,
  );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

const rates = (headers: Record<string, string>): CallTrouble => ({ status: 429, headers });
const reset = (seconds: number): string => String(NOW.getTime() / 1_000 + seconds);

describe('a direct message on X', () => {
  it('goes to the person, and its id comes back digit by digit', async () => {
    const sent = await xChannel(x).send?.(xOutbound({}, "¿Qué pasa? (1) * 100 % & <b>'ñ'</b> 🚧"));
    expect(x.messages).toMatchObject([{ withId: ANA, text: "¿Qué pasa? (1) * 100 % & <b>'ñ'</b> 🚧" }]);
    expect(sent).toEqual({ providerId: x.messages[0]?.id });
    expect(x.calls).toEqual([`POST /2/dm_conversations/with/${ANA}/messages`]);
  });

  it('goes whole at the limit of the platform, and half a character is mended', async () => {
    await xChannel(x).send?.(xOutbound({}, 'ñ'.repeat(10_000)));
    await xChannel(x).send?.(xOutbound({}, 'a \ud83d b'));
    expect(x.messages.map(({ text }) => text.length)).toEqual([10_000, 5]);
  });

  it.each<[CallTrouble, SendFailure]>([
    [{ status: 403 }, { code: 'not_accepted', retryable: false }],
    [
      { status: 403, body: { type: 'https://api.twitter.com/2/problems/oauth1-permissions' } },
      { code: 'app_forbidden', retryable: true },
    ],
    [{ status: 400 }, { code: 'http_400', retryable: false }],
    [{ status: 404 }, { code: 'http_404', retryable: false }],
    [{ status: 401 }, { code: 'http_401', retryable: true }],
    [{ status: 402 }, { code: 'http_402', retryable: true }],
    [{ status: 503 }, { code: 'http_503', retryable: true }],
    [{ status: 500 }, { code: 'http_500', retryable: true, unknown: true }],
    [{ status: 429 }, { code: 'http_429', retryable: true, retryAfterMs: 60_000 }],
    [
      rates({ 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset(120) }),
      { code: 'http_429', retryable: true, retryAfterMs: 120_000 },
    ],
    [
      rates({
        ...{ 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': reset(2_000) },
        ...{ 'x-user-limit-24hour-limit': '1440', 'x-user-limit-24hour-remaining': '0' },
        ...{ 'x-user-limit-24hour-reset': reset(900) },
      }),
      { code: 'http_429', retryable: true, retryAfterMs: 900_000 },
    ],
    [
      rates({
        'x-rate-limit-limit': '15',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': reset(90_000),
      }),
      { code: 'http_429', retryable: true, retryAfterMs: 3_600_000 },
    ],
    [{ drop: 'before' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ garbage: '<html>' }, { code: 'unreadable_answer', retryable: true, unknown: true }],
    [{ garbage: '{}' }, { code: 'unreadable_answer', retryable: true, unknown: true }],
  ])('that meets %j fails as %j', async (trouble, failure) => {
    expect(await failureOf(xOutbound(), trouble)).toEqual(failure);
  });

  it('that reaches nobody was surely not sent', async () => {
    const error = await xChannel()
      .send?.(xOutbound())
      .catch(error => error);
    expect(error.failure).toEqual({ code: 'ECONNREFUSED', retryable: true });
  });

  it.each(['ana', '', '1/../2', 'public', '22 22'])('to %j is no call at all', async address => {
    expect(await failureOf(xOutbound({ address }))).toEqual({ code: 'bad_address', retryable: false });
    expect(x.calls).toEqual([]);
  });

  it('says nothing of keys, words or people when it fails', async () => {
    x.trouble({ status: 403, body: { detail: `no hola for ${ANA}` } });
    const error = await xChannel(x)
      .send?.(xOutbound())
      .catch(error => error);
    expect(JSON.stringify(error) + error.message + error.stack).not.toMatch(/secret|token|hola|2222/);
  });
});

describe('what is said on X where others read', () => {
  const below = (more: Partial<OutboundMessage> = {}, text = 'Escríbanos en privado.') =>
    xOutbound(
      { address: `public/${ANA}`, route: '2080765813578191303 OtherUser', class: 'invitation', ...more },
      text,
    );

  it('is an invitation below the post, with the name of who wrote it', async () => {
    const sent = await xChannel(x).send?.(below());
    expect(x.posts).toEqual([
      { id: sent?.providerId, text: '@OtherUser Escríbanos en privado.', below: '2080765813578191303' },
    ]);
    expect(x.messages).toEqual([]);
  });

  it('may be the numbers of a danger', async () => {
    await xChannel(x).send?.(below({ class: 'emergency' }));
    expect(x.posts).toHaveLength(1);
  });

  it.each(['reply', 'receipt', 'notice', 'code', 'optOut'] as const)('is never a %s', async kind => {
    expect(await failureOf(below({ class: kind }))).toEqual({ code: 'public', retryable: false });
    expect(x.calls).toEqual([]);
  });

  it.each([undefined, null, '', 'x y', '2080 Other User', '2080/1 a'])(
    'stands below no post when the way is %j',
    async route => {
      const message = below();
      const { route: _, ...rest } = message;
      const failure = await failureOf(route === undefined ? rest : { ...message, route });
      expect(failure).toEqual({ code: 'no_post', retryable: false });
      expect(x.calls).toEqual([]);
    },
  );

  it('is final when the platform calls it repeated', async () => {
    await xChannel(x).send?.(below());
    expect(await failureOf(below())).toEqual({ code: 'duplicate', retryable: false });
    await xChannel(x).send?.(below({ route: '2080765813578191303 Otra' }));
    expect(x.posts).toHaveLength(2);
  });

  it('cannot be read back', async () => {
    const work = xChannel(x).find?.(below(), NOW, async () => false);
    await expect(work).rejects.toBeInstanceOf(SendError);
    expect(x.calls).toEqual([]);
  });
});

describe('reading back a direct message', () => {
  const nobody = async () => false;

  it('finds the message that was accepted before the connection broke, though its links were rewritten', async () => {
    const text = 'Su caso & su PIN: https://311.example.org/caso?x=1 (guárdelo)';
    const startedAt = new Date();
    x.trouble({ drop: 'after' });
    await xChannel(x)
      .send?.(xOutbound({}, text))
      .catch(() => null);
    expect(await xChannel(x).find?.(xOutbound({}, text), startedAt, nobody)).toEqual({
      providerId: x.messages[0]?.id,
    });
  });

  it('is sure that a message never accepted did not arrive', async () => {
    x.trouble({ drop: 'before' });
    await xChannel(x)
      .send?.(xOutbound())
      .catch(() => null);
    expect(await xChannel(x).find?.(xOutbound(), new Date(), nobody)).toBeNull();
  });

  it('is not misled by other words, people, times, directions or messages already known', async () => {
    const channel = xChannel(x);
    await channel.send?.(xOutbound({}, 'otra cosa'));
    await channel.send?.(xOutbound({ address: '2222222222222222223' }));
    const known = await channel.send?.(xOutbound());
    await channel.send?.(xOutbound());
    const [old] = x.messages.slice(-1);
    if (old) old.createdAt = new Date(Date.now() - 3_600_000);
    x.messages.push({ ...{ id: '9', senderId: ANA, withId: ANA, text: 'hola' }, createdAt: new Date() });
    expect(await channel.find?.(xOutbound(), new Date(), async id => id === known?.providerId)).toBeNull();
  });

  it('cannot tell while the platform is away', async () => {
    await expect(xChannel().find?.(xOutbound(), new Date(), nobody)).rejects.toBeInstanceOf(SendError);
  });
});
