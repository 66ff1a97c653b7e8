import type { Capabilities } from '../channel.ts';

/**
 * What a message of WhatsApp Web carries. A text has at most 65 536 characters, more than anybody reads; buttons and lists
 * of such a client are shown to nobody any more, so choices are numbers.
 */
export const WHATSAPP_WEB_CAPABILITIES: Capabilities = {
  textLimit: 4_096,
  alphabet: 'unicode',
  choices: null,
  media: true,
  location: true,
  receipts: true,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
