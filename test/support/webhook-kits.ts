import { activityOf } from './bot-framework-channel.ts';
import { type BotFrameworkStandIn, newSigner } from './bot-framework-stand-in.ts';
import { escaped, signed } from './graph-stand-in.ts';
import { messengerPayload } from './messenger-channel.ts';
import { smsForm } from './sms-channel.ts';
import { SECRET as TELEGRAM_SECRET, textUpdate } from './telegram-channel.ts';
import { sign } from './twilio-messages.ts';
import { whatsappPayload, whatsappText } from './whatsapp-channel.ts';
import { whatsappForm } from './whatsapp-twilio-channel.ts';
import { directMessages, xRequest } from './x-channel.ts';

/** Where the desk of these tests is to be found, as every platform was told. */
export const OUTSIDE = 'https://311.example.org';

/** How calls of a platform are made by hand: genuine ones, and those of somebody who only looks like it. */
export interface WebhookKit {
  id: string;
  type: string;
  /** The header with the proof. */
  header: string;
  /** A body with one message; `id` makes it another message. */
  body(text: string, id: number): string;
  /** The proof that goes with a body; or what somebody with a secret of their own would show. */
  proof(body: string, isOurs?: boolean): string;
  /** What somebody on the way makes of a body; absent: the proof says nothing of the body. */
  altered?(body: string): string;
  /** A body about an account that is not ours; absent: the proof is another's already. */
  ofOthers?(): string;
  /** As many messages in one body; absent: the platform puts one into a call. */
  many?(texts: string[]): string;
}

/** The address of a kit's calls. */
export function pathOf({ id }: WebhookKit): string {
  return `/channels/${id}/webhook`;
}

const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
const JSON_TYPE = 'application/json';
const encoded = (form: Record<string, string>): string => new URLSearchParams(form).toString();
const withoutOurs = (body: string): string => body.replaceAll('tubo', 'robo');

/** Who the stand-ins of the platforms are, by their secrets. */
export interface Secrets {
  twilio: string;
  whatsapp: string;
  messenger: string;
  x: string;
  botFramework: BotFrameworkStandIn;
}

/** One kit for each platform that calls us. */
export function webhookKits({ twilio, whatsapp, messenger, x, botFramework }: Secrets): WebhookKit[] {
  return [
    onTwilio('sms', smsForm, twilio),
    onMeta('whatsapp', whatsapp, {
      body: (text, id) => escaped(whatsappPayload(whatsappText(text, `wamid.${id}`))),
      ofOthers: () => ofAnother(whatsappPayload(whatsappText('hola')), '106540352242922'),
      many: texts =>
        escaped(whatsappPayload(...texts.map((text, i) => whatsappText(text, `wamid.of-many-${i}`)))),
    }),
    onTwilio('whatsapp-twilio', whatsappForm, twilio),
    onMeta('messenger', messenger, {
      body: (text, id) => escaped(messengerPayload(text)).replace('"m_0"', `"m_${id}"`),
      ofOthers: () => ofAnother(messengerPayload('hola'), '1067280970047460'),
      many: texts => escaped(messengerPayload(...texts)).replaceAll('"m_', '"m_of-many-'),
    }),
    onX(x),
    onTelegram(),
    onBotFramework(botFramework),
  ];
}

function onTwilio(
  id: string,
  form: (more: Record<string, string>) => Record<string, string>,
  secret: string,
): WebhookKit {
  return {
    ...{ id, type: FORM, header: 'x-twilio-signature', altered: withoutOurs },
    body: (text, n) => encoded(form({ Body: text, MessageSid: `SM${id}${n}` })),
    proof: (body, isOurs = true) =>
      sign(
        isOurs ? secret : 'a-token-of-somebody',
        `${OUTSIDE}/channels/${id}/webhook`,
        Object.fromEntries(new URLSearchParams(body)),
      ),
    ofOthers: () => encoded(form({ AccountSid: `AC${'9'.repeat(32)}` })),
  };
}

function onMeta(
  id: string,
  secret: string,
  bodies: Pick<WebhookKit, 'body' | 'ofOthers' | 'many'>,
): WebhookKit {
  return {
    ...{ id, type: JSON_TYPE, header: 'x-hub-signature-256', altered: withoutOurs, ...bodies },
    proof: (body, isOurs = true) => signed(isOurs ? secret : 'a-secret-of-somebody', Buffer.from(body)),
  };
}

function ofAnother(payload: Record<string, unknown>, account: string): string {
  return escaped(payload).replaceAll(`"${account}"`, '"999999999999999"');
}

function onX(secret: string): WebhookKit {
  const header = 'x-twitter-webhooks-signature';
  return {
    ...{ id: 'x', type: JSON_TYPE, header, altered: withoutOurs },
    body: (text, id) => directMessages(text).replace('"2080765901528535000"', `"20807659015${id}"`),
    proof: (body, isOurs = true) => {
      const request = xRequest(body, { secret: isOurs ? secret : 'a-secret-of-somebody' });
      return String(request.headers[header]);
    },
    ofOthers: () => directMessages('hola').replaceAll('"1111111111111111111"', '"9999999999999999999"'),
    many: texts => directMessages(...texts),
  };
}

function onTelegram(): WebhookKit {
  return {
    ...{ id: 'telegram', type: JSON_TYPE, header: 'x-telegram-bot-api-secret-token' },
    body: (text, id) => JSON.stringify(textUpdate(text, id)),
    proof: (_body, isOurs = true) => (isOurs ? TELEGRAM_SECRET : 'a-secret-of-somebody_0001'),
  };
}

/** The token names the address of the service, and nothing else of the body. */
function onBotFramework(service: BotFrameworkStandIn): WebhookKit {
  const stranger = newSigner('key-1');
  return {
    ...{ id: 'bot-framework', type: JSON_TYPE, header: 'authorization' },
    body: (text, id) => JSON.stringify(activityOf(service.url, text, String(id))),
    proof: (_body, isOurs = true) => `Bearer ${service.token({}, isOurs ? undefined : stranger)}`,
    altered: body => body.replaceAll(service.url, 'http://127.0.0.1:9'),
  };
}
