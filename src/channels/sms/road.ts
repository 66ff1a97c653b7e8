import type { Capabilities, ChannelId, InboundMessage, OutboundMessage, Part } from '../channel.ts';
import type { Client } from './client.ts';
import type { Form } from './form.ts';
import type { Signal } from './signals.ts';

/** What a form says besides who wrote it to whom. */
export type Content = Omit<InboundMessage, 'channel' | 'account' | 'address' | 'providerId'>;

/** What a create call says. `refused`: told with which code when the content itself is refused, so that the next try says it otherwise. */
export type Saying =
  | { body: string }
  | { contentSid: string; contentVariables: string; refused?: (code: string) => Promise<void> };

/** One of the roads that Twilio carries messages on: they share its API, its signature and its list. */
export interface TwilioRoad {
  id: ChannelId;
  capabilities: Capabilities;
  /** How the platform marks addresses of this road: `whatsapp:`; `''` for telephones. */
  prefix: string;
  /** The words of a form; null: nothing that is read here. */
  read(form: Form): Content | null;
  /** What a message says about receiving messages. */
  signal(text: string): Signal | null;
  /** Rejects with `SendError` when it cannot be said. */
  say(message: OutboundMessage, client: Client): Promise<Saying>;
  /** The same words as they may stand in the list of messages too. */
  inWords?(part: Part): string;
  mostFileBytes: number;
}

/** An address without the mark of this road; null when it is of another one. */
export function plainOn({ prefix }: Pick<TwilioRoad, 'prefix'>, address: string): string | null {
  const [mark = ''] = /^[a-z]+:/.exec(address) ?? [];
  return mark === prefix && address.length > mark.length ? address.slice(mark.length) : null;
}
