import type { Capabilities } from '../channel.ts';

/**
 * What a direct message on X carries: 10 000 characters, photos from the citizen, no buttons (v2 of the API has none),
 * no pin, and no word of its arrival, only that it was read. https://docs.x.com/x-api/direct-messages
 */
export const X_CAPABILITIES: Capabilities = {
  textLimit: 10_000,
  alphabet: 'unicode',
  choices: null,
  media: true,
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
