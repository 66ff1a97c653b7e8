import { SendError } from '../../errors.ts';
import type { MessageClass, OutboundMessage, Sent } from '../channel.ts';
import type { Spend } from '../spend.ts';
import { isPerson, isPublic, postOf } from './addresses.ts';
import { take } from './budget.ts';
import type { Client } from './client.ts';
import { withoutEscapes } from './direct-message.ts';

/** What sending needs. */
export interface SendDeps {
  client: Client;
  account: string;
  spend: Spend;
  now: () => Date;
}

/** What may be said where others read. */
const IN_PUBLIC: readonly MessageClass[] = ['invitation', 'emergency'];

/** Makes one call: a direct message, or below a post nothing but an invitation or a danger's numbers. */
export async function send(deps: SendDeps, message: OutboundMessage): Promise<Sent> {
  const { address, part, class: kind } = message;
  if (isPublic(address)) return { providerId: await sayInPublic(deps, message) };
  if (!isPerson(address)) throw new SendError({ code: 'bad_address', retryable: false });
  await take(deps, 'write', kind);
  return { providerId: idOf(await deps.client.write(address, part.text.toWellFormed())) };
}

async function sayInPublic(deps: SendDeps, { route, part, class: kind }: OutboundMessage): Promise<string> {
  if (!IN_PUBLIC.includes(kind)) throw new SendError({ code: 'public', retryable: false });
  const post = postOf(route);
  if (post === null) throw new SendError({ code: 'no_post', retryable: false });
  await take(deps, 'reply', kind);
  // The same words to many are refused as repeated: the name makes them another's.
  return idOf(await deps.client.reply(post.id, `@${post.username} ${part.text.toWellFormed()}`));
}

function idOf(id: unknown): string {
  if (typeof id === 'string') return id;
  throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
}

/** How far the platform's clock may stand behind ours. */
const SKEW_MS = 60_000;

/**
 * Reads back whether a message arrived. The list tells no id of ours, so the words and the time must do; links are left
 * out, because the platform writes its own. What was said in public cannot be read back.
 */
export async function find(
  deps: SendDeps,
  { address, part, class: kind }: Pick<OutboundMessage, 'address' | 'part' | 'class'>,
  startedAt: Date,
  isOthers: (providerId: string) => Promise<boolean>,
): Promise<Sent | null> {
  if (!isPerson(address)) throw new SendError({ code: 'not_readable', retryable: false });
  await take(deps, 'list', kind);
  const since = startedAt.getTime() - SKEW_MS;
  for (const event of await deps.client.list(address)) {
    const text = event.event_type === 'MessageCreate' ? event.text : '';
    const isOurs = event.sender_id === deps.account && wordsOf(text) === wordsOf(part.text);
    const isRecent = Date.parse(event.created_at ?? '') >= since;
    if (isOurs && isRecent && !(await isOthers(event.id))) return { providerId: event.id };
  }
  return null;
}

function wordsOf(text: string): string {
  return withoutEscapes(text.toWellFormed())
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
