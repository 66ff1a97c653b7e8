import type { Capabilities } from '../channel.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What a WhatsApp message by Twilio carries: 1600 characters and no choices, which would have to be made there as a
 * content of their own first. Free words for a day after the citizen wrote, approved contents after it
 * (twilio.com/docs/whatsapp/api).
 */
export const WHATSAPP_TWILIO_CAPABILITIES: Capabilities = {
  textLimit: 1_600,
  alphabet: 'unicode',
  choices: null,
  media: true,
  location: true,
  receipts: true,
  replyWindowMs: DAY_MS,
  templates: true,
  anonymous: false,
  pull: false,
};
