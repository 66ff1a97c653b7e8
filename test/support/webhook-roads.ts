import { startBotFrameworkStandIn } from './bot-framework-stand-in.ts';
import { startMessengerStandIn } from './messenger-stand-in.ts';
import { type RunningDesk, settingsIn, startDesk } from './running-desk.ts';
import { SECRET as TELEGRAM_SECRET } from './telegram-channel.ts';
import { startTelegramStandIn } from './telegram-stand-in.ts';
import { startTwilioStandIn } from './twilio-stand-in.ts';
import { OUTSIDE, pathOf, type WebhookKit, webhookKits } from './webhook-kits.ts';
import { startWhatsAppStandIn } from './whatsapp-stand-in.ts';
import { OUR_NUMBER } from './whatsapp-twilio-channel.ts';
import { startXStandIn } from './x-stand-in.ts';

/** A file as somebody sends it: what it is called, and what it is. */
export interface SentFile {
  type: string;
  bytes: Buffer;
}

/** A platform that calls the desk: calls made by hand, and a stand-in of it. */
export interface WebhookRoad extends WebhookKit {
  /** Somebody sends a file, without words. */
  sends(file: SentFile): Promise<unknown>;
}

/** The whole desk with every channel that is called by its platform. */
export interface WebhookRoads {
  desk: RunningDesk;
  roads: WebhookRoad[];
  /** Makes a call; `shown` is the proof, `null`: none. */
  call(kit: WebhookKit, body: string, shown?: string | null): Promise<Response>;
  stop(): Promise<void>;
}

/** The names of all of them, for tables that are written before anything runs. */
export const WEBHOOK_ROADS = [
  ...['sms', 'whatsapp', 'whatsapp-twilio', 'messenger', 'x', 'telegram', 'bot-framework'],
] as const;

/** Of these the proof covers the body; Telegram's secret says who calls, and nothing of what it brings. */
export const PROVING_BODIES = [
  ...['sms', 'whatsapp', 'whatsapp-twilio', 'messenger', 'x', 'bot-framework'],
] as const;

/** Of these a genuine call can be about another account; on the others every account has its own proof. */
export const SHARED_PROOFS = ['sms', 'whatsapp', 'whatsapp-twilio', 'messenger', 'x'] as const;

/** These put several messages into one call; the others never do. */
export const BATCHING = ['whatsapp', 'messenger', 'x'] as const;

/** Starts the stand-ins and the desk. */
export async function startWebhookRoads(): Promise<WebhookRoads> {
  const platforms = await startPlatforms();
  const { twilio, whatsapp, messenger, x, telegram, bot } = platforms;
  // Two apps at Meta: with one for both, a proof would hold on either.
  messenger.appSecret = 'stand-in-secret-of-another-app';
  const kits = webhookKits({
    twilio: twilio.options.authToken,
    ...{ whatsapp: whatsapp.appSecret, messenger: messenger.appSecret },
    x: x.keys.consumerSecret,
    botFramework: bot,
  });
  const desk = await startDesk(settingsIn({ PUBLIC_URL: OUTSIDE, ...settingsOf(platforms) }));
  twilio.options.connectTo = desk.url;
  telegram.connectTo = desk.url;
  const inside = (id: string): string => `${desk.url}/channels/${id}/webhook`;
  for (const [id, standIn] of Object.entries({ whatsapp, messenger, x, 'bot-framework': bot })) {
    standIn.webhookUrl = inside(id);
  }
  const sending = sendingBy(platforms);
  return {
    desk,
    roads: kits.map(kit => ({ ...kit, sends: sending[kit.id] as Sends })),
    call: (kit, body, shown = kit.proof(body)) =>
      fetch(`${desk.url}${pathOf(kit)}`, {
        method: 'POST',
        headers: { 'content-type': kit.type, ...(shown === null ? {} : { [kit.header]: shown }) },
        body,
      }),
    stop: async () => {
      await desk.stop();
      await Promise.all(Object.values(platforms).map(platform => platform.close()));
    },
  };
}

