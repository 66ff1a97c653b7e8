import type { Fields } from '../support/http-server.ts';
import { type MailStandIn, startMailStandIn } from '../support/mail-stand-in.ts';
import { type MessengerStandIn, startMessengerStandIn } from '../support/messenger-stand-in.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../support/telegram-stand-in.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.ts';
import { startWhatsAppStandIn, type WhatsAppStandIn } from '../support/whatsapp-stand-in.ts';

/** What a platform took from the office for somebody. */
export interface Accepted {
  channel: string;
  to: string;
  /** The office's own id; null where the platform is told none. */
  outboundId: string | null;
  body: string;
  /** By the clock outside, ms since 1970. */
  at?: number;
}

/** The same as a citizen's telephone shows it. */
export interface Shown extends Accepted {
  choices: { label: string; value: string }[];
}

/** The platforms of a run, outside the process that is killed. */
export interface Platforms {
  twilio: TwilioStandIn;
  whatsapp: WhatsAppStandIn;
  telegram: TelegramStandIn;
  messenger: MessengerStandIn;
  /** Its channel is on only where `mail.settings` are given too: one process alone may read a mailbox. */
  mail: MailStandIn;
  /** Of each platform in its order. */
  accepted: Accepted[];
  /** News that WhatsApp would not take, and never will. */
  refused: Accepted[];
  /** What switches the channels on. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

/** Where the office says that it is: the platforms call it elsewhere, as behind a proxy. */
const PUBLIC_URL = 'https://311.example.org';
const TELEGRAM_SECRET = 'stand-in-secret-of-torture';

/** One sort of news is approved on WhatsApp; other news is too late a day after its citizen wrote. */
export const TEMPLATES = `whatsapp:
  status:
    es: { template: novedad, language: es, values: [number, matter, status, note] }
    en: { template: novedad, language: en, values: [number, matter, status, note] }
whatsapp-twilio: {}
`;

/** Starts them; `show` is told of everything as it is taken. */
export async function startPlatforms(
  url: string,
  now: () => Date,
  show: (shown: Shown) => void,
): Promise<Platforms> {
  const twilio = await startTwilioStandIn({ receipts: ['sent', 'delivered'], connectTo: url, now });
  twilio.options.webhookUrl = `${PUBLIC_URL}/channels/sms/webhook`;
  const whatsapp = await startWhatsAppStandIn();
  whatsapp.approved = { 'novedad/es': { places: 4, buttons: 0 }, 'novedad/en': { places: 4, buttons: 0 } };
  Object.assign(whatsapp, { now, receipts: ['sent', 'delivered'], tries: 200 });
  whatsapp.webhookUrl = `${url}/channels/whatsapp/webhook`;
  const telegram = await startTelegramStandIn();
  telegram.connectTo = url;
  const messenger = await startMessengerStandIn();
  Object.assign(messenger, { now, tries: 200, webhookUrl: `${url}/channels/messenger/webhook` });
  const mail = await startMailStandIn();
  const platforms: Platforms = {
    ...{ twilio, whatsapp, telegram, messenger, mail, accepted: [], refused: [] },
    settings: { PUBLIC_URL, ...settingsOf(twilio, whatsapp, telegram), ...settingsOfMessenger(messenger) },
    close: async () => {
      await Promise.all([twilio, whatsapp, telegram, messenger, mail].map(one => one.close()));
    },
  };
  watch(platforms, show);
  whatsapp.refuses = body => refusalOf(platforms, body);
  return platforms;
}

function settingsOf(
  { options, url }: TwilioStandIn,
  whatsapp: WhatsAppStandIn,
  telegram: TelegramStandIn,
): Record<string, string> {
  return {
    ...{ TWILIO_ACCOUNT_SID: options.accountSid, TWILIO_AUTH_TOKEN: options.authToken },
    ...{ TWILIO_SMS_FROM: options.number, TWILIO_API_URL: url },
    ...{ WHATSAPP_PHONE_NUMBER_ID: whatsapp.phoneNumberId, WHATSAPP_ACCESS_TOKEN: whatsapp.token },
    ...{ WHATSAPP_APP_SECRET: whatsapp.appSecret, WHATSAPP_VERIFY_TOKEN: 'words of ours' },
    ...{ WHATSAPP_API_URL: whatsapp.url, TELEGRAM_BOT_TOKEN: telegram.token },
    ...{ TELEGRAM_API_URL: telegram.url, TELEGRAM_WEBHOOK_SECRET: TELEGRAM_SECRET },
  };
}

function settingsOfMessenger({ pageId, token, appSecret, url }: MessengerStandIn): Record<string, string> {
  return {
    ...{ MESSENGER_PAGE_ID: pageId, MESSENGER_ACCESS_TOKEN: token, MESSENGER_APP_SECRET: appSecret },
    ...{ MESSENGER_VERIFY_TOKEN: 'words of ours', MESSENGER_API_URL: url },
  };
}

/** Notes everything that is taken, in the moment it is. */
function watch({ accepted, ...platforms }: Platforms, show: (shown: Shown) => void): void {
  const take = (shown: Shown): void => {
    const { choices: _, ...taken } = shown;
    accepted.push({ ...taken, at: Date.now() });
    show(shown);
  };
  const { twilio, whatsapp, telegram, messenger, mail } = platforms;
  onPush(twilio.messages, ({ direction, to, body, outboundId }) => {
    if (direction === 'outbound-api') take({ channel: 'sms', to, body, outboundId, choices: [] });
  });
  onPush(whatsapp.sent, ({ to, text, choices, body }) => {
    const outboundId = String(body['biz_opaque_callback_data']);
    take({ channel: 'whatsapp', to, body: text, outboundId, choices });
  });
  onPush(telegram.sent, ({ chatId, text, buttons }) => {
    take({ channel: 'telegram', to: String(chatId), body: text, outboundId: null, choices: buttons });
  });
  onPush(messenger.sent, ({ to, text, choices, metadata }) => {
    take({ channel: 'messenger', to, body: text, outboundId: metadata, choices });
  });
  onPush(mail.sent, ({ to, text, envelopeId }) => {
    take({ channel: 'email', to, body: text, outboundId: envelopeId, choices: [] });
  });
}

function onPush<T>(list: T[], see: (one: T) => void): void {
  const push = list.push.bind(list);
  list.push = (...more) => {
    for (const one of more) see(one);
    return push(...more);
  };
}

/** Words of operators bear a number; news with every third of them reaches nobody on WhatsApp. */
function refusalOf(
  { refused }: Platforms,
  body: Fields,
): ReturnType<NonNullable<WhatsAppStandIn['refuses']>> {
  const text = JSON.stringify(body);
  const [, number] = /(?:nota|consulta)-(\d+)/.exec(text) ?? [];
  if (number === undefined || Number(number) % 3 !== 0) return null;
  const outboundId = String(body['biz_opaque_callback_data']);
  refused.push({ channel: 'whatsapp', to: String(body['recipient']), outboundId, body: text });
  return { status: 400, code: 131026, message: 'Message undeliverable' };
}
