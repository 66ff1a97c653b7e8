import type { Capabilities } from '../channel.ts';

/**
 * What a private chat with a bot carries. Text: 4096 characters; a button gives back at most 64 bytes, under it stands
 * what a telephone shows in a line. Nothing tells whether a message arrived. https://core.telegram.org/bots/api
 */
export const TELEGRAM_CAPABILITIES: Capabilities = {
  textLimit: 4_096,
  alphabet: 'unicode',
  choices: { most: 10, labelLimit: 60, valueBytes: 64 },
  media: true,
  // "About" 30 a second in all, and one to a chat (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
  paces: { account: { most: 30, perMs: 1_000 }, recipient: { most: 1, perMs: 1_000 } },
  // As documents, which keep what they are; beside one stand 1024 characters (#senddocument).
  // The platform takes more, and a modest line does not carry it within one call.
  files: { types: 'any', bytes: 5_000_000, captionLimit: 1_024 },
  location: true,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
