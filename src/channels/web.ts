import type { Capabilities, Channel } from './channel.ts';

/** What the page's own chat carries. */
export const WEB_CAPABILITIES: Capabilities = {
  textLimit: 4_000,
  alphabet: 'unicode',
  choices: { most: 10, labelLimit: 60 },
  media: true,
  // A link, which only the citizen's own session may follow.
  files: { types: 'any', bytes: Number.POSITIVE_INFINITY, captionLimit: 4_000 },
  location: true,
  receipts: false,
  replyWindowMs: null,
  anonymous: true,
  pull: true,
};

/** The page's own chat. Nothing is sent: the page reads what its conversation holds. */
export function openWeb(): Channel {
  return { id: 'web', capabilities: WEB_CAPABILITIES };
}
