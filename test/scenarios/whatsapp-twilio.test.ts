import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { hoursToADay } from '../support/daytime.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.ts';
import { CONTENT, OUR_NUMBER } from '../support/whatsapp-twilio-channel.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const ANA = 'whatsapp:+50760000001';
const TEMPLATES = `whatsapp: {}
whatsapp-twilio:
  status:
    es: { template: ${CONTENT}, values: [number, note] }
    en: { template: ${CONTENT}, values: [number, note] }
`;

let twilio: TwilioStandIn;
let desk: RunningDesk;
/** How far the clocks of both sides stand ahead. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

beforeEach(async () => {
  ahead = 0;
  twilio = await startTwilioStandIn({ receipts: ['sent', 'delivered'], contents: { [CONTENT]: 2 }, now });
  desk = await startDesk(twilioSettings(), { now });
  twilio.options.webhookUrl = `${desk.url}/channels/whatsapp-twilio/webhook`;
});

afterEach(async () => {
  await desk.stop();
  await twilio.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

function twilioSettings() {
  const CONFIG_DIR = mkdtempSync(path.join(tmpdir(), 'config-'));
  cpSync(path.join(PROJECT_ROOT, 'config'), CONFIG_DIR, { recursive: true });
  writeFileSync(path.join(CONFIG_DIR, 'templates.yaml'), TEMPLATES);
  const { accountSid, authToken, number } = twilio.options;
  return settingsIn({
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
    ...{ TWILIO_WHATSAPP_FROM: OUR_NUMBER, TWILIO_API_URL: twilio.url, CONFIG_DIR },
  });
}

async function answerTo(act: () => Promise<unknown>) {
  const before = twilio.accepted().length;
  await act();
  return eventually(async () => twilio.accepted()[before]);
}

const says = (body: string, fields: Record<string, string> = {}) =>
  answerTo(() => twilio.inbound({ from: ANA, to: `whatsapp:${OUR_NUMBER}`, body, fields }));
const status = (number: string, change: object) => desk.api('POST', `/cases/${number}/status`, change);

async function file(): Promise<string> {
  await says(LEAK);
  const { body } = await says('sí');
  return /311(-\d{3}){3}/.exec(body)?.[0] ?? '';
}

describe('a citizen on WhatsApp through Twilio', () => {
  it('has a case after two messages, beside SMS on the same account', async () => {
    const number = await file();
    expect(twilio.accepted()).toMatchObject([{ to: ANA, from: `whatsapp:${OUR_NUMBER}` }, { to: ANA }]);
    expect((await answerTo(() => status(number, { status: 'in_progress' }))).body).toContain(number);
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body.reporter).toMatchObject({ channel: 'whatsapp-twilio', address: '+50760000001' });
  });

  it('answers by a tap on a button of the summary', async () => {
    const { shown } = await says(LEAK);
    const yes = shown?.choices[0];
    expect([shown?.text, yes?.label]).toEqual([expect.stringContaining('Cerro Viento'), expect.any(String)]);
    const tap = { MessageType: 'button', ButtonText: yes?.label ?? '', ButtonPayload: yes?.value ?? '' };
    const { body } = await says(yes?.label ?? '', tap);
    expect(body).toMatch(/311(-\d{3}){3}/);
  });

  it('is offered the choices in words while the account makes no contents', async () => {
    twilio.noContents = 403;
    const { body } = await says(LEAK);
    expect(body).toMatch(/\n1\. /);
    expect((await says('1')).body).toMatch(/311(-\d{3}){3}/);
  });

  it('tells the place by a pin', async () => {
    await says('hay un tubo roto y el agua se bota');
    await says('', { Latitude: '9.0512', Longitude: '-79.4321', MessageType: 'location' });
    const number = /311(-\d{3}){3}/.exec((await says('sí')).body)?.[0] ?? '';
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body.place).toMatchObject({ lat: expect.closeTo(9.05, 1) });
  });

  it('is told of news a day later by the approved content, and of other news not at all', async () => {
    const number = await file();
    ahead += hoursToADay(now(), 25);
    const told = await answerTo(() => status(number, { status: 'in_progress', note: 'Vamos el lunes' }));
    expect(told.content).toEqual({ sid: CONTENT, variables: { 1: number, 2: 'Vamos el lunes' } });
    await status(number, { status: 'resolved' });
    const deliveries = await eventually(async () => {
      const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
      return body.deliveries.some(({ code }: { code: string }) => code === 'no_template') && body.deliveries;
    });
    expect(deliveries.at(-2)).toMatchObject({ state: 'accepted', code: 'as_template' });
  });
});
