import { ConfigError, SendError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel, InboundMessage, OutboundMessage, Sent } from '../channel.ts';
import { type Json, textIn } from '../json.ts';
import { type CallGraph, createGraph } from '../meta/graph.ts';
import { META_API } from '../meta/settings.ts';
import { readMetaWebhook } from '../meta/webhook.ts';
import { MESSENGER_CAPABILITIES } from './capabilities.ts';
import { readEntries } from './events.ts';
import { MESSENGER_RULES } from './failures.ts';
import { fetchMedia } from './media.ts';
import { type MessengerSettings, messengerProblems } from './settings.ts';

/** What the channel is given from outside. */
export interface MessengerDeps {
  now: () => Date;
}

const ID = 'messenger';

/** Messenger of one page. Throws `ConfigError` on settings that cannot be right; calls nobody before a send. */
export function openMessenger(settings: MessengerSettings, { now }: MessengerDeps): Channel {
  const problems = messengerProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const { MESSENGER_PAGE_ID: account, MESSENGER_ACCESS_TOKEN: token } = settings;
  const apiUrl = apiAddress(settings.MESSENGER_API_URL, META_API);
  const call = createGraph({ apiUrl, token, rules: MESSENGER_RULES, now });
  const webhook = {
    path: `/channels/${ID}/webhook`,
    secrets: [settings.MESSENGER_APP_SECRET, settings.MESSENGER_APP_SECRET_SECONDARY ?? []].flat(),
    verifyToken: settings.MESSENGER_VERIFY_TOKEN,
    object: 'page',
  };
  const reader = { channel: ID, account, now };
  return {
    id: ID,
    account,
    capabilities: MESSENGER_CAPABILITIES,
    webhook: request => readMetaWebhook(webhook, request, entries => readEntries(reader, entries)),
    taken: messages => void showTyping(call, account, messages),
    send: async message => sentIn(await call(`${account}/messages`, callOf(message))),
    check: () => check(call, account),
    fetch: source => fetchMedia(apiUrl, source),
  };
}

/** Words go as JSON; a file goes with its bytes in a form, whose other fields are JSON. */
function callOf(message: OutboundMessage): Json | FormData {
  const { part, file } = message;
  const body = outgoing(message);
  if (!file || !part.file) return body;
  const form = new FormData();
  const type = part.file.type.startsWith('image/') ? 'image' : 'file';
  form.append('recipient', JSON.stringify(body['recipient']));
  for (const name of ['messaging_type', 'tag']) if (body[name]) form.append(name, String(body[name]));
  form.append('message', JSON.stringify({ attachment: { type, payload: {} }, metadata: message.id }));
  form.append('filedata', new Blob([new Uint8Array(file)], { type: part.file.type }), part.file.name);
  return form;
}

/** The one call a message is; our id comes back in its echo. A person's late words say that a person wrote them. */
function outgoing({ id, address, part, form }: OutboundMessage): Json {
  const kind =
    form === 'late' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
  const choices = part.choices.map(({ label, value }) => ({
    ...{ content_type: 'text', title: label.toWellFormed(), payload: value },
  }));
  const text = part.text.toWellFormed();
  const message = { text, metadata: id, ...(choices.length > 0 ? { quick_replies: choices } : {}) };
  return { recipient: { id: address }, ...kind, message };
}

/** `{"recipient_id":"6543…","message_id":"m_…"}` */
function sentIn(answer: Json): Sent {
  const providerId = textIn(answer['message_id']);
  if (providerId === null) throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
  return { providerId };
}

/** Asks who the page is: `{"name":"311 Panamá","id":"1067…"}` */
async function check(call: CallGraph, account: string): Promise<string[]> {
  const page = await call(`${account}?fields=name`);
  return [`The page ${textIn(page['name'])} answers; citizens find it at https://m.me/${account}.`];
}

/** Of more people at once nobody is shown that we write. */
const MOST_SHOWN = 20;

/**
 * Shows everybody that their message was read and is being answered; each action must be a call of its own. A courtesy:
 * what fails is not tried again.
 */
async function showTyping(
  call: CallGraph,
  account: string,
  messages: readonly InboundMessage[],
): Promise<void> {
  const people = [...new Set(messages.map(({ address }) => address))].slice(0, MOST_SHOWN);
  await Promise.all(
    people.map(async id => {
      for (const sender_action of ['mark_seen', 'typing_on']) {
        await call(`${account}/messages`, { recipient: { id }, sender_action }).catch(() => {});
      }
    }),
  );
}
