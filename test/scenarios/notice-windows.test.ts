import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { hoursToADay } from '../support/daytime.ts';
import { LUIS, type MessengerStandIn, startMessengerStandIn } from '../support/messenger-stand-in.ts';
import { brokenPromises, eventually } from '../support/running-desk.ts';
import { ANA_MAIL, codeIn, numberIn, startThreeRoads, type ThreeRoads } from '../support/three-roads.ts';
import { startWhatsAppStandIn, type WhatsAppStandIn } from '../support/whatsapp-stand-in.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const HOUR = 3_600_000;
const MORNING = new Date('2026-10-26T15:00:00Z').getTime();
const TEMPLATES = `whatsapp:
  status:
    es: { template: novedad, language: es, values: [number, matter, status, note] }
    en: { template: novedad, language: en, values: [number, matter, status, note] }
whatsapp-twilio: {}
`;

let roads: ThreeRoads;
let whatsapp: WhatsAppStandIn;
let messenger: MessengerStandIn;
/** How far the clocks of both sides stand ahead. */
let ahead = 0;
const began = performance.now();
const now = () => new Date(MORNING + ahead + (performance.now() - began));

/** The configuration with one template, and another word in the plan of news if need be. */
function configDir(change: (plan: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
  cpSync(path.join(PROJECT_ROOT, 'config'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'templates.yaml'), TEMPLATES);
  const plan = path.join(folder, 'notices.yaml');
  writeFileSync(plan, change(readFileSync(plan, 'utf8')));
  return folder;
}

async function start(change: (plan: string) => string = plan => plan): Promise<void> {
  const meta = {
    ...{ WHATSAPP_PHONE_NUMBER_ID: whatsapp.phoneNumberId, WHATSAPP_ACCESS_TOKEN: whatsapp.token },
    ...{ WHATSAPP_APP_SECRET: whatsapp.appSecret, WHATSAPP_VERIFY_TOKEN: 'words of ours' },
    ...{ MESSENGER_PAGE_ID: messenger.pageId, MESSENGER_ACCESS_TOKEN: messenger.token },
    ...{ MESSENGER_APP_SECRET: messenger.appSecret, MESSENGER_VERIFY_TOKEN: 'words of ours' },
    ...{ WHATSAPP_API_URL: whatsapp.url, MESSENGER_API_URL: messenger.url },
  };
  roads = await startThreeRoads({ ...meta, CONFIG_DIR: configDir(change) }, { now });
  whatsapp.webhookUrl = `${roads.desk.url}/channels/whatsapp/webhook`;
  messenger.webhookUrl = `${roads.desk.url}/channels/messenger/webhook`;
}

beforeEach(async () => {
  ahead = 0;
  whatsapp = await startWhatsAppStandIn();
  messenger = await startMessengerStandIn();
  Object.assign(whatsapp, { now, receipts: ['sent', 'delivered'] });
  whatsapp.approved = { 'novedad/es': { places: 4, buttons: 0 } };
  messenger.now = now;
});

afterEach(async () => {
  await roads.desk.stop();
  await Promise.all([roads.stop(), whatsapp.close(), messenger.close()]);
  expect(await brokenPromises(roads.desk.settings)).toEqual([]);
});

/** Where somebody writes, and what comes back. */
interface Way {
  says(text: string): Promise<unknown>;
  sent(): { text: string }[];
}

const BY_WHATSAPP: Way = { says: text => whatsapp.says(text), sent: () => whatsapp.sent };
const BY_MESSENGER: Way = { says: text => messenger.says(text, {}, LUIS), sent: () => messenger.sent };

async function answerTo(way: Way, text: string): Promise<string> {
  const before = way.sent().length;
  await way.says(text);
  return (await eventually(async () => way.sent()[before])).text;
}

/** A citizen who proves a mail address and files a case; its number, a day and an hour later. */
async function begin(way: Way): Promise<string> {
  const code = await roads.mailed(() => way.says(`agregar mi correo ${ANA_MAIL}`));
  await roads.letter({ text: codeIn(code.text), answers: code });
  await eventually(async () => way.sent().length > 0);
  await answerTo(way, LEAK);
  const number = numberIn(await answerTo(way, 'sí'));
  expect(number).not.toBe('');
  ahead = hoursToADay(now(), 25);
  return number;
}

const reach = (number: string, status: string) =>
  roads.desk.api('POST', `/cases/${number}/status`, { status, note: 'Va la cuadrilla.' });

async function ledger(number: string): Promise<string[]> {
  const { body } = await roads.desk.api('GET', `/cases/${number}/deliveries`);
  type Line = Record<'what' | 'road' | 'reason' | 'outcome' | 'code', string | null>;
  const lines = (body.ledger as Line[]).map(({ what, road, reason, outcome, code }) =>
    [what, road, reason, outcome, code].join(' '),
  );
  return lines.filter(line => !line.startsWith('opened'));
}

const settled = (number: string, last: string) =>
  eventually(async () => {
    const lines = await ledger(number);
    return lines.at(-1)?.startsWith(last) && lines;
  });

describe('news a day after its citizen wrote', () => {
  it('takes the approved template where there is one, and no second road', async () => {
    await start();
    const number = await begin(BY_WHATSAPP);
    const mails = roads.mail.sent.length;
    const before = whatsapp.sent.length;
    await reach(number, 'in_progress');
    expect(await settled(number, 'status whatsapp first delivered')).toEqual([
      'status whatsapp first delivered as_template',
    ]);
    expect(whatsapp.sent.slice(before)).toMatchObject([{ kind: 'template' }]);
    expect(roads.mail.sent).toHaveLength(mails);
  });

  it('takes the next road where of this kind none was approved, and says so', async () => {
    await start();
    const number = await begin(BY_WHATSAPP);
    const calls = whatsapp.calls;
    const told = await roads.mailed(() => reach(number, 'resolved'));
    expect(told).toMatchObject({ to: ANA_MAIL, text: expect.stringContaining(number) });
    expect(await settled(number, 'solved email')).toEqual([
      'solved whatsapp first failed no_template',
      'solved sms no_template skipped no_address',
      'solved email no_address accepted ',
    ]);
    expect(whatsapp.calls).toBe(calls);
  });

  it('takes the next road where the template would cost more than it may', async () => {
    await start(plan => plan.replace(/(status: .*cost: )paid/, '$1free'));
    const number = await begin(BY_WHATSAPP);
    const calls = whatsapp.calls;
    await roads.mailed(() => reach(number, 'in_progress'));
    expect(await settled(number, 'status email')).toEqual([
      'status whatsapp first failed window_closed',
      'status email window_closed accepted ',
    ]);
    expect(whatsapp.calls).toBe(calls);
  });

  it('takes the next road where the platform knows no templates', async () => {
    await start();
    const number = await begin(BY_MESSENGER);
    const calls = messenger.calls;
    const told = await roads.mailed(() => reach(number, 'in_progress'));
    expect(told.text).toContain(number);
    expect(await settled(number, 'status email')).toEqual([
      'status messenger first failed window_closed',
      'status email window_closed accepted ',
    ]);
    expect(messenger.calls).toBe(calls);
  });

  it('takes the next road when the platform alone knew that it was too late', async () => {
    await start();
    const number = await begin(BY_MESSENGER);
    ahead = 0;
    // Our clock says that there is time; theirs does not.
    messenger.now = () => new Date(now().getTime() + 25 * HOUR);
    await roads.mailed(() => reach(number, 'in_progress'));
    expect(await settled(number, 'status email')).toEqual([
      'status messenger first failed window_closed',
      'status email window_closed accepted ',
    ]);
  });

  it('is written freely again once its citizen has written', async () => {
    await start();
    const number = await begin(BY_MESSENGER);
    await answerTo(BY_MESSENGER, 'mis casos');
    const before = messenger.sent.length;
    await reach(number, 'in_progress');
    await eventually(async () => messenger.sent[before]?.text.includes(number));
    // Its echo says that it was sent.
    expect(await settled(number, 'status messenger first sent')).toHaveLength(1);
  });
});
