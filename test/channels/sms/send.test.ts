import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { smsChannel, smsOutbound } from '../../support/sms-channel.ts';
import { startTwilioStandIn, type Trouble, type TwilioStandIn } from '../../support/twilio-stand-in.ts';

let twilio: TwilioStandIn;
beforeAll(async () => {
  twilio = await startTwilioStandIn();
});
afterAll(() => twilio.close());
beforeEach(() => {
  twilio.messages.length = 0;
});

channelContract('sms', {
  open: async () => smsChannel(twilio),
  send: {
    message: text => smsOutbound({}, text),
    troubles: {
      'the recipient opted out': () => twilio.trouble([{ status: 400, code: 21610 }]),
      'the platform throttles': () => twilio.trouble([{ status: 429 }]),
      'the platform is down': () => twilio.trouble([{ status: 500 }]),
      'the connection breaks': () => twilio.trouble([{ drop: 'before' }]),
    },
    delivery: {
      arrived: () => twilio.accepted().map(({ body }) => body),
      throttle: retryAfter => twilio.trouble([{ status: 429, retryAfter }]),
    },
  },
});

async function failureOf(trouble: Trouble | null, to = '+50760000001'): Promise<SendFailure> {
  if (trouble) twilio.trouble([trouble]);
  const error = await smsChannel(twilio)
    .send?.(smsOutbound({ address: to }))
    .then(
      () => null,
      error => error,
    );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

describe('a send by SMS', () => {
  it('names the address of its receipts, with our id in it', async () => {
    const sent = await smsChannel(twilio).send?.(smsOutbound({ id: 'a b&c' }, 'ñandú + 100 % €'));
    expect(twilio.messages).toMatchObject([
      {
        sid: sent?.providerId,
        from: '+5076000000',
        to: '+50760000001',
        body: 'ñandú + 100 % €',
        statusCallback: 'https://311.example.org/desk/channels/sms/status?id=a%20b%26c',
        outboundId: 'a b&c',
      },
    ]);
  });

  it('goes out from our number when the conversation names none', async () => {
    await smsChannel(twilio).send?.(smsOutbound({ account: '' }));
    expect(twilio.messages[0]?.from).toBe('+5076000000');
  });

  it.each<[string, Partial<SendFailure>]>([
    ['+15005550001', { code: '21211', retryable: false }],
    ['+15005550002', { code: '21612', retryable: false }],
    ['+15005550003', { code: '21408', retryable: false }],
    ['+15005550004', { code: '21610', retryable: false, optOut: true }],
    ['+15005550009', { code: '21614', retryable: false }],
    ['nonsense', { code: '21211', retryable: false }],
  ])('to %s fails as %j', async (to, failure) => {
    expect(await failureOf(null, to)).toEqual(failure);
  });

  it.each<[Trouble, SendFailure]>([
    [
      { status: 429, retryAfter: 7 },
      { code: '20429', retryable: true, retryAfterMs: 7_000 },
    ],
    [
      { status: 503, code: 20503 },
      { code: '20503', retryable: true },
    ],
    [{ status: 500 }, { code: '20500', retryable: true, unknown: true }],
    [
      { status: 400, code: 30001 },
      { code: '30001', retryable: true },
    ],
    [
      { status: 400, code: 99999 },
      { code: '99999', retryable: false },
    ],
    [
      { status: 401, code: 20003 },
      { code: '20003', retryable: true },
    ],
    [{ drop: 'before' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
  ])('that meets %j fails as %j', async (trouble, failure) => {
    expect(await failureOf(trouble)).toEqual(failure);
  });

  it('that reaches nobody was surely not sent', async () => {
    const channel = smsChannel(undefined, { apiUrl: 'http://127.0.0.1:9' });
    const error = await channel.send?.(smsOutbound()).catch(error => error);
    expect(error.failure).toEqual({ code: 'ECONNREFUSED', retryable: true });
  });

  it('beyond what the platform takes is final', async () => {
    const error = await smsChannel(twilio)
      .send?.(smsOutbound({}, 'x'.repeat(1_601)))
      .catch(error => error);
    expect(error.failure).toEqual({ code: '21617', retryable: false });
  });
});

describe('reading back a send', () => {
  const nobody = async () => false;
  const now = () => new Date();

  it('finds the message that was accepted before the connection broke', async () => {
    const channel = smsChannel(twilio);
    twilio.trouble([{ drop: 'after' }]);
    const startedAt = now();
    await channel.send?.(smsOutbound({}, 'Su número')).catch(() => null);
    expect(await channel.find?.(smsOutbound({}, 'Su número'), startedAt, nobody)).toEqual({
      providerId: twilio.messages[0]?.sid,
    });
  });

  it('is sure that a message never accepted did not arrive', async () => {
    const channel = smsChannel(twilio);
    twilio.trouble([{ drop: 'before' }]);
    await channel.send?.(smsOutbound()).catch(() => null);
    expect(await channel.find?.(smsOutbound(), now(), nobody)).toBeNull();
  });

  it('is not misled by other words, recipients, times, directions or messages already known', async () => {
    const channel = smsChannel(twilio);
    await channel.send?.(smsOutbound({}, 'otra cosa'));
    await channel.send?.(smsOutbound({ address: '+50760000002' }));
    const known = await channel.send?.(smsOutbound());
    await channel.send?.(smsOutbound());
    const [old] = twilio.messages.slice(-1);
    if (old) old.createdAt = new Date(Date.now() - 3_600_000);
    await twilio.inbound({ from: '+5076000000', to: '+50760000001', body: 'hola', call: false });
    expect(await channel.find?.(smsOutbound(), now(), async id => id === known?.providerId)).toBeNull();
  });

  it('cannot tell while the platform is away', async () => {
    const channel = smsChannel(undefined, { apiUrl: 'http://127.0.0.1:9' });
    await expect(channel.find?.(smsOutbound(), now(), nobody)).rejects.toBeInstanceOf(SendError);
  });
});
