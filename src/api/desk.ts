import type { Case } from '../cases/case.ts';
import { isBusy, outboundId } from '../cases/notify.ts';
import type { Capabilities, Reply } from '../channels/channel.ts';
import { formOf, type Leaving } from '../channels/window.ts';
import { anewOnConflict, ConflictError } from '../errors.ts';
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

/** What is to be changed and said in a talk as it is now. */
type Move = { set: ConversationSet; outbound: NewOutbound[] } | { refuse: string };

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
    try {
      return await commit(deps, name, conversation, decision);
    } catch (error) {
      const wasSaid = error instanceof ConflictError && error.what === 'outbound';
      if (wasSaid) return { outcome: 'done', conversation, seq: null };
      throw error;
    }
  });
}

async function commit(
  deps: DeskDeps,
  name: string,
  conversation: Conversation,
  { set, outbound }: Exclude<Move, { refuse: string }>,
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

/** The taker's words to the citizen, with a file if they want. A second use of the same `idempotencyKey` says nothing. */
export function say(
  deps: DeskDeps,
  id: string,
  by: string,
  { idempotencyKey, ...saying }: Saying & { idempotencyKey?: string | undefined },
): Promise<DeskResult> {
  const said = idempotencyKey === undefined ? deps.newId() : `${by}\n${idempotencyKey}`;
  return move(deps, id, 'say', async conversation => {
    if (conversation.mode !== 'person' || conversation.takenBy !== by) {
      return { refuse: 'Only who has taken this talk may answer in it: take it first.' };
    }
    if (conversation.optedOut) return { refuse: 'This citizen wants no messages on this channel.' };
    const capabilities = deps.capabilitiesOf(conversation.channel);
    if (!capabilities) return { refuse: 'The channel of this talk is switched off.' };
    const person: Leaving = { from: 'person', part: { text: saying.text, choices: [] }, code: null };
    if (formOf(capabilities, person, conversation.lastInboundAt, deps.now()) === null) {
      return {
        refuse:
          'This citizen last wrote too long ago for this channel: it takes words only after they write again.',
      };
    }
    const words = await sayingOf(deps, conversation, capabilities, saying);
    if ('refuse' in words) return words;
    const from = { from: 'person', said: `person\n${said}`, about: words.about } as const;
    return { set: {}, outbound: outboundOf(deps, { conversation, capabilities, ...from }, [words.reply]) };
  });
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
