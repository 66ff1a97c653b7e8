import type { Capabilities } from '../channel.ts';

/**
 * What a mail carries: text of any length, no buttons, files. A mail server says what could not be delivered, and
 * nothing of what could.
 */
export const EMAIL_CAPABILITIES: Capabilities = {
  textLimit: 20_000,
  alphabet: 'unicode',
  choices: null,
  media: true,
  location: false,
  receipts: false,
  replyWindowMs: null,
  writesTo: 'mail',
  forgeable: true,
  anonymous: false,
  pull: false,
};
