import { SendError } from '../../errors.ts';
import type { Choice, OutboundMessage } from '../channel.ts';
import type { Json } from '../json.ts';
import { shorten, titlesOf } from '../split.ts';
import { type ApprovedTemplates, approvedFor, fillTemplate } from '../templates.ts';
import { recipientOf } from './addresses.ts';

/** What a call is made of besides the message. */
export interface OutgoingRules {
  templates: ApprovedTemplates;
  /** What opens a list of choices: at most 20 characters. */
  listLabel: string;
}

const MOST_BUTTONS = 3;
const BUTTON_LIMIT = 20;
const ROW_LIMIT = 24;

/**
 * The one call a message is; `file`: the platform's id of the file that goes along. Throws `SendError` when it needs a
 * template and there is none.
 */
export function outgoing(rules: OutgoingRules, message: OutboundMessage, file?: string): Json {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipientOf(message.address),
    // Comes back with every receipt.
    biz_opaque_callback_data: message.id,
    ...inForm(rules, message, file),
  };
}

function inForm(rules: OutgoingRules, message: OutboundMessage, file: string | undefined): Json {
  if (message.form === 'template') return template(rules, message);
  return file === undefined ? words(rules, message) : withFile(message, file);
}

/** A picture is shown, any other file is a document with a name. */
function withFile({ part }: OutboundMessage, id: string): Json {
  const caption = part.text === '' ? {} : { caption: part.text.toWellFormed() };
  if (part.file?.type.startsWith('image/')) return { type: 'image', image: { id, ...caption } };
  return { type: 'document', document: { id, filename: part.file?.name ?? '', ...caption } };
}

function words(rules: OutgoingRules, { part, asks }: OutboundMessage): Json {
  const text = part.text.toWellFormed();
  if (part.choices.length > 0) return interactive(text, choosing(rules, part.choices));
  if (asks === 'place') {
    const action = { name: 'send_location' };
    return interactive(text, { type: 'location_request_message', action });
  }
  return { type: 'text', text: { body: text, preview_url: false } };
}

function interactive(text: string, { type, action }: { type: string; action: Json }): Json {
  return { type: 'interactive', interactive: { type, body: { text }, action } };
}

/** Few short choices are buttons below the words, more or longer ones a list that opens. */
function choosing({ listLabel }: OutgoingRules, choices: Choice[]): { type: string; action: Json } {
  const isShort = choices.every(({ label }) => label.length <= BUTTON_LIMIT);
  if (choices.length <= MOST_BUTTONS && isShort) {
    const buttons = choices.map(({ label, value }) => ({
      type: 'reply',
      reply: { id: value, title: label.toWellFormed() },
    }));
    return { type: 'button', action: { buttons } };
  }
  const action = { button: shorten(listLabel, BUTTON_LIMIT), sections: [{ rows: rowsOf(choices) }] };
  return { type: 'list', action };
}

/** What a row's title cannot hold stands whole below it. */
function rowsOf(choices: Choice[]): Json[] {
  const titles = titlesOf(
    choices.map(({ label }) => label),
    ROW_LIMIT,
  );
  return choices.map(({ label, value }, i) => {
    const title = titles[i] ?? '';
    const whole = title === label ? {} : { description: label.toWellFormed() };
    return { id: value, title: title.toWellFormed(), ...whole };
  });
}

/** …/whatsapp/templates: the values of the body's places, and what its first buttons give back. */
function template({ templates }: OutgoingRules, { part }: OutboundMessage): Json {
  const said = part.template;
  const approved = approvedFor(templates, said);
  if (!said || !approved) throw new SendError({ code: 'no_template', retryable: false });
  const texts = fillTemplate(approved, said).map(text => ({ type: 'text', text: text.toWellFormed() }));
  const body = texts.length > 0 ? [{ type: 'body', parameters: texts }] : [];
  const buttons = Array.from({ length: approved.buttons }, (_, i) => i).flatMap(i => {
    const payload = said.values[`choice${i + 1}`];
    if (payload === undefined) return [];
    const parameters = [{ type: 'payload', payload }];
    return [{ type: 'button', sub_type: 'quick_reply', index: String(i), parameters }];
  });
  const { template: name, language } = approved;
  return {
    type: 'template',
    template: { name, language: { code: language }, components: [...body, ...buttons] },
  };
}
