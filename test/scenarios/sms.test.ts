import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { newSid, sign } from '../support/twilio-messages.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.ts';
import { PNG } from '../support/web-files.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const ANA = '+50760000001';

let twilio: TwilioStandIn;
let desk: RunningDesk;

beforeEach(async () => {
  twilio = await startTwilioStandIn({ receipts: ['sent', 'delivered'] });
  desk = await startDesk(smsSettings());
  twilio.options.webhookUrl = `${desk.url}/channels/sms/webhook`;
});

afterEach(async () => {
  await desk.stop();
  await twilio.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

function smsSettings(more: Record<string, string> = {}) {
  const { accountSid, authToken, number } = twilio.options;
  return settingsIn({
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
    ...{ TWILIO_API_URL: twilio.url, ...more },
  });
}

/** Says it by SMS and waits for one more message from the office. */
async function text(
  body: string,
  more: { from?: string; sid?: string; media?: { type: string; bytes: Buffer }[] } = {},
) {
  const before = twilio.accepted().length;
  const { status } = await twilio.inbound({ from: ANA, body, ...more });
  expect(status).toBe(200);
  return eventually(async () => twilio.accepted()[before]);
}

/** Files the leak; the case's number. */
async function file(more: Parameters<typeof text>[1] = {}): Promise<string> {
  await text(LEAK, more);
  const { body } = await text('si', { ...(more.from ? { from: more.from } : {}) });
  return /311(-\d{3}){3}/.exec(body)?.[0] ?? '';
}

describe('a citizen by SMS', () => {
  it('has a case after two messages, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    const before = twilio.accepted().length;
    await desk.api('POST', `/cases/${number}/status`, { status: 'resolved' });
    const asked = await eventually(async () => twilio.accepted()[before]);
    expect(asked).toMatchObject({ to: ANA, body: expect.stringContaining(number) });
    await text('si');
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
  });

  it('is known to have received what was sent', async () => {
    const number = await file();
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    const told = await eventually(async () => {
      const { deliveries } = (await desk.api('GET', `/cases/${number}/deliveries`)).body;
      const arrived = deliveries.every(({ receipt }: { receipt: string }) => receipt === 'delivered');
      return arrived && deliveries.length >= 2 && deliveries;
    });
    expect(told.at(-1)).toMatchObject({
      channel: 'sms',
      state: 'accepted',
      attempts: 1,
      maybeDuplicate: false,
    });
  });

  it('is not said to have received less when an earlier receipt comes late', async () => {
    const number = await file();
    const deliveries = async () => (await desk.api('GET', `/cases/${number}/deliveries`)).body.deliveries;
    await eventually(async () => (await deliveries()).at(-1)?.receipt === 'delivered');
    const sid = twilio.accepted().at(-1)?.sid ?? '';
    for (const late of ['sent', 'sending', 'queued']) expect(await twilio.status(sid, late)).toBe(200);
    expect((await deliveries()).at(-1)).toMatchObject({ receipt: 'delivered' });
  });

  it('reads the plain letters that an SMS carries', async () => {
    await file();
    for (const { body } of twilio.accepted()) expect(body).not.toMatch(/[áíóúÁÍÓÚ“”«»…]/);
  });

  it('adds a photo to the report', async () => {
    const number = await file({ media: [{ type: 'image/png', bytes: PNG }] });
    const { attachments } = (await desk.api('GET', `/cases/${number}`)).body;
    expect(attachments).toMatchObject([{ type: 'image/png', bytes: PNG.length }]);
  });

  it('is told when a file cannot be taken, and has the report all the same', async () => {
    const number = await file({
      media: [{ type: 'image/png', bytes: Buffer.from('<script>alert(1)</script>') }],
    });
    expect((await desk.api('GET', `/cases/${number}`)).body.attachments).toEqual([]);
  });

  it('is seen by who takes the talk over with the photo they sent, outside any case too', async () => {
    await text('quiero hablar con una persona');
    const [talk] = (await desk.api('GET', '/conversations?state=waiting')).body.conversations;
    await desk.api('POST', `/conversations/${talk.id}/take`);
    await twilio.inbound({ from: ANA, body: 'vea esta foto', media: [{ type: 'image/png', bytes: PNG }] });
    const photo = await eventually(async () => {
      const { messages } = (await desk.api('GET', `/conversations/${talk.id}/messages`)).body;
      return messages.at(-1).text === 'vea esta foto' && messages.at(-1).media[0];
    });
    const file = await fetch(`${desk.url}/api/v1/conversations/${talk.id}/media/${photo}`, {
      headers: { authorization: `Bearer ${desk.app.localToken}` },
    });
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
  });

  it('stops all messages with a word, and starts them again with another', async () => {
    const number = await file();
    const stopped = await text('ALTO');
    expect(stopped.to).toBe(ANA);
    const before = twilio.accepted().length;
    await twilio.inbound({ from: ANA, body: 'hola' });
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(twilio.accepted()).toHaveLength(before);
    await text('ALTA');
    await desk.api('POST', `/cases/${number}/status`, { status: 'resolved' });
    await eventually(async () => twilio.accepted().at(-1)?.body.includes(number));
  });

  it('is not answered a word that the platform answers itself', async () => {
    await text('hola');
    const before = twilio.accepted().length;
    await twilio.inbound({ from: ANA, body: 'STOP' });
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(twilio.accepted()).toHaveLength(before);
  });

  it('has one turn for a message that the platform repeats, days later too', async () => {
    const sid = newSid('SM');
    await text('hola', { sid });
    const before = twilio.accepted().length;
    for (let i = 0; i < 5; i += 1)
      expect((await twilio.inbound({ from: ANA, body: 'hola', sid })).status).toBe(200);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(twilio.accepted()).toHaveLength(before);
  });

  it('is answered though the platform stumbles, once', async () => {
    twilio.trouble([{ status: 503 }, { drop: 'after' }]);
    await text('hola');
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(new Set(twilio.accepted().map(({ outboundId }) => outboundId)).size).toBe(1);
  });
});

describe('a call that is not the platform’s', () => {
  it('is answered 401, and nothing of it is stored', async () => {
    const form = {
      MessageSid: newSid('SM'),
      AccountSid: twilio.options.accountSid,
      From: ANA,
      To: '+5076000000',
      Body: 'hola',
    };
    const url = `${desk.url}/channels/sms/webhook`;
    const signatures = [
      '',
      'x',
      sign('another token', url, form),
      sign(twilio.options.authToken, `${url}?x=1`, form),
    ];
    for (const signature of signatures) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature },
        body: new URLSearchParams(form),
      });
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(twilio.accepted()).toEqual([]);
    expect((await desk.api('POST', '/cases/search', { address: ANA })).body.cases).toEqual([]);
    expect((await fetch(url)).status).toBe(405);
  });
});

describe('a desk that was away', () => {
  it('reads what it missed from the platform’s own list, and answers it', async () => {
    await desk.stop();
    await twilio.inbound({ from: ANA, body: LEAK, call: false });
    desk = await desk.again();
    twilio.options.webhookUrl = `${desk.url}/channels/sms/webhook`;
    await eventually(async () => twilio.accepted()[0]);
    expect(twilio.accepted()).toHaveLength(1);
  });
});
