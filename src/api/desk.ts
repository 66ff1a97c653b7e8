import type { Case } from '../cases/case.ts';
import { isBusy, outboundId } from '../cases/notify.ts';
import type { Capabilities, Reply } from '../channels/channel.ts';
import { formOf, type Leaving } from '../channels/window.ts';
import { anewOnConflict } from '../errors.ts';
import type { Conversation, ConversationSet, NewOutbound } from '../storage/store.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Saying, sayingOf } from './send-file.ts';

/** What people need to take a talk over and give it back. */
export type DeskDeps = Pick<
  ApiDeps,
  | 'store'
  | 'catalogue'
  | 'queue'
  | 'render'
  | 'capabilitiesOf'
  | 'resume'
  | 'fileOnPage'
  | 'now'
  | 'newId'
  | 'failPoint'
>;

/** What a step of a person came to. */
export type DeskResult =
  | { outcome: 'done'; conversation: Conversation; seq: number | null }
  | { outcome: 'unknown' }
  /** Somebody was faster, or it is not this person's turn; `reason` is for people. */
  | { outcome: 'refused'; reason: string };

/** What is to be changed and said in a talk as it is now; or where it was said before. */
type Move = { set: ConversationSet; outbound: NewOutbound[] } | { refuse: string } | { saidAt: number };

/** Reads a talk, decides, commits what is said with the new mode as one change; anew when somebody was faster. */
function move(
  deps: DeskDeps,
  id: string,
  name: string,
  decide: (conversation: Conversation) => Move | Promise<Move>,
): Promise<DeskResult> {
  return anewOnConflict(async () => {
    const conversation = (await deps.store.load(id, 0))?.conversation;
    if (!conversation) return { outcome: 'unknown' };
    const decision = await decide(conversation);
    if ('refuse' in decision) return { outcome: 'refused', reason: decision.refuse };
    if ('saidAt' in decision) return { outcome: 'done', conversation, seq: decision.saidAt };
    return commit(deps, name, conversation, decision);
  });
}

async function commit(
  deps: DeskDeps,
  name: string,
  conversation: Conversation,
  { set, outbound }: Extract<Move, { set: unknown }>,
): Promise<DeskResult> {
  const { id, version } = conversation;
  const change = { id, expectedVersion: version, consumed: [], turn: false, set };
  await deps.failPoint?.(`${name}:before-commit`);
  const committed = await deps.store.commit({ at: deps.now(), conversation: change, outbound });
  await deps.failPoint?.(`${name}:after-commit`);
  if (outbound.some(({ state }) => state === 'pending')) {
    await deps.queue.add({ name: 'deliver', conversationId: id });
  }
  const after = { ...conversation, ...set, version: version + 1 };
  return { outcome: 'done', conversation: after, seq: committed.seqs.at(-1) ?? null };
}

/**
 * A person takes the talk: from the commit on the bot is silent. Of two who try one wins; a key may be shared, so the
 * holder of the talk cannot take it twice either.
 */
export function take(deps: DeskDeps, id: string, by: string): Promise<DeskResult> {
  return move(deps, id, 'take', conversation => {
    if (conversation.mode === 'person') return { refuse: `Taken already, by ${conversation.takenBy}.` };
    return { set: { mode: 'person', takenBy: by, since: deps.now(), review: false }, outbound: [] };
  });
}

/**
 * The taker's words to the citizen, with a file if they want. A second use of the same `idempotencyKey` says nothing, and is
 * answered as the first was, whatever has become of the talk.
 */
export function say(
  deps: DeskDeps,
  id: string,
  by: string,
  { idempotencyKey, ...saying }: Saying & { idempotencyKey?: string | undefined },
): Promise<DeskResult> {
  const said = `person\n${idempotencyKey === undefined ? deps.newId() : `${by}\n${idempotencyKey}`}`;
  return move(deps, id, 'say', async conversation => {
    const saidAt = idempotencyKey === undefined ? null : await lastPlaceOf(deps, id, said);
    if (saidAt !== null) return { saidAt };
    const capabilities = deps.capabilitiesOf(conversation.channel);
    if (!capabilities) return { refuse: 'The channel of this talk is switched off.' };
    const refuse = whyNot(conversation, by, capabilities, deps.now());
    if (refuse !== null) return { refuse };
    const words = await sayingOf(deps, conversation, capabilities, saying);
    if ('refuse' in words) return words;
    const from = { from: 'person', said, about: words.about } as const;
    return { set: {}, outbound: outboundOf(deps, { conversation, capabilities, ...from }, [words.reply]) };
  });
}

