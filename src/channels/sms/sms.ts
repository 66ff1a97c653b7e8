import { ConfigError } from '../../errors.ts';
import type { Channel } from '../channel.ts';
import { SMS_CAPABILITIES } from './capabilities.ts';
import { type Form, field } from './form.ts';
import { mediaIn } from './media.ts';
import type { Content, TwilioRoad } from './road.ts';
import { type SmsSettings, smsProblems } from './settings.ts';
import { signalOf } from './signals.ts';
import { openTwilio, type TwilioDeps } from './twilio.ts';

/** What the channel is given from outside. */
export type SmsDeps = TwilioDeps;

const SMS: TwilioRoad = {
  id: 'sms',
  capabilities: SMS_CAPABILITIES,
  prefix: '',
  read: readForm,
  signal: text => signalOf(text, null),
  say: async ({ part }) => ({ body: part.text }),
  // The platform's own limit for a file of an MMS.
  mostFileBytes: 5 * 1024 * 1024,
};

/** SMS by Twilio. Throws `ConfigError` on settings that cannot be right; calls nobody before `connect`. */
export function openSms(settings: SmsSettings, deps: SmsDeps): Channel {
  const problems = smsProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  return openTwilio(SMS, settings, settings.TWILIO_SMS_FROM, deps);
}

/** `Body=hola&NumMedia=1&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F…&MediaContentType0=image%2Fjpeg` */
function readForm(form: Form): Content {
  const text = field(form, 'Body') ?? '';
  const media = mediaIn(form);
  return { text, ...signalOf(text, field(form, 'OptOutType')), ...(media.length > 0 ? { media } : {}) };
}
