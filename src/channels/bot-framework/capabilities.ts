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
  // Teams: 50 a second in a tenant; of one talk 7 in a second, 8 in two, 60 in thirty, all of which two a second keep to
  // (…/microsoftteams/platform/bots/how-to/rate-limit).
  paces: { account: { most: 50, perMs: 1_000 }, recipient: { most: 2, perMs: 1_000 } },
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