/** Where the last part of words that were said stands in the talk; null: they were not. */
async function lastPlaceOf({ store }: DeskDeps, id: string, said: string): Promise<number | null> {
  let last: number | null = null;
  for (let part = 0; ; part += 1) {
    const place = await store.placeOf(outboundId(id, said, '0', String(part)));
    if (place === null) return last;
    last = place;
  }
}

/** Why this person may not write in this talk now, for people; null: they may. */
function whyNot(
  conversation: Conversation,
  by: string,
  capabilities: Capabilities,
  now: Date,
): string | null {
  const { mode, takenBy, optedOut, lastInboundAt } = conversation;
  if (mode !== 'person' || takenBy !== by)
    return 'Only who has taken this talk may answer in it: take it first.';
  if (optedOut) return 'This citizen wants no messages on this channel.';
  const words: Leaving = { from: 'person', part: { text: '', choices: [] }, code: null };
  if (formOf(capabilities, words, lastInboundAt, now) !== null) return null;
  return 'This citizen last wrote too long ago for this channel: it takes words only after they write again.';
}

/** A talk that the bot has, and that waits for nobody. */
export const WITH_BOT = {
  mode: 'bot',
  takenBy: null,
  reason: null,
  review: false,
  since: null,
} as const satisfies ConversationSet;

/** Gives the talk back to the bot, which asks again what it asked last; or ends a review. */
export function release(deps: DeskDeps, id: string): Promise<DeskResult> {
  return move(deps, id, 'release', conversation => {
    const { mode, channel, optedOut, version } = conversation;
    const set = WITH_BOT;
    const capabilities = optedOut || mode === 'bot' ? null : deps.capabilitiesOf(channel);
    if (!capabilities) return { set, outbound: [] };
    const from = { from: 'bot', said: `release\n${version}` } as const;
    const replies = deps.resume({ ...conversation, ...set });
    return { set, outbound: outboundOf(deps, { conversation, capabilities, ...from }, replies) };
  });
}

/** Whose words they are, and what makes their ids their own. */
interface Speaker {
  conversation: Conversation;
  capabilities: Capabilities;
  from: NewOutbound['from'];
  said: string;
  /** The case they speak of. */
  about?: Case | null;
}

function outboundOf(deps: DeskDeps, speaker: Speaker, replies: Reply[]) {
  const { conversation, capabilities, from, said, about = null } = speaker;
  return replies.flatMap((reply, n) =>
    deps.render(reply, capabilities).map(
      (part, i, parts): NewOutbound => ({
        ...{ id: outboundId(conversation.id, said, String(n), String(i)), conversationId: conversation.id },
        ...{ turn: null, from, part, asks: i === parts.length - 1 ? reply.asks : 'none', class: reply.class },
        ...{ caseId: about?.id ?? null, caseNumber: reply.caseNumber ?? null },
        state: capabilities.pull ? 'accepted' : 'pending',
      }),
    ),
  );
}

/** A talk as people's screens list it. */
export function conversationJson(conversation: Conversation) {
  const { id, channel, address, name, since, reason, mode, takenBy, state } = conversation;
  return {
    ...{ id, channel, address, name, since: since?.toISOString() ?? null, reason },
    ...{ bot: mode === 'bot' ? 'serving' : 'silent', takenBy, asks: state.awaits?.ask ?? 'none' },
    draft: isBusy(conversation) ? draftJson(state) : null,
  };
}

function draftJson({ draft }: Conversation['state']) {
  if (draft === null) return null;
  const { kind, serviceId, agencyId, place, description, privacy, startedAt } = draft;
  const where = place && [place.text, place.corregimiento, place.district].filter(Boolean).join(', ');
  return {
    ...{ kind, service: serviceId, agency: agencyId, place: where, privacy, startedAt },
    description: description.join('\n'),
  };
}
