import type { Capabilities } from '../channel.ts';

/** What an SMS carries: ten segments, plain letters, no buttons; photos come as MMS. */
export const SMS_CAPABILITIES: Capabilities = {
  textLimit: 1_600,
  alphabet: 'gsm7',
  choices: null,
  media: true,
  location: false,
  receipts: true,
  replyWindowMs: null,
  writesTo: 'phone',
  anonymous: false,
  pull: false,
};
