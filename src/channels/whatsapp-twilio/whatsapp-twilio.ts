import { ConfigError, SendError } from '../../errors.ts';
import type { Channel, OutboundMessage, Part } from '../channel.ts';
import type { Client } from '../sms/client.ts';
import type { Saying, TwilioRoad } from '../sms/road.ts';
import { openTwilio, type TwilioDeps } from '../sms/twilio.ts';
import { type ApprovedTemplates, approvedFor, fillTemplate, type TemplatesOf } from '../templates.ts';
import { WHATSAPP_TWILIO_CAPABILITIES } from './capabilities.ts';
import { choosing, inWords } from './choosing.ts';
import { readForm, signalOf } from './content.ts';
import { type Contents, type ContentsDeps, createContents } from './contents.ts';
import { numberOf, type WhatsAppTwilioSettings, whatsappTwilioProblems } from './settings.ts';

/** What the channel is given from outside. */
export interface WhatsAppTwilioDeps extends TwilioDeps, ContentsDeps {
  /** What the office had approved, by channel. */
  templates: TemplatesOf;
  /** What opens a list of choices. */
  listLabel: string;
}

const ID = 'whatsapp-twilio';

/** WhatsApp by Twilio. Throws `ConfigError` on settings that cannot be right; calls nobody before `connect`. */
export function openWhatsAppTwilio(settings: WhatsAppTwilioSettings, deps: WhatsAppTwilioDeps): Channel {
  const problems = whatsappTwilioProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  return openTwilio(roadWith(deps), settings, numberOf(settings), deps);
}

function roadWith(deps: WhatsAppTwilioDeps): TwilioRoad {
  const templates = deps.templates.get(ID) ?? {};
  const contents = createContents(deps);
  return {
    id: ID,
    capabilities: WHATSAPP_TWILIO_CAPABILITIES,
    prefix: 'whatsapp:',
    read: readForm,
    signal: text => signalOf(text, null),
    say: async (message, client) => {
      if (message.form === 'template') return approved(templates, message);
      if (message.part.choices.length === 0) return { body: message.part.text };
      return offering({ contents, client, listLabel: deps.listLabel }, message.part);
    },
    inWords,
    mostFileBytes: 16 * 1024 * 1024,
  };
}

/** Values by the number of their place: `{"1":"311-483-920-716","2":"Hueco en la calle"}`. */
function variables(values: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(values.map((value, i) => [String(i + 1), value])));
}

function approved(templates: ApprovedTemplates, { part }: OutboundMessage): Saying {
  const approved = approvedFor(templates, part.template);
  if (!part.template || !approved) throw new SendError({ code: 'no_template', retryable: false });
  const values = fillTemplate(approved, part.template);
  return { contentSid: approved.template, contentVariables: variables(values) };
}

interface Offering {
  contents: Contents;
  client: Client;
  listLabel: string;
}

/** Choices as buttons or a list; as a numbered list in words where Twilio makes or takes no content. */
async function offering({ contents, client, listLabel }: Offering, part: Part): Promise<Saying> {
  const { shape, values } = choosing(part.text, part.choices, listLabel);
  const contentSid = await contents.sidOf(client, shape);
  if (contentSid === null) return { body: inWords(part) };
  const refused = (code: string) => contents.refused(shape, code);
  return { contentSid, contentVariables: variables(values), refused };
}
