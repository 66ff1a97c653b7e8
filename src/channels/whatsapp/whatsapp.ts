import { ConfigError, SendError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel, InboundMessage, Sent } from '../channel.ts';
import { type Json, objectsIn, textIn } from '../json.ts';
import { type CallGraph, createGraph } from '../meta/graph.ts';
import { META_API } from '../meta/settings.ts';
import { readMetaWebhook } from '../meta/webhook.ts';
import type { Spend } from '../spend.ts';
import type { TemplatesOf } from '../templates.ts';
import { WHATSAPP_CAPABILITIES } from './capabilities.ts';
import { WHATSAPP_RULES } from './failures.ts';
import { fetchMedia } from './media.ts';
import { readEntries } from './messages.ts';
import { outgoing } from './outgoing.ts';
import { keepPairRate } from './pair-rate.ts';
import { type WhatsAppSettings, whatsappProblems } from './settings.ts';
import { AFTER_UPLOAD_MS, uploadFile } from './upload.ts';

/** What the channel is given from outside. */
export interface WhatsAppDeps {
  now: () => Date;
  /** What the office had approved, by channel. */
  templates: TemplatesOf;
  /** What opens a list of choices. */
  listLabel: string;
  /** Takes one call of a budget, durably; else the time at which it may be taken. */
  spend: Spend;
}

const ID = 'whatsapp';

/** WhatsApp by Meta's Cloud API. Throws `ConfigError` on settings that cannot be right; calls nobody before a send. */
export function openWhatsApp(settings: WhatsAppSettings, deps: WhatsAppDeps): Channel {
  const problems = whatsappProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const { WHATSAPP_PHONE_NUMBER_ID: account, WHATSAPP_ACCESS_TOKEN: token } = settings;
  const apiUrl = apiAddress(settings.WHATSAPP_API_URL, META_API);
  const call = createGraph({ apiUrl, token, rules: WHATSAPP_RULES, now: deps.now });
  const webhook = {
    path: `/channels/${ID}/webhook`,
    secrets: [settings.WHATSAPP_APP_SECRET, settings.WHATSAPP_APP_SECRET_SECONDARY ?? []].flat(),
    verifyToken: settings.WHATSAPP_VERIFY_TOKEN,
    object: 'whatsapp_business_account',
  };
  const rules = { templates: deps.templates.get(ID) ?? {}, listLabel: deps.listLabel };
  const reader = { channel: ID, account, now: deps.now };
  return {
    id: ID,
    account,
    capabilities: WHATSAPP_CAPABILITIES,
    webhook: request => readMetaWebhook(webhook, request, entries => readEntries(reader, entries)),
    taken: messages => showTyping(call, account, messages),
    send: async message => {
      await keepPairRate(deps, account, message);
      const file = message.file && (await uploadFile(call, account, message));
      const sent = await call(
        `${account}/messages`,
        outgoing(rules, message, file),
        file ? AFTER_UPLOAD_MS : undefined,
      );
      return sentIn(sent);
    },
    check: () => check(call, account),
    fetch: source => fetchMedia(call, { apiUrl, token, account }, 'id' in source ? source.id : ''),
  };
}

/** `{"messaging_product":"whatsapp","contacts":[…],"messages":[{"id":"wamid.HBg…"}]}` */
function sentIn(answer: Json): Sent {
  const providerId = textIn(objectsIn(answer['messages'])[0]?.['id']);
  if (providerId === null) throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
  return { providerId };
}

/** Asks what the platform shows of our number: `{"verified_name":"311","display_phone_number":"+507 …","quality_rating":"GREEN"}` */
async function check(call: CallGraph, account: string): Promise<string[]> {
  const number = await call(`${account}?fields=verified_name,display_phone_number,quality_rating`);
  const { display_phone_number, verified_name, quality_rating } = number;
  const quality = textIn(quality_rating) ?? 'UNKNOWN';
  return [
    `The number ${textIn(display_phone_number)} answers; citizens see the name ${textIn(verified_name)}.`,
    `Its quality at the platform is ${quality}${quality === 'RED' ? ': too many blocked or reported it, and less may be sent' : ''}.`,
  ];
}

/** Of more people at once nobody is shown that we write. */
const MOST_SHOWN = 20;

/**
 * Shows that the last message of each was read and that an answer is being written, for at most 25 seconds
 * (…/whatsapp/typing-indicators). A courtesy: what fails is not tried again.
 */
function showTyping(call: CallGraph, account: string, messages: readonly InboundMessage[]): void {
  const said = messages.filter(({ text, choice, location, media }) => text ?? choice ?? location ?? media);
  const last = new Map(said.map(({ address, providerId }) => [address, providerId]));
  for (const providerId of [...last.values()].slice(0, MOST_SHOWN)) {
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: providerId };
    call(`${account}/messages`, { ...read, typing_indicator: { type: 'text' } }).catch(() => {});
  }
}
