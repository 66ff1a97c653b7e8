import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InboundMessage, OutboundMessage } from '../../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.ts';
import {
  CONTENT,
  memoryBookmarks,
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
    delivery: {
      arrived: () => twilio.accepted().map(({ body }) => body),
      throttle: retryAfter => twilio.trouble([{ status: 429, retryAfter }]),
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

describe('choices by WhatsApp through Twilio', () => {
  const offer = (text: string, labels: string[]): Partial<OutboundMessage> => ({
    part: { text, choices: labels.map((label, i) => ({ label, value: `v${i}` })) },
  });
  const sent = async (more: Partial<OutboundMessage>, channel = whatsappTwilioChannel(twilio)) => {
    await channel.send?.(whatsappTwilioOutbound(more));
    return twilio.messages.at(-1);
  };

  beforeEach(() => {
    twilio.made.length = 0;
    twilio.noContents = null;
  });

  it('are buttons while they are few and short, below words of several lines', async () => {
    const held = await sent(
      offer('Queja por:\n• tubería   rota\n\n¿La envío?', ['Sí, enviarla', 'Corregir']),
    );
    expect(held?.shown).toEqual({
      text: 'Queja por:\n• tubería rota\n\n¿La envío?',
      choices: [
        { label: 'Sí, enviarla', value: 'v0' },
        { label: 'Corregir', value: 'v1' },
      ],
    });
    expect(twilio.made).toMatchObject([{ type: 'twilio/quick-reply' }]);
  });

  it('are a list when they are many or long, with what a title cannot hold below it', async () => {
    const short = await sent(offer('¿Dónde?', ['Bella Vista', 'San Francisco', 'Juan Díaz', 'Tocumen']));
    expect(short?.shown).toMatchObject({ text: '¿Dónde?', opens: 'Ver opciones / See…' });
    expect(short?.shown?.choices[0]).toEqual({ label: 'Bella Vista', value: 'v0' });
    const label = 'Autoridad de Aseo Urbano y Domiciliario, agencia';
    const long = await sent(offer('¿A quién?', [`${label} norte`, `${label} sur`]));
    expect(long?.shown?.choices).toEqual([
      { label: expect.stringMatching(/^1\. Autoridad de Aseo/), value: 'v0', details: `${label} norte` },
      { label: expect.stringMatching(/^2\. Autoridad de Aseo/), value: 'v1', details: `${label} sur` },
    ]);
  });

  it('are made at Twilio once for each form of a message, whatever it says and whoever sends', async () => {
    const bookmarks = memoryBookmarks();
    const open = () => whatsappTwilioChannel(twilio, { bookmarks });
    for (const text of ['uno', 'dos']) await sent(offer(text, ['Sí', 'No']), open());
    await sent(offer('uno', ['Sí', 'No', 'Nada']), open());
    expect(twilio.made.map(({ name }) => name)).toEqual(['ventanilla buttons 2 x', 'ventanilla buttons 3 x']);
    expect(JSON.stringify(twilio.made)).not.toMatch(/uno|dos|Nada/);
  });

  it('are a numbered list in words where the account makes no contents, and nobody asks each time', async () => {
    twilio.noContents = 403;
    const clock = { at: new Date('2026-03-02T15:00:00Z') };
    const channel = whatsappTwilioChannel(twilio, { now: () => clock.at });
    const held = await sent(offer('¿Seguro?', ['Sí', 'No']), channel);
    expect([held?.body, held?.content]).toEqual(['¿Seguro?\n1. Sí\n2. No', undefined]);
    twilio.noContents = null;
    expect((await sent(offer('¿Seguro?', ['Sí', 'No']), channel))?.shown).toBeUndefined();
    clock.at = new Date(clock.at.getTime() + 10 * 60_000);
    expect((await sent(offer('¿Seguro?', ['Sí', 'No']), channel))?.shown?.choices).toHaveLength(2);
  });

  it('are a numbered list in words at the next try when the content is gone, which is then made anew', async () => {
    const clock = { at: new Date('2026-03-02T15:00:00Z') };
    const channel = whatsappTwilioChannel(twilio, { now: () => clock.at });
    await sent(offer('¿Seguro?', ['Sí', 'No']), channel);
    // Somebody deleted it at Twilio.
    twilio.made.length = 0;
    const refused = channel.send?.(whatsappTwilioOutbound(offer('¿Seguro?', ['Sí', 'No'])));
    expect(await failureOf(refused)).toEqual({ code: '21655', retryable: true });
    expect((await sent(offer('¿Seguro?', ['Sí', 'No']), channel))?.body).toBe('¿Seguro?\n1. Sí\n2. No');
    expect((await sent(offer('¿Seguro?', ['A', 'B', 'C']), channel))?.shown?.choices).toHaveLength(3);
    clock.at = new Date(clock.at.getTime() + 10 * 60_000);
    expect((await sent(offer('¿Seguro?', ['Sí', 'No']), channel))?.shown?.choices).toHaveLength(2);
  });

  it('keep a content that is well when what filled its places was not', async () => {
    const clock = { at: new Date('2026-03-02T15:00:00Z') };
    const channel = whatsappTwilioChannel(twilio, { now: () => clock.at });
    await sent(offer('uno', ['Sí', 'No']), channel);
    twilio.trouble([{ status: 400, code: 21656 }]);
    const refused = channel.send?.(whatsappTwilioOutbound(offer('dos', ['Sí', 'No'])));
    expect(await failureOf(refused)).toEqual({ code: '21656', retryable: true });
    expect((await sent(offer('dos', ['Sí', 'No']), channel))?.body).toBe('dos\n1. Sí\n2. No');
    clock.at = new Date(clock.at.getTime() + 10 * 60_000);
    expect((await sent(offer('tres', ['Sí', 'No']), channel))?.shown?.choices).toHaveLength(2);
    expect(twilio.made).toHaveLength(1);
  });

  it('are made once when many messages of one form go at the same time', async () => {
    const channel = whatsappTwilioChannel(twilio);
    await Promise.all(['a', 'b', 'c', 'd'].map(text => sent(offer(text, ['Sí', 'No']), channel)));
    expect(twilio.made).toHaveLength(1);
  });

  it('are buttons still when only a content of another form cannot be made', async () => {
    const channel = whatsappTwilioChannel(twilio);
    twilio.noContents = 400;
    expect((await sent(offer('¿Cuál?', ['A', 'B', 'C']), channel))?.shown).toBeUndefined();
    twilio.noContents = null;
    expect((await sent(offer('¿Seguro?', ['Sí', 'No']), channel))?.shown?.choices).toHaveLength(2);
  });

  it('fit in one message as words, however long all of them are', async () => {
    twilio.noContents = 403;
    const labels = Array.from({ length: 10 }, (_, i) => `${i} ${'palabra '.repeat(9)}`.slice(0, 72));
    const held = await sent(offer('x'.repeat(1_024), labels));
    expect(held?.body.length).toBeLessThanOrEqual(1_600);
    expect(held?.body).toMatch(/\n10\. 9 palabra/);
  });

  it('leave the words alone when the message is too late: its approved content is for that', async () => {
    twilio.trouble([{ status: 400, code: 63016 }]);
    const calls = twilio.calls;
    const call = whatsappTwilioChannel(twilio).send?.(whatsappTwilioOutbound(offer('¿?', ['Sí'])));
    expect(await failureOf(call)).toEqual({ code: 'window_closed', retryable: false });
    expect(twilio.calls).toBe(calls + 1);
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

  it('finds choices that went as a numbered list in words', async () => {
    twilio.noContents = 403;
    const channel = whatsappTwilioChannel(twilio);
    const asked = whatsappTwilioOutbound({
      part: { text: '¿Seguro?', choices: [{ label: 'Sí', value: 'yes' }] },
    });
    const startedAt = new Date();
    await channel.send?.(asked);
    twilio.noContents = null;
    const { sid: providerId } = twilio.messages.at(-1) ?? {};
    expect(await channel.find?.(asked, startedAt, nobody)).toEqual({ providerId });
  });

  it('cannot tell of news and of buttons, which may have gone as a content in other words', async () => {
    const channel = whatsappTwilioChannel(twilio);
    const asked = whatsappTwilioOutbound({ part: { text: 'x', choices: [{ label: 'Sí', value: 'yes' }] } });
    await expect(channel.find?.(asked, new Date(), nobody)).rejects.toBeInstanceOf(SendError);
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
