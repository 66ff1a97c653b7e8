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
  // Written in letters a third longer; more would outlast a call on a modest line, and the mail go out again.
  files: { types: 'any', bytes: 4_000_000, captionLimit: 20_000 },
  location: false,
  receipts: false,
  replyWindowMs: null,
  writesTo: 'mail',
  forgeable: true,
  anonymous: false,
  pull: false,
};
