import type { Overrides } from '../../src/app.ts';
import { startBotFrameworkStandIn } from './bot-framework-stand-in.ts';
import type { FormFile } from './http-server.ts';
import { startMailStandIn } from './mail-stand-in.ts';
import { startMessengerStandIn } from './messenger-stand-in.ts';
import { type RunningDesk, settingsIn, startDesk } from './running-desk.ts';
import { startTelegramStandIn } from './telegram-stand-in.ts';
import { startTwilioStandIn } from './twilio-stand-in.ts';
import { startWhatsAppStandIn } from './whatsapp-stand-in.ts';
import { OUR_NUMBER } from './whatsapp-twilio-channel.ts';
import { startXStandIn } from './x-stand-in.ts';

/** A platform as these tests need it: somebody writes, and our token stops being taken. */
export interface RoadStandIn {
  id: string;
  /** Somebody writes to the office. */
  says(text: string): unknown;
  /** Somebody sends a file with these words, where that is tested. */
  sendsFile?(file: { type: string; bytes: Buffer }, text?: string): unknown;
  /** What the office was let to send, oldest first: the words. */
  sent(): string[];
  /** The files that went out, on roads that carry them. */
  files?(): FormFile[];
  /** From now on our token is that of nobody, until it is mended. */
  expire(): void;
  mend(): void;
}

/** A desk that is on every platform. */
export interface AllRoads {
  desk: RunningDesk;
  roads: RoadStandIn[];
  stop(): Promise<void>;
}

/** What a stand-in brings: the road, the settings that switch it on, and what to do once the desk has an address. */
interface Started extends RoadStandIn {
  settings: Record<string, string>;
  reach(url: string): void;
  close(): Promise<void>;
}

/** Starts it, each platform by its stand-in. */
export async function startAllRoads(overrides: Overrides = {}): Promise<AllRoads> {
  const [sms, viaTwilio] = await onTwilio(overrides.now);
  const started = [
    sms,
    viaTwilio,
    await onWhatsApp(),
    await onMessenger(),
    await onTelegram(),
    await onMail(),
    await onX(),
    await onTeams(),
  ];
  const desk = await startDesk(
    settingsIn(Object.assign({}, ...started.map(({ settings }) => settings))),
    overrides,
  );
  for (const { reach } of started) reach(desk.url);
  return {
    desk,
    roads: started,
    stop: async () => {
      await desk.stop();
      await Promise.all(started.map(({ close }) => close()));
    },
  };
}

const ANA = '+50760000001';

/** Two numbers on one account: what happens to its token happens to both. */
async function onTwilio(now: (() => Date) | undefined): Promise<[Started, Started]> {
  const twilio = await startTwilioStandIn(now ? { now } : {});
  const { accountSid, authToken, number } = twilio.options;
  const account = {
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_URL: twilio.url },
  };
  const over = (id: string, from: string, isMine: (to: string) => boolean): Omit<Started, 'settings'> => ({
    id,
    says: body => {
      twilio.options.webhookUrl = twilio.options.webhookUrl.replace(
        /\/channels\/.*/,
        `/channels/${id}/webhook`,
      );
      return twilio.inbound({
        from,
        to: isMine(`whatsapp:${OUR_NUMBER}`) ? `whatsapp:${OUR_NUMBER}` : number,
        body,
      });
    },
    sent: () => twilio.accepted().flatMap(({ to, body, shown }) => (isMine(to) ? [shown?.text ?? body] : [])),
    // The stand-in signs its own calls with the token it was started with.
    expire: () => {
      twilio.always = { status: 401, code: 20003 };
    },
    mend: () => {
      twilio.always = null;
    },
    reach: url => {
      twilio.options.webhookUrl = `${url}/channels/${id}/webhook`;
    },
    close: async () => {},
  });
  const isWhatsApp = (to: string) => to.startsWith('whatsapp:');
  return [
    {
      ...over('sms', ANA, to => !isWhatsApp(to)),
      settings: { ...account, TWILIO_SMS_FROM: number },
      close: () => twilio.close(),
    },
    {
      ...over('whatsapp-twilio', `whatsapp:${ANA}`, isWhatsApp),
      settings: { TWILIO_WHATSAPP_FROM: OUR_NUMBER },
    },
  ];
}

const VERIFY = 'words of ours';

