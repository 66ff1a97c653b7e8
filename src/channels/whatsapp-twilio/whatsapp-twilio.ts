import { ConfigError, SendError } from '../../errors.ts';
import type { Channel, OutboundMessage } from '../channel.ts';
import type { Saying, TwilioRoad } from '../sms/road.ts';
import { openTwilio, type TwilioDeps } from '../sms/twilio.ts';
import { type ApprovedTemplates, approvedFor, fillTemplate, type TemplatesOf } from '../templates.ts';
import { WHATSAPP_TWILIO_CAPABILITIES } from './capabilities.ts';
import { readForm, signalOf } from './content.ts';
import { numberOf, type WhatsAppTwilioSettings, whatsappTwilioProblems } from './settings.ts';

/** What the channel is given from outside. */
export interface WhatsAppTwilioDeps extends TwilioDeps {
  /** What the office had approved, by channel. */
  templates: TemplatesOf;
}

const ID = 'whatsapp-twilio';

/** WhatsApp by Twilio. Throws `ConfigError` on settings that cannot be right; calls nobody before `connect`. */
export function openWhatsAppTwilio(settings: WhatsAppTwilioSettings, deps: WhatsAppTwilioDeps): Channel {
  const problems = whatsappTwilioProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  return openTwilio(roadWith(deps.templates.get(ID) ?? {}), settings, numberOf(settings), deps);
}

function roadWith(templates: ApprovedTemplates): TwilioRoad {
  return {
    id: ID,
    capabilities: WHATSAPP_TWILIO_CAPABILITIES,
    prefix: 'whatsapp:',
    read: readForm,
    signal: text => signalOf(text, null),
    say: message => say(templates, message),
    mostFileBytes: 16 * 1024 * 1024,
  };
}

/** Values by the number of their place: `{"1":"311-483-920-716","2":"Hueco en la calle"}`. */
function say(templates: ApprovedTemplates, { part, form }: OutboundMessage): Saying {
  if (form !== 'template') return { body: part.text };
  const approved = approvedFor(templates, part.template);
  if (!part.template || !approved) throw new SendError({ code: 'no_template', retryable: false });
  const values = fillTemplate(approved, part.template).map((value, i) => [String(i + 1), value]);
  return { contentSid: approved.template, contentVariables: JSON.stringify(Object.fromEntries(values)) };
}
