import type { Capabilities, Channel, Part } from './channel.ts';

const CAPABILITIES: Capabilities = {
  textLimit: 4_000,
  alphabet: 'unicode',
  choices: null,
  media: false,
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};

/**
 * The talk in a terminal: each part is handed to `write` as it is sent. `capabilities` stands in for another
 * channel's limits.
 */
export function openTerminal(
  write: (part: Part) => void,
  capabilities: Capabilities = CAPABILITIES,
): Channel {
  return {
    id: 'terminal',
    capabilities: { ...capabilities, pull: false },
    send: async ({ id, part }) => {
      write(part);
      return { providerId: id };
    },
  };
}