async function onWhatsApp(): Promise<Started> {
  const meta = await startWhatsAppStandIn();
  const own = meta.token;
  return {
    id: 'whatsapp',
    settings: {
      ...{ WHATSAPP_PHONE_NUMBER_ID: meta.phoneNumberId, WHATSAPP_ACCESS_TOKEN: own },
      ...{ WHATSAPP_APP_SECRET: meta.appSecret, WHATSAPP_VERIFY_TOKEN: VERIFY, WHATSAPP_API_URL: meta.url },
    },
    says: text => meta.says(text),
    sendsFile: ({ type, bytes }, text) =>
      meta.sendsFile(type.startsWith('audio') ? 'audio' : 'document', bytes, text),
    sent: () => meta.sent.map(({ text }) => text),
    files: () => meta.sent.flatMap(({ file }) => file ?? []),
    ...expiring(meta, own),
    reach: url => {
      meta.webhookUrl = `${url}/channels/whatsapp/webhook`;
    },
    close: () => meta.close(),
  };
}

async function onMessenger(): Promise<Started> {
  const meta = await startMessengerStandIn();
  const own = meta.token;
  return {
    id: 'messenger',
    settings: {
      ...{ MESSENGER_PAGE_ID: meta.pageId, MESSENGER_ACCESS_TOKEN: own, MESSENGER_API_URL: meta.url },
      ...{ MESSENGER_APP_SECRET: meta.appSecret, MESSENGER_VERIFY_TOKEN: VERIFY },
    },
    says: text => meta.says(text),
    sent: () => meta.sent.map(({ text }) => text),
    files: () => meta.sent.flatMap(({ file }) => file ?? []),
    ...expiring(meta, own),
    reach: url => {
      meta.webhookUrl = `${url}/channels/messenger/webhook`;
    },
    close: () => meta.close(),
  };
}

async function onTelegram(): Promise<Started> {
  const telegram = await startTelegramStandIn();
  const own = telegram.token;
  return {
    id: 'telegram',
    settings: { TELEGRAM_BOT_TOKEN: own, TELEGRAM_API_URL: telegram.url },
    says: text => telegram.says(text),
    sendsFile: ({ type, bytes }, text) =>
      telegram.sendsFile(type.startsWith('audio') ? 'voice' : 'document', bytes, text),
    sent: () => telegram.sent.map(({ text }) => text),
    files: () => telegram.sent.flatMap(({ file }) => file ?? []),
    ...expiring(telegram, own),
    reach: () => {},
    close: () => telegram.close(),
  };
}

async function onX(): Promise<Started> {
  const x = await startXStandIn();
  const own = { ...x.keys };
  return {
    id: 'x',
    settings: {
      ...{ X_ACCOUNT_ID: x.account, X_CONSUMER_KEY: own.consumerKey, X_API_URL: x.url },
      ...{ X_CONSUMER_SECRET: own.consumerSecret, X_ACCESS_TOKEN: own.accessToken },
      X_ACCESS_SECRET: own.accessSecret,
    },
    says: text => x.says(text),
    sent: () => x.sent().map(({ text }) => text),
    expire: () => {
      x.keys.accessSecret = 'changed';
    },
    mend: () => {
      x.keys.accessSecret = own.accessSecret;
    },
    reach: url => {
      x.webhookUrl = `${url}/channels/x/webhook`;
    },
    close: () => x.close(),
  };
}

async function onTeams(): Promise<Started> {
  const service = await startBotFrameworkStandIn();
  return {
    id: 'bot-framework',
    settings: {
      ...{ BOT_FRAMEWORK_APP_ID: service.appId, BOT_FRAMEWORK_APP_PASSWORD: service.password },
      ...{ BOT_FRAMEWORK_TENANT_ID: service.tenant, BOT_FRAMEWORK_API_URL: service.url },
    },
    says: text => service.says(text),
    sent: () => service.sent.map(({ text }) => text),
    expire: () => {
      service.options.login = 401;
      service.forgetLogins();
    },
    mend: () => {
      service.options.login = 200;
    },
    reach: url => {
      service.webhookUrl = `${url}/channels/bot-framework/webhook`;
    },
    close: () => service.close(),
  };
}

async function onMail(): Promise<Started> {
  const mail = await startMailStandIn();
  const own = mail.imap.pass;
  return {
    id: 'email',
    settings: mail.settings,
    says: text => mail.writes({ subject: '', text }),
    sendsFile: (file, text = '') => mail.writes({ subject: '', text, files: [file] }),
    sent: () => mail.sent.map(({ text }) => text),
    files: () => mail.sent.flatMap(({ files }) => files),
    expire: () => {
      mail.imap.pass = 'changed';
      mail.hangUp();
    },
    mend: () => {
      mail.imap.pass = own;
    },
    reach: () => {},
    close: () => mail.close(),
  };
}

function expiring(platform: { token: string }, own: string): Pick<RoadStandIn, 'expire' | 'mend'> {
  return {
    expire: () => {
      platform.token = `${own.slice(0, -1)}9`;
    },
    mend: () => {
      platform.token = own;
    },
  };
}
