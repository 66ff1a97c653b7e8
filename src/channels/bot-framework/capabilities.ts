import type { Capabilities } from '../channel.ts';

/**
 * What Teams, Direct Line and Bot Framework Web Chat carry alike: a card of at most six buttons, files from the citizen, no
 * word of an arrival. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
export const BOT_FRAMEWORK_CAPABILITIES: Capabilities = {
  textLimit: 4_000,
  alphabet: 'unicode',
  choices: { most: 6, labelLimit: 50 },
  media: true,
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
