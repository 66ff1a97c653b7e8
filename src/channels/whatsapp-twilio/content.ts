import type { InboundMessage } from '../channel.ts';
import { numberIn, pinIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';
import { type Form, field } from '../sms/form.ts';
import { mediaIn } from '../sms/media.ts';
import type { Content } from '../sms/road.ts';
import type { Signal } from '../sms/signals.ts';

/** Kinds that say nothing to be answered, whatever else stands in them; of one that is new only what is read here counts. */
const UNREAD = ['sticker', 'reaction', 'order', 'system', 'unsupported'];

/**
 * What a form says: `ProfileName=Ana&WaId=50760000001&MessageType=button&Body=S%C3%AD&ButtonText=S%C3%AD&ButtonPayload=…`,
 * or `Latitude=9.05&Longitude=-79.43&Label=…`, or files (twilio.com/docs/messaging/guides/webhook-request). Null:
 * nothing that is read here.
 */
export function readForm(form: Form): Content | null {
  if (UNREAD.includes(field(form, 'MessageType') ?? '')) return null;
  const content = said(form);
  if (content === null) return null;
  const [name, quoted] = [field(form, 'ProfileName'), field(form, 'OriginalRepliedMessageSid')];
  return {
    ...content,
    ...otherAddress(form),
    ...(name === null ? {} : { name }),
    ...(quoted === null ? {} : { replyTo: quoted }),
  };
}

function said(form: Form): Pick<InboundMessage, 'text' | 'choice' | 'location' | 'media'> | null {
  const text = field(form, 'ButtonText') ?? field(form, 'ListTitle') ?? field(form, 'Body') ?? '';
  const choice = field(form, 'ButtonPayload') ?? field(form, 'ListId');
  // A button without a value of its own repeats its words.
  if (choice !== null && choice !== text) return { choice };
  const media = mediaIn(form);
  const location = pinOf(form);
  if (text === '' && media.length === 0 && !location) return null;
  const signal = text === '' ? null : signalOf(text, field(form, 'OptOutType'));
  return {
    text,
    ...signal,
    ...(location ? { location } : {}),
    ...(media.length > 0 ? { media } : {}),
  };
}

function pinOf(form: Form): InboundMessage['location'] | null {
  const [lat, lon] = ['Latitude', 'Longitude'].map(name => numberIn(Number(field(form, name) ?? Number.NaN)));
  const at = pinIn(lat, lon);
  const label = [field(form, 'Label'), field(form, 'Address')].filter(part => part !== null).join(', ');
  return at && label !== '' ? { ...at, label } : at;
}

/** What a message says about receiving messages: Twilio stops nothing here by itself, unless told to. */
export function signalOf(text: string, optOutType: string | null): Signal | null {
  if (optOutType === 'STOP') return { signal: 'optOut', signalAnswered: true };
  if (optOutType === 'START') return { signal: 'optIn', signalAnswered: true };
  const signal = signalIn(text);
  return signal === null ? null : { signal, signalAnswered: false };
}

/** Their number beside the id that WhatsApp gives them, or the id beside the number, whichever `From` is not. */
function otherAddress(form: Form): Pick<InboundMessage, 'alsoKnownAs'> {
  const from = (field(form, 'From') ?? '').replace(/^whatsapp:/, '');
  const id = field(form, 'ExternalUserIdentifier')?.replace(/^whatsapp:/, '');
  const number = /^\d{6,15}$/.test(field(form, 'WaId') ?? '') ? `+${field(form, 'WaId')}` : undefined;
  const other = from.startsWith('+') ? id : number;
  return other === undefined ? {} : { alsoKnownAs: other };
}