async function startPlatforms() {
  return {
    twilio: await startTwilioStandIn(),
    whatsapp: await startWhatsAppStandIn(),
    messenger: await startMessengerStandIn(),
    x: await startXStandIn(),
    telegram: await startTelegramStandIn(),
    bot: await startBotFrameworkStandIn(),
  };
}

type Platforms = Awaited<ReturnType<typeof startPlatforms>>;

function settingsOf({ twilio, whatsapp, messenger, x, telegram, bot }: Platforms): Record<string, string> {
  const { accountSid, authToken, number } = twilio.options;
  return {
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_URL: twilio.url },
    ...{ TWILIO_SMS_FROM: number, TWILIO_WHATSAPP_FROM: OUR_NUMBER },
    ...{ WHATSAPP_PHONE_NUMBER_ID: whatsapp.phoneNumberId, WHATSAPP_ACCESS_TOKEN: whatsapp.token },
    ...{ WHATSAPP_APP_SECRET: whatsapp.appSecret, WHATSAPP_API_URL: whatsapp.url },
    ...{ MESSENGER_PAGE_ID: messenger.pageId, MESSENGER_ACCESS_TOKEN: messenger.token },
    ...{ MESSENGER_APP_SECRET: messenger.appSecret, MESSENGER_API_URL: messenger.url },
    ...{ WHATSAPP_VERIFY_TOKEN: 'words of ours', MESSENGER_VERIFY_TOKEN: 'words of ours' },
    ...{ X_ACCOUNT_ID: x.account, X_CONSUMER_KEY: x.keys.consumerKey, X_API_URL: x.url },
    ...{ X_CONSUMER_SECRET: x.keys.consumerSecret, X_ACCESS_TOKEN: x.keys.accessToken },
    ...{ X_ACCESS_SECRET: x.keys.accessSecret, TELEGRAM_BOT_TOKEN: telegram.token },
    ...{ TELEGRAM_WEBHOOK_SECRET: TELEGRAM_SECRET, TELEGRAM_API_URL: telegram.url },
    ...{ BOT_FRAMEWORK_APP_ID: bot.appId, BOT_FRAMEWORK_APP_PASSWORD: bot.password },
    ...{ BOT_FRAMEWORK_TENANT_ID: bot.tenant, BOT_FRAMEWORK_API_URL: bot.url },
  };
}

type Sends = WebhookRoad['sends'];

function sendingBy({ twilio, whatsapp, messenger, x, telegram, bot }: Platforms): Record<string, Sends> {
  return {
    sms: onTwilio(twilio, 'sms', ['+50760000001', twilio.options.number]),
    'whatsapp-twilio': onTwilio(twilio, 'whatsapp-twilio', [
      'whatsapp:+50760000001',
      `whatsapp:${OUR_NUMBER}`,
    ]),
    whatsapp: ({ bytes }) => whatsapp.sendsPhoto(bytes),
    messenger: ({ bytes }) => messenger.sendsPhoto(bytes),
    telegram: ({ bytes }) => telegram.sendsPhoto(bytes),
    x: ({ bytes }) => {
      const name = `file-${x.files.size}`;
      x.files.set(name, bytes);
      const url = `${x.url}/dm/${name}`;
      const media = { id: '1', type: 'photo', url: 'https://t.co/a', media_url_https: url };
      return x.says('https://t.co/a', { attachment: { type: 'media', media } });
    },
    'bot-framework': ({ type, bytes }) => {
      const name = `file-${bot.files.size}`;
      bot.files.set(name, bytes);
      const contentUrl = `${bot.url}/v3/attachments/${name}`;
      return bot.tell({ text: '', attachments: [{ contentType: type, contentUrl }] });
    },
  };
}

function onTwilio(twilio: Platforms['twilio'], id: string, [from = '', to = '']: string[]): Sends {
  return file => {
    twilio.options.webhookUrl = `${OUTSIDE}/channels/${id}/webhook`;
    return twilio.inbound({ from, to, body: '', media: [file] });
  };
}
