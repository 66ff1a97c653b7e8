import type { Capabilities, Channel, OutboundMessage, Sent } from '../../src/channels/channel.ts';

/** What a platform of many limits can carry. */
export const SMALL_CAPABILITIES: Capabilities = {
  textLimit: 1_600,
  alphabet: 'unicode',
  choices: null,
  media: false,
  location: false,
  receipts: true,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};

/** A channel whose platform does what the test says, call by call; without a word it accepts. */
export interface ScriptedChannel extends Channel {
  /** Every call of `send` that began. */
  calls: OutboundMessage[];
  /** What the next calls do, first first; `undefined` accepts. */
  script: ((() => Promise<Sent> | Sent) | undefined)[];
  /** What read-backs answer; absent: the channel cannot read back. */
  answer?: () => Promise<Sent | null>;
}

/** Makes one named `sms`, as the stores of tests know it. */
export function scriptedChannel(answer?: () => Promise<Sent | null>): ScriptedChannel {
  const calls: OutboundMessage[] = [];
  const script: ScriptedChannel['script'] = [];
  const channel: ScriptedChannel = {
    id: 'sms',
    capabilities: SMALL_CAPABILITIES,
    calls,
    script,
    send: async message => {
      calls.push(message);
      return (await script.shift()?.()) ?? { providerId: `P${calls.length}` };
    },
  };
  if (answer) channel.find = () => answer();
  return channel;
}
