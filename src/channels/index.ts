import { ConfigError, type Problem } from '../errors.ts';
import { BOT_FRAMEWORK_CAPABILITIES } from './bot-framework/capabilities.ts';
import { type BotFrameworkSettings, botFrameworkProblems } from './bot-framework/settings.ts';
import type { Capabilities, Channel, ChannelId } from './channel.ts';
import { EMAIL_CAPABILITIES } from './email/capabilities.ts';
import { type EmailSettings, emailProblems } from './email/settings.ts';
import { type ChannelDeps, type ChannelEntry, isOn, settingsOf } from './entry.ts';
import { MESSENGER_CAPABILITIES } from './messenger/capabilities.ts';
import { type MessengerSettings, messengerProblems } from './messenger/settings.ts';
import { SMS_CAPABILITIES } from './sms/capabilities.ts';
import { type SmsSettings, smsProblems } from './sms/settings.ts';
import { TELEGRAM_CAPABILITIES } from './telegram/capabilities.ts';
import { type TelegramSettings, telegramProblems } from './telegram/settings.ts';
import { openTerminal, TERMINAL_CAPABILITIES, terminalId, terminalLimits } from './terminal.ts';
import { openWeb, WEB_CAPABILITIES } from './web.ts';
import { WHATSAPP_CAPABILITIES } from './whatsapp/capabilities.ts';
import { type WhatsAppSettings, whatsappProblems } from './whatsapp/settings.ts';
import { WHATSAPP_TWILIO_CAPABILITIES } from './whatsapp-twilio/capabilities.ts';
import { type WhatsAppTwilioSettings, whatsappTwilioProblems } from './whatsapp-twilio/settings.ts';
import { WHATSAPP_WEB_CAPABILITIES } from './whatsapp-web/capabilities.ts';
import { type WhatsAppWebSettings, whatsappWebProblems } from './whatsapp-web/settings.ts';
import { X_CAPABILITIES } from './x/capabilities.ts';
import { type XSettings, xProblems } from './x/settings.ts';

/** The settings of one account at Twilio, whatever it carries. */
const TWILIO_REQUIRED = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'];
const TWILIO_OPTIONAL = ['TWILIO_AUTH_TOKEN_SECONDARY', 'TWILIO_API_URL'];

/** Every platform that settings can switch on. Heavy libraries are loaded when their channel opens. */
const PLATFORMS: readonly ChannelEntry[] = [
  {
    id: 'web',
    capabilities: WEB_CAPABILITIES,
    settings: { required: [], optional: [] },
    open: async () => openWeb(),
  },
  {
    id: 'sms',
    capabilities: SMS_CAPABILITIES,
    settings: {
      required: [...TWILIO_REQUIRED, 'TWILIO_SMS_FROM'],
      optional: TWILIO_OPTIONAL,
    },
    problems: settings => smsProblems(settings as unknown as SmsSettings),
    open: async (settings, deps) => {
      const { openSms } = await import('./sms/sms.ts');
      return openSms(settings as unknown as SmsSettings, deps);
    },
  },
  {
    id: 'whatsapp',
    capabilities: WHATSAPP_CAPABILITIES,
    settings: {
      required: [
        ...['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET'],
        'WHATSAPP_VERIFY_TOKEN',
      ],
      optional: ['WHATSAPP_APP_SECRET_SECONDARY', 'WHATSAPP_API_URL'],
    },
    problems: settings => whatsappProblems(settings as unknown as WhatsAppSettings),
    open: async (settings, deps) => {
      const { openWhatsApp } = await import('./whatsapp/whatsapp.ts');
      return openWhatsApp(settings as unknown as WhatsAppSettings, deps);
    },
  },
  {
    id: 'whatsapp-twilio',
    capabilities: WHATSAPP_TWILIO_CAPABILITIES,
    settings: {
      required: [...TWILIO_REQUIRED, 'TWILIO_WHATSAPP_FROM'],
      optional: TWILIO_OPTIONAL,
      borrowed: [...TWILIO_REQUIRED, ...TWILIO_OPTIONAL],
    },
    problems: settings => whatsappTwilioProblems(settings as unknown as WhatsAppTwilioSettings),
    open: async (settings, deps) => {
      const { openWhatsAppTwilio } = await import('./whatsapp-twilio/whatsapp-twilio.ts');
      return openWhatsAppTwilio(settings as unknown as WhatsAppTwilioSettings, deps);
    },
  },
  {
    id: 'whatsapp-web',
    capabilities: WHATSAPP_WEB_CAPABILITIES,
    settings: {
      required: ['WHATSAPP_WEB'],
      optional: ['WHATSAPP_WEB_BROWSER', 'WHATSAPP_WEB_BROWSER_ARGS', 'WHATSAPP_WEB_API_URL'],
    },
    session: () => true,
    isBound: true,
    problems: settings => whatsappWebProblems(settings as unknown as WhatsAppWebSettings),
    open: async (settings, deps) => {
      const { openWhatsAppWeb } = await import('./whatsapp-web/whatsapp-web.ts');
      return openWhatsAppWeb(settings as unknown as WhatsAppWebSettings, deps);
    },
  },
  {
    id: 'messenger',
    capabilities: MESSENGER_CAPABILITIES,
    settings: {
      required: [
        ...['MESSENGER_PAGE_ID', 'MESSENGER_ACCESS_TOKEN', 'MESSENGER_APP_SECRET'],
        'MESSENGER_VERIFY_TOKEN',
      ],
      optional: ['MESSENGER_APP_SECRET_SECONDARY', 'MESSENGER_API_URL'],
    },
    problems: settings => messengerProblems(settings as unknown as MessengerSettings),
    open: async (settings, deps) => {
      const { openMessenger } = await import('./messenger/messenger.ts');
      return openMessenger(settings as unknown as MessengerSettings, deps);
    },
  },
  {
    id: 'telegram',
    capabilities: TELEGRAM_CAPABILITIES,
    settings: {
      required: ['TELEGRAM_BOT_TOKEN'],
      optional: ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_SECRET_SECONDARY', 'TELEGRAM_API_URL'],
    },
    session: settings => settings['TELEGRAM_WEBHOOK_SECRET'] === undefined,
    problems: settings => telegramProblems(settings as unknown as TelegramSettings),
    open: async (settings, deps) => {
      const { openTelegram } = await import('./telegram/telegram.ts');
      return openTelegram(settings as unknown as TelegramSettings, deps);
    },
  },
  {
    id: 'x',
    capabilities: X_CAPABILITIES,
    settings: {
      required: ['X_ACCOUNT_ID', 'X_CONSUMER_KEY', 'X_CONSUMER_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET'],
      optional: ['X_CONSUMER_SECRET_SECONDARY', 'X_API_URL'],
    },
    problems: settings => xProblems(settings as unknown as XSettings),
    open: async (settings, deps) => {
      const { openX } = await import('./x/x.ts');
      return openX(settings as unknown as XSettings, deps);
    },
  },
  {
    id: 'bot-framework',
    capabilities: BOT_FRAMEWORK_CAPABILITIES,
    settings: {
      required: ['BOT_FRAMEWORK_APP_ID', 'BOT_FRAMEWORK_APP_PASSWORD'],
      optional: ['BOT_FRAMEWORK_APP_PASSWORD_SECONDARY', 'BOT_FRAMEWORK_TENANT_ID', 'BOT_FRAMEWORK_API_URL'],
    },
    problems: settings => botFrameworkProblems(settings as unknown as BotFrameworkSettings),
    open: async (settings, deps) => {
      const { openBotFramework } = await import('./bot-framework/bot-framework.ts');
      return openBotFramework(settings as unknown as BotFrameworkSettings, deps);
    },
  },
  {
    id: 'email',
    capabilities: EMAIL_CAPABILITIES,
    settings: { required: ['EMAIL_ADDRESS', 'IMAP_URL', 'SMTP_URL'], optional: ['EMAIL_AUTHSERV_ID'] },
    session: () => true,
    problems: settings => emailProblems(settings as unknown as EmailSettings),
    open: async (settings, deps) => {
      const { openEmail } = await import('./email/email.ts');
      return openEmail(settings as unknown as EmailSettings, deps);
    },
  },
];

