import type { InboundMessage, Receipt, ReceiptState } from '../channel.ts';
import { type Json, objectIn, objectsIn, textIn, timeIn } from '../json.ts';
import { failureOfReceipt } from '../meta/failures.ts';
import type { Brought } from '../meta/webhook.ts';
import { addressOf, contactOf, identityOf, nameIn } from './addresses.ts';
import { contentOf } from './content.ts';
import { WHATSAPP_RULES } from './failures.ts';

/** Where messages are read: the channel's name and the platform's id of our number. */
export interface Reader {
  channel: string;
  account: string;
  now: () => Date;
}

/**
 * Every message and receipt of every change in a call, those of our number; a call may mix several numbers, and changes
 * of other fields. Pure; never throws.
 */
export function readEntries(reader: Reader, entries: Json[]): Brought {
  const told = entries
    .flatMap(entry => objectsIn(entry['changes']))
    .filter(({ field }) => field === 'messages')
    .map(change => objectIn(change['value']));
  const values = told.filter(value => objectIn(value?.['metadata'])?.['phone_number_id'] === reader.account);
  return {
    others: told.length - values.length,
    messages: values.flatMap(value => {
      const contacts = objectsIn(value?.['contacts']);
      return objectsIn(value?.['messages']).flatMap(message => readMessage(reader, message, contacts));
    }),
    receipts: values.flatMap(value =>
      objectsIn(value?.['statuses']).flatMap(status => readStatus(reader, status)),
    ),
  };
}

/**
 * `{"from":"50760000001","from_user_id":"PA.134…","id":"wamid.HBg…","timestamp":"1785000000","type":"text",
 * "text":{"body":"hola"},"context":{"id":"wamid.HBg…"}}`. What was written in a group is not for us.
 */
function readMessage({ channel, account }: Reader, message: Json, contacts: Json[]): InboundMessage[] {
  const providerId = textIn(message['id']);
  if (providerId === null || message['group_id'] !== undefined) return [];
  const base = { channel, account, providerId, ...sentAt(message) };
  if (message['type'] === 'system') return readChange(base, message);
  const told = identityOf(message['from_user_id'], message['from']);
  const contact = contactOf(contacts, told);
  const whole = identityOf(
    message['from_user_id'],
    message['from'],
    contact?.['user_id'],
    contact?.['wa_id'],
  );
  const who = addressOf(whole);
  const content = contentOf(message);
  if (who === null || content === null) return [];
  const quoted = textIn(objectIn(message['context'])?.['id']);
  return [
    { ...base, ...who, ...nameIn(contact), ...content, ...(quoted === null ? {} : { replyTo: quoted }) },
  ];
}

/**
 * The platform gave them another id, with or without another number:
 * `{"type":"system","system":{"type":"user_changed_user_id","user_id":"PA.2","previous_user_id":"PA.1"}}`. A message
 * without words carries it, so that their talk goes on under the new one.
 */
function readChange(base: Omit<InboundMessage, 'address'>, message: Json): InboundMessage[] {
  const system = objectIn(message['system']);
  const { userId: before } = identityOf(system?.['previous_user_id']);
  const { userId: after } = identityOf(system?.['user_id']);
  return before === null || after === null ? [] : [{ ...base, address: after, alsoKnownAs: before }];
}

/** Seconds, as text; a few calls bring milliseconds. */
function sentAt(message: Json): { sentAt?: Date } {
  const at = timeOf(message);
  return at === null ? {} : { sentAt: at };
}

const LAST_SECOND = 100_000_000_000;

function timeOf({ timestamp }: Json): Date | null {
  return timeIn(timestamp, Number(timestamp) < LAST_SECOND ? 1_000 : 1);
}

const STATES: Record<string, ReceiptState> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
};

/**
 * `{"id":"wamid.HBg…","status":"failed","timestamp":"1785000000","recipient_id":"50760000001",
 * "biz_opaque_callback_data":"<our id>","errors":[{"code":131047,"title":"…"}]}`
 */
function readStatus({ channel, account, now }: Reader, status: Json): Receipt[] {
  const providerId = textIn(status['id']);
  const said = textIn(status['status']) ?? '';
  const state = Object.hasOwn(STATES, said) ? STATES[said] : undefined;
  if (providerId === null || state === undefined) return [];
  const outboundId = textIn(status['biz_opaque_callback_data']);
  const failure = state === 'failed' ? failureOfReceipt(objectsIn(status['errors'])[0], WHATSAPP_RULES) : {};
  const ours = outboundId === null ? {} : { outboundId };
  return [{ channel, account, providerId, ...ours, state, ...failure, at: timeOf(status) ?? now() }];
}
