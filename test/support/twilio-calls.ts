import { newSid, sign } from './twilio-messages.ts';
import type { Inbound, TwilioStandIn } from './twilio-stand-in.ts';

/** Calls the webhook with a citizen's message, which stands in the list from now on. */
export async function playInbound(
  standIn: TwilioStandIn,
  {
    from,
    body,
    to = standIn.options.number,
    sid = newSid('SM'),
    fields = {},
    media = [],
    call = true,
  }: Inbound,
): Promise<{ status: number; body: string; sid: string }> {
  const { accountSid, webhookUrl } = standIn.options;
  if (!standIn.messages.some(message => message.sid === sid)) {
    const files = media.map(file => ({ ...file, sid: newSid('ME') }));
    const common = { sid, from, to, body, statusCallback: null, outboundId: null, errorCode: null };
    standIn.messages.push({
      ...common,
      direction: 'inbound',
      status: 'received',
      createdAt: standIn.options.now(),
      media: files,
    });
  }
  if (!call) return { status: 0, body: '', sid };
  const files = standIn.messages.find(message => message.sid === sid)?.media ?? [];
  const base = `${standIn.url}/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media`;
  const form: Record<string, string> = {
    ...{
      ToCountry: 'PA',
      SmsMessageSid: sid,
      NumMedia: String(files.length),
      SmsSid: sid,
      SmsStatus: 'received',
    },
    ...{ Body: body, To: to, NumSegments: '1', MessageSid: sid, AccountSid: accountSid, From: from },
    ...{ ApiVersion: '2010-04-01' },
    ...Object.fromEntries(files.map((file, i) => [`MediaUrl${i}`, `${base}/${file.sid}`])),
    ...Object.fromEntries(files.map((file, i) => [`MediaContentType${i}`, file.type])),
    ...fields,
  };
  return { ...(await post(standIn, webhookUrl, form)), sid };
}

/** Tells what became of a message of ours; 0: nobody is to be told. */
export async function playStatus(
  standIn: TwilioStandIn,
  sid: string,
  status: string,
  errorCode?: number,
): Promise<number> {
  const message = standIn.messages.find(message => message.sid === sid);
  if (!message?.statusCallback) return 0;
  message.status = status;
  message.errorCode = errorCode ?? null;
  const form: Record<string, string> = {
    ...{ MessageSid: sid, SmsSid: sid, MessageStatus: status, SmsStatus: status, ApiVersion: '2010-04-01' },
    ...{ To: message.to, From: message.from, AccountSid: standIn.options.accountSid },
    ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
  };
  return (await post(standIn, message.statusCallback, form)).status;
}

/** Signs for the public address and calls it, or the one behind the proxy. */
async function post(
  { options }: TwilioStandIn,
  publicUrl: string,
  form: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const { pathname, search } = new URL(publicUrl);
  const target = options.connectTo === '' ? publicUrl : `${options.connectTo}${pathname}${search}`;
  const response = await fetch(target, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': sign(options.authToken, publicUrl, form),
    },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(15_000),
  });
  return { status: response.status, body: await response.text() };
}
