import { createHmac, randomBytes } from 'node:crypto';
import type { ShownContent } from './twilio-contents.ts';

/** A message of the stand-in's account, either direction. */
export interface HeldMessage {
  sid: string;
  direction: 'inbound' | 'outbound-api';
  from: string;
  to: string;
  body: string;
  status: string;
  createdAt: Date;
  statusCallback: string | null;
  /** The id the sender put into its status callback's query. */
  outboundId: string | null;
  errorCode: number | null;
  media: { sid: string; type: string; bytes: Buffer }[];
  /** The approved content it was made of, and what filled its places. */
  content?: { sid: string; variables: Record<string, string> };
  /** What the citizen sees of a content that nobody approved. */
  shown?: ShownContent;
}

/** An error as Twilio's REST API words it. */
export interface ApiError {
  status: number;
  code: number;
  message: string;
}

/** A new id of Twilio's form. */
export function newSid(prefix: 'SM' | 'ME'): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}

const E164 = /^\+[1-9]\d{6,14}$/;
/** On WhatsApp a citizen may be known by an id of the platform instead. */
const WHATSAPP = /^whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.[A-Za-z0-9]{1,128})$/;

/** What every field of a create call must look like; Twilio ignores unknown ones, we refuse them to see mistakes. */
const FIELDS = new Set([
  'To',
  'From',
  'Body',
  'StatusCallback',
  'MediaUrl',
  'ProvideFeedback',
  'ValidityPeriod',
  'ContentSid',
  'ContentVariables',
]);

/** Twilio's own test numbers and what they answer. */
const BAD_TO: Record<string, [number, string]> = {
  '+15005550001': [21211, 'The To number is not a valid phone number.'],
  '+15005550002': [21612, 'The To number is not currently reachable via SMS.'],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, 'The To number is not a valid mobile number.'],
};
const BAD_FROM: Record<string, [number, string]> = {
  '+15005550001': [21212, 'The From number is not a valid phone number.'],
  '+15005550007': [21606, 'The From phone number is not a valid, SMS-capable number for your account.'],
  '+15005550008': [21611, 'This From number has exceeded the maximum number of queued messages'],
};

/** Checks a create call as Twilio does; null: it is taken. */
export function refusalOf(
  form: URLSearchParams,
  contents: Record<string, number> = {},
  made: readonly string[] = [],
): ApiError | null {
  const refuse = ([code, message]: [number, string]): ApiError => ({ status: 400, code, message });
  for (const name of form.keys()) {
    if (!FIELDS.has(name) || form.getAll(name).length > 1)
      return refuse([20001, `Unknown parameter ${name}`]);
  }
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? ''];
  if (to === '') return refuse([21604, "A 'To' phone number is required."]);
  if (from === '') return refuse([21603, "A 'From' phone number is required."]);
  if (BAD_TO[to]) return refuse(BAD_TO[to]);
  if (BAD_FROM[from]) return refuse(BAD_FROM[from]);
  if (!E164.test(to) && !WHATSAPP.test(to)) return refuse([21211, "Invalid 'To' Phone Number"]);
  if (!E164.test(from) && !WHATSAPP.test(from)) return refuse([21212, "Invalid 'From' Phone Number"]);
  if (WHATSAPP.test(to) !== WHATSAPP.test(from))
    return refuse([21910, 'From and To should be of one channel']);
  const content = made.includes(form.get('ContentSid') ?? '') ? null : contentRefusal(form, contents);
  if (content) return refuse(content);
  if (form.has('ContentSid')) return callbackRefusal(form, refuse);
  if (body === '') return refuse([21602, 'Message body is required.']);
  if (body.length > 1_600)
    return refuse([21617, 'The concatenated message body exceeds the 1600 character limit.']);
  return callbackRefusal(form, refuse);
}

/** A content is approved by its id, with so many places, each of which must be filled. */
function contentRefusal(form: URLSearchParams, contents: Record<string, number>): [number, string] | null {
  const sid = form.get('ContentSid');
  if (sid === null)
    return form.has('ContentVariables') ? [21656, 'ContentVariables without ContentSid'] : null;
  const places = contents[sid];
  if (places === undefined) return [21655, 'The ContentSid is invalid'];
  const variables = Object.entries(
    JSON.parse(form.get('ContentVariables') ?? '{}') as Record<string, unknown>,
  );
  const sound = variables.every(
    ([n, value]) => Number(n) <= places && typeof value === 'string' && value !== '',
  );
  return sound && variables.length === places ? null : [21656, 'The ContentVariables are invalid'];
}

function callbackRefusal(
  form: URLSearchParams,
  refuse: (error: [number, string]) => ApiError,
): ApiError | null {
  const callback = form.get('StatusCallback');
  if (callback !== null && !/^https?:$/.test(URL.parse(callback)?.protocol ?? '')) {
    return refuse([21609, 'The StatusCallback URL is not a valid URL.']);
  }
  return null;
}

/** A message as the API shows it. */
export function toJson(accountSid: string, message: HeldMessage): Record<string, unknown> {
  const at = message.createdAt.toUTCString().replace('GMT', '+0000');
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: at,
    date_updated: at,
    date_sent: message.status === 'queued' ? null : at,
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    to: message.to,
    messaging_service_sid: null,
    num_media: String(message.media.length),
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    uri: `${uri}.json`,
  };
}

/** The messages a list call asks for, newest first, and whether there are more. */
export function pageOf(
  all: HeldMessage[],
  query: URLSearchParams,
): { page: HeldMessage[]; number: number; size: number; more: boolean } {
  const size = Math.min(Number(query.get('PageSize') ?? 50), 1_000);
  const number = Number(query.get('Page') ?? 0);
  const after = Date.parse(query.get('DateSent>') ?? '') || Number.NEGATIVE_INFINITY;
  const before = Date.parse(query.get('DateSent<') ?? '') || Number.POSITIVE_INFINITY;
  const found = all.filter(({ to, from, createdAt }) => {
    if (query.has('To') && query.get('To') !== to) return false;
    if (query.has('From') && query.get('From') !== from) return false;
    return createdAt.getTime() >= after && createdAt.getTime() <= before;
  });
  const page = found.reverse().slice(number * size, (number + 1) * size);
  return { page, number, size, more: found.length > (number + 1) * size };
}

/** Twilio's signature of a form for an address, made without its library. */
export function sign(token: string, url: string, form: Record<string, string>): string {
  const sorted = Object.keys(form).sort();
  const data = sorted.reduce((text, name) => `${text}${name}${form[name]}`, url);
  return createHmac('sha1', token).update(data, 'utf8').digest('base64');
}
