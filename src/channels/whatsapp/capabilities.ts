import type { Capabilities } from '../channel.ts';

const DAY_MS = 24 * 3_600_000;
const MB = 1024 * 1024;

/**
 * What a WhatsApp message carries. A text may have 4096 characters, but one with choices 1024. Up to three choices are
 * buttons, up to ten a list, whose rows say 24 characters and 72 more below; a row gives back at most 200. Free words
 * for a day after the citizen wrote, approved templates after it
 * (developers.facebook.com/documentation/business-messaging/whatsapp/messages).
 */
export const WHATSAPP_CAPABILITIES: Capabilities = {
  textLimit: 1_024,
  alphabet: 'unicode',
  choices: { most: 10, labelLimit: 72, valueBytes: 200 },
  media: true,
  // What a number has before the platform gives it more (…/whatsapp/messages#throughput).
  paces: { account: { most: 80, perMs: 1_000 } },
  // A picture has at most 5 MB; recordings take no words (…/whatsapp/business-phone-numbers/media).
  files: { types: ['application/pdf', 'image/jpeg', 'image/png'], bytes: 5 * MB, captionLimit: 1_024 },
  location: true,
  receipts: true,
  replyWindowMs: DAY_MS,
  templates: true,
  anonymous: false,
  pull: false,
};
