import type { Capabilities } from '../channel.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What a WhatsApp message by Twilio carries. With choices it is a content, which has 1024 characters: up to three are buttons, up to
 * ten a list, whose rows say 24 characters and 72 more below, and give back at most 200. Free words, and contents that nobody
 * approved, for a day after the citizen wrote, approved ones after it (twilio.com/docs/whatsapp/api, …/content/twiliolist-picker).
 */
export const WHATSAPP_TWILIO_CAPABILITIES: Capabilities = {
  textLimit: 1_024,
  alphabet: 'unicode',
  choices: { most: 10, labelLimit: 72, valueBytes: 200 },
  media: true,
  location: true,
  receipts: true,
  replyWindowMs: DAY_MS,
  templates: true,
  anonymous: false,
  pull: false,
};