/** Every channel of this build: the platforms, the terminal, and for each platform the terminal that stands in for it. */
export const CHANNELS: readonly ChannelEntry[] = [
  ...PLATFORMS,
  terminalEntry(terminalId(), TERMINAL_CAPABILITIES),
  ...PLATFORMS.map(({ id, capabilities }) => terminalEntry(terminalId(id), capabilities)),
];

function terminalEntry(id: ChannelId, limits: Capabilities): ChannelEntry {
  const settings = { required: [], optional: [] };
  return { id, capabilities: terminalLimits(limits), settings, open: async () => openTerminal(id, limits) };
}

/** What a channel of this build can carry, on or off; null for one this build does not know. */
export function capabilitiesOfKnown(channel: ChannelId): Capabilities | null {
  return CHANNELS.find(({ id }) => id === channel)?.capabilities ?? null;
}

/** The channels that are on and hold a session: a process can be theirs alone. */
export function sessionChannels(settings: ReadonlyMap<string, string>): ChannelId[] {
  const on = CHANNELS.filter(entry => entry.session && isOn(entry, CHANNELS, settings));
  return on.filter(entry => entry.session?.(settingsOf(entry, settings))).map(({ id }) => id);
}

/** The channels, on or off, whose talks belong to the holder of their session: see `ChannelEntry.isBound`. */
export function boundChannels(): ChannelId[] {
  return CHANNELS.filter(({ isBound }) => isBound).map(({ id }) => id);
}

/** Can nobody but the holder of its session send on this channel? */
export function isBound(channel: ChannelId): boolean {
  return boundChannels().includes(channel);
}

/** What is wrong in the role of a process: it must be one of the desk's, or a channel that is on and holds a session. */
export function roleProblems(role: string, settings: ReadonlyMap<string, string>): Problem[] {
  const roles = ['all', 'web', 'worker', ...sessionChannels(settings)];
  if (roles.includes(role)) return [];
  const isKnown = CHANNELS.some(({ id }) => id === role);
  const why = isKnown ? 'is a channel that is off, or holds no session' : 'is no role';
  return [{ where: 'ROLE', reason: `${why}; with these settings: ${roles.join(', ')}` }];
}

/** Everything wrong in channels' settings: those that are missing beside others, and those that cannot be right. */
export function channelProblems(settings: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  for (const entry of CHANNELS) {
    if (isOn(entry, CHANNELS, settings, problems))
      problems.push(...(entry.problems?.(settingsOf(entry, settings)) ?? []));
  }
  // A setting that two channels share is wrong once.
  return problems.filter(({ where }, i) => problems.findIndex(known => known.where === where) === i);
}

/** Opens the channels whose settings are present. Throws `ConfigError` with the problems of all of them. */
export async function openChannels(
  settings: ReadonlyMap<string, string>,
  deps: ChannelDeps,
): Promise<Map<ChannelId, Channel>> {
  const problems = channelProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const channels = new Map<ChannelId, Channel>();
  for (const entry of CHANNELS.filter(entry => isOn(entry, CHANNELS, settings))) {
    channels.set(entry.id, await entry.open(settingsOf(entry, settings), { timer: runLater, ...deps }));
  }
  return channels;
}

function runLater(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
