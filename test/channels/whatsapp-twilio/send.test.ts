import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InboundMessage, OutboundMessage } from '../../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.ts';
import {
  CONTENT,
  OUR_NUMBER,
  whatsappTwilioChannel,
  whatsappTwilioOutbound,
} from '../../support/whatsapp-twilio-channel.ts';

let twilio: TwilioStandIn;
beforeAll(async () => {
  twilio = await startTwilioStandIn({ contents: { [CONTENT]: 2 } });
});
afterAll(() => twilio.close());
beforeEach(() => {
  twilio.messages.length = 0;
});

channelContract('whatsapp-twilio', {
  open: async () => whatsappTwilioChannel(twilio),
  send: {
    message: text => whatsappTwilioOutbound({}, text),
    troubles: {
      'the window has closed': () => twilio.trouble([{ status: 400, code: 63016 }]),
      'the platform throttles': () => twilio.trouble([{ status: 429 }]),
      'the platform is down': () => twilio.trouble([{ status: 500 }]),
      'the connection breaks': () => twilio.trouble([{ drop: 'before' }]),
    },
  },
});

const values = { number: '311-483-920-716', note: 'Listo\nel lunes' };
const template = { name: 'status', language: 'es', values } as const;
const news: Partial<OutboundMessage> = { part: { text: 'novedades', choices: [], template } };

async function failureOf(work: Promise<unknown> | undefined): Promise<SendFailure> {
  const error = await work?.then(
    () => null,
    error => error,
  );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

describe('a send by WhatsApp through Twilio', () => {
  it('goes from our number to theirs on that road, and its receipts come back on it', async () => {
    await whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound({ id: 'out 7' }, 'ñandú 🚧'));
    expect(twilio.messages).toMatchObject([
      {
        ...{ from: `whatsapp:${OUR_NUMBER}`, to: 'whatsapp:+50760000001', body: 'ñandú 🚧' },
        statusCallback: 'https://311.example.org/desk/channels/whatsapp-twilio/status?id=out%207',
      },
    ]);
    await whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound({ account: '', address: 'PA.134' }));
    expect(twilio.messages[1]).toMatchObject({ from: `whatsapp:${OUR_NUMBER}`, to: 'whatsapp:PA.134' });
  });

  it('is an approved content with its places filled, a day after the citizen wrote', async () => {
    await whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound({ ...news, form: 'template' }));
    const [held] = twilio.messages;
    expect(held?.content).toEqual({ sid: CONTENT, variables: { 1: '311-483-920-716', 2: 'Listo el lunes' } });
    expect(held?.body).toBe('');
  });

  it('is none where no content was approved', async () => {
    const part = { text: 'x', choices: [], template: { ...template, name: 'opened' as const } };
    const calls = twilio.calls;
    const call = whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound({ part, form: 'template' }));
    expect(await failureOf(call)).toEqual({ code: 'no_template', retryable: false });
    expect(twilio.calls).toBe(calls);
  });

  it('that is too late says so', async () => {
    twilio.trouble([{ status: 400, code: 63016 }]);
    const call = whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound());
    expect(await failureOf(call)).toEqual({ code: 'window_closed', retryable: false });
  });
});

describe('reading back a send by WhatsApp through Twilio', () => {
  const nobody = async () => false;

  it('finds free words that were accepted before the connection broke', async () => {
    const channel = whatsappTwilioChannel(twilio);
    twilio.trouble([{ drop: 'after' }]);
    const startedAt = new Date();
    await channel.send?.(whatsappTwilioOutbound()).catch(() => null);
    expect(await channel.find?.(whatsappTwilioOutbound(), startedAt, nobody)).toEqual({
      providerId: twilio.messages[0]?.sid,
    });
  });

  it('cannot tell of news, which may have gone as a content in other words', async () => {
    const channel = whatsappTwilioChannel(twilio);
    await expect(channel.find?.(whatsappTwilioOutbound(news), new Date(), nobody)).rejects.toBeInstanceOf(
      SendError,
    );
    expect(await channel.find?.(whatsappTwilioOutbound(), new Date(), nobody)).toBeNull();
  });
});

describe('catching up with WhatsApp through Twilio', () => {
  it('reads what came to our number there, without what has no words', async () => {
    const inbound = { from: 'whatsapp:+50760000001', to: `whatsapp:${OUR_NUMBER}`, call: false };
    const { sid } = await twilio.inbound({ ...inbound, body: 'STOP' });
    await twilio.inbound({ ...inbound, body: '' });
    await twilio.inbound({ from: '+50760000001', body: 'por SMS', to: OUR_NUMBER, call: false });
    const received: InboundMessage[] = [];
    const channel = whatsappTwilioChannel(twilio);
    await channel.connect?.(async messages => void received.push(...messages));
    await expect.poll(() => received.length).toBeGreaterThan(0);
    await channel.close?.();
    expect(received).toMatchObject([
      {
        ...{ channel: 'whatsapp-twilio', account: OUR_NUMBER, address: '+50760000001', providerId: sid },
        ...{ text: 'STOP', signal: 'optOut', signalAnswered: false },
      },
    ]);
  });

  it('fetches files that SMS would not carry', async () => {
    const bytes = Buffer.alloc(6 * 1024 * 1024);
    const media = [{ type: 'video/mp4', bytes }];
    await twilio.inbound({ from: 'whatsapp:+50760000001', body: '', media, call: false });
    const [message] = twilio.messages;
    const { accountSid } = twilio.options;
    const base = `${twilio.url}/2010-04-01/Accounts/${accountSid}/Messages/${message?.sid}/Media`;
    const url = `${base}/${message?.media[0]?.sid}`;
    expect((await whatsappTwilioChannel(twilio).fetch?.({ url }))?.length).toBe(bytes.length);
  });
});
