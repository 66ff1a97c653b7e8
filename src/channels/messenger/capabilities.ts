import type { Capabilities } from '../channel.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What a message on Messenger carries: fewer than 2000 characters, up to 13 quick replies of 20, which give back 1000.
 * A bot answers for a day after the citizen wrote, a person for seven; tags for later news no longer exist
 * (developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages).
 */
export const MESSENGER_CAPABILITIES: Capabilities = {
  textLimit: 1_999,
  alphabet: 'unicode',
  choices: { most: 13, labelLimit: 20, valueBytes: 1_000 },
  media: true,
  // Of a page (…/graph-api/overview/rate-limiting).
  paces: { account: { most: 300, perMs: 1_000 } },
  // A file is a message of its own, without words (…/messenger-platform/send-messages/attachments).
  // The platform takes more, and a modest line does not carry it within one call.
  files: { types: 'any', bytes: 5_000_000, captionLimit: 0 },
  location: false,
  receipts: true,
  replyWindowMs: DAY_MS,
  lateWindowMs: 7 * DAY_MS,
  anonymous: false,
  pull: false,
};
