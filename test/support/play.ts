import { createHash } from 'node:crypto';
import type { Attachment, Case, CaseChange, Status } from '../../src/cases/case.ts';
import { askCitizen, remindSolved, stepStatus } from '../../src/cases/desk-steps.ts';
import { isBusy, type Notice, notify } from '../../src/cases/notify.ts';
import type { Capabilities, ChannelId, Choice, Reply } from '../../src/channels/channel.ts';
import { render } from '../../src/channels/render.ts';
import { advance } from '../../src/dialogs/advance.ts';
import type { Awaits } from '../../src/dialogs/conversation.ts';
import { pinTold } from '../../src/dialogs/filed/by-pin.ts';
import { caseNotice } from '../../src/dialogs/notices.ts';
import { newState, openState } from '../../src/dialogs/state.ts';
import { factsOf } from '../../src/dialogs/turn/gather-facts.ts';
import type { Facts, Turn } from '../../src/dialogs/turn.ts';
import type { Conversation, StoredMessage } from '../../src/storage/store.ts';

import { ABILITIES, openStage, PLAY_START, type Stage } from './stage.ts';

export { ABILITIES, openStage, PLAY_START, type Stage } from './stage.ts';

/** What a citizen sends at a time. */
export interface Sent {
  /** One message each. */
  texts?: string[];
  choice?: string;
  files?: Attachment[];
  unreadable?: number;
  pin?: { lat: number; lon: number };
  /** Where the photo among the files says that it was taken. */
  takenAt?: { lat: number; lon: number };
  signal?: 'optOut' | 'optIn';
  signalAnswered?: boolean;
  elsewhere?: 'public' | 'encrypted';
  /** The number of the case whose message is quoted. */
  quoted?: string;
  /** A message of ours is quoted. */
  answers?: boolean;
  /** What our mail server found out about the sender. */
  authenticity?: StoredMessage['authenticity'];
  /** A code that waits to be answered from here, and codes asked for here. */
  proof?: Facts['proof'];
  /** What number and PIN in these words come to. */
  byPin?: Facts['byPin'];
}

/** One citizen's talk as it is played. */
export interface Talk {
  conversation: Conversation;
  cases: Case[];
  /** What others reported of the same breakdown. */
  incident: Facts['incident'];
  turns: Turn[];
  /** What was told of cases without being asked. */
  told: Reply[];
  now: Date;
  send(sent: Sent): Turn;
  say(...texts: string[]): Turn;
  /** Taps the choice with this value, or whose label begins so, of the last reply. */
  tap(choice: string): Turn;
  /** Lets time pass; runs what the talk wants to be woken for. */
  wait(ms: number): Turn | null;
  /** What an agency does to the newest case; gives the notice. */
  status(status: Status, note?: string, reason?: string): Reply;
  question(text: string): Reply;
  nudgeSolved(): Reply;
  /** Texts and lists as the channel would carry them, of the last turn. */
  shown(): string[];
  last(): Reply | undefined;
}

/** Begins a talk of an invented citizen. Numbers, ids and PINs follow from `seed`. */
export function startTalk(stage: Stage, channel: keyof typeof ABILITIES = 'web', seed = 'a'): Talk {
  const capabilities = ABILITIES[channel];
  const drawn = { count: 0 };
  const random = (bytes: number): Buffer => {
    drawn.count += 1;
    return createHash('sha256').update(`${seed}.${drawn.count}`).digest().subarray(0, bytes);
  };
  const talk: Talk = {
    conversation: newConversation(channel, seed),
    cases: [],
    incident: null,
    turns: [],
    told: [],
    now: PLAY_START,
    say: (...texts) => talk.send({ texts }),
    tap: wanted => talk.send({ choice: choiceValue(talk.last()?.choices ?? [], wanted) }),
    send: sent => {
      const messages = messagesOf(talk, sent);
      return run(stage, talk, { messages }, { sent, capabilities, random });
    },
    wait: ms => {
      talk.now = new Date(talk.now.getTime() + ms);
      const { wakeAt } = talk.conversation;
      if (wakeAt === null || wakeAt > talk.now) return null;
      return run(stage, talk, { wake: true }, { sent: {}, capabilities, random });
    },
    status: (status, note, reason) => {
      const step = { status, note: note ?? null, reason: reason ?? null, by: 'Entidad', at: talk.now };
      const result = stepStatus(newest(talk), step, stage.catalogue.centre);
      if (!result.ok || !result.change) throw new Error(`forbidden step to ${status}`);
      return tell(stage, talk, result.change, { what: 'status', note: step.note, reason: step.reason });
    },
    question: text => {
      const result = askCitizen(newest(talk), { text, by: 'Entidad', at: talk.now });
      if (!result.ok || !result.change) throw new Error('forbidden question');
      return tell(stage, talk, result.change, { what: 'question', text });
    },
    nudgeSolved: () =>
      tell(stage, talk, remindSolved(newest(talk), talk.now, stage.catalogue.centre), {
        what: 'solved_nudge',
      }),
    shown: () =>
      (talk.turns.at(-1)?.replies ?? []).flatMap(reply => render(reply, capabilities).map(partText)),
    last: () => talk.turns.at(-1)?.replies.at(-1),
  };
  return talk;
}

function newConversation(channel: ChannelId, seed: string): Conversation {
  return {
    ...{
      id: `talk-${seed}`,
      channel,
      account: '',
      address: `address-${seed}`,
      name: null,
      version: 1,
      turns: 0,
    },
    ...{ seq: 0, mode: 'bot', reason: null, review: false, since: null, takenBy: null, optedOut: false },
    ...{ wakeAt: null, failures: 0, state: newState('es'), createdAt: PLAY_START, lastInboundAt: null },
    person: null,
  };
}

function messagesOf(
  talk: Talk,
  { texts = [], choice, pin, signal, signalAnswered = false, elsewhere, files = [], ...mail }: Sent,
): StoredMessage[] {
  const bare = texts.length > 0 ? texts : [null];
  return bare.map((text, i) => {
    talk.conversation.seq += 1;
    const first = i === 0;
    return {
      ...{ id: `m${talk.conversation.seq}`, seq: talk.conversation.seq, receivedAt: talk.now, text },
      ...{ choice: first ? (choice ?? null) : null, location: first ? (pin ?? null) : null },
      ...{ media: first ? files.map(({ id }) => ({ id })) : [], replyTo: mail.answers ? 1 : null },
      ...{ signal: first ? (signal ?? null) : null, signalAnswered, possibleRepeat: false },
      ...(elsewhere ? { elsewhere } : {}),
      ...(mail.authenticity ? { authenticity: mail.authenticity } : {}),
    };
  });
}

interface Played {
  sent: Sent;
  capabilities: Capabilities;
  random: (bytes: number) => Buffer;
}

function run(
  stage: Stage,
  talk: Talk,
  stimulus: { messages: StoredMessage[] } | { wake: true },
  { sent, capabilities, random }: Played,
): Turn {
  const messages = 'messages' in stimulus ? stimulus.messages : [];
  const { files = [], unreadable = 0, quoted = null, takenAt = null } = sent;
  const deps = {
    ...stage,
    ...{
      store: null as never,
      takeMedia: null as never,
      publicUrl: () => 'https://311.example.org',
      now: () => talk.now,
    },
    ...{ newId: () => random(8).toString('hex'), random },
    newPin: (number: string) => ({ pin: '482913', hash: `pin of ${number}` }),
    newCode: () => ({ code: '123456', hash: 'code 123456' }),
    hashCode: (code: string) => `code ${code}`,
    lookByPin: async () => null,
    roads: () => ROADS,
  };
  const cases = talk.cases.filter(({ conversationId }) => conversationId === talk.conversation.id);
  const { state, fresh } = openState(talk.conversation.state);
  const proof = sent.proof ?? { pending: null, asked: 0 };
  const found = {
    media: { ids: files, unreadable },
    takenAt,
    cases,
    quoted,
    proof,
    byPin: sent.byPin ?? shownByPin(stage, talk, messages, state.awaits),
    incident: talk.incident,
    fresh,
    early: null,
    answerWaits: false,
    beforeSummary: false,
  };
  const conversation = { ...talk.conversation, state };
  const facts = factsOf(deps, conversation, messages, found, { id: conversation.channel, capabilities });
  const turn = advance(conversation, stimulus, facts);
  keep(talk, turn);
  return turn;
}

/** What number and PIN in these words, or in those a question waits with, come to: the cases of these talks have one PIN. */
function shownByPin(
  stage: Stage,
  talk: Talk,
  messages: readonly StoredMessage[],
  awaits: Awaits | null,
): Facts['byPin'] {
  const { prefix } = stage.catalogue.centre;
  const told = messages.map(({ text }) => text ?? '').join('\n');
  const given = pinTold(awaits, told, prefix);
  if (given === null) return undefined;
  const c = talk.cases.find(({ number }) => number === given.number);
  if (c?.conversationId === talk.conversation.id) return undefined;
  return c && given.pin === '482913' ? { case: c } : null;
}

/** Where the desk may write first in these talks. */
const ROADS = (['sms', 'email'] as const).map(id => ({
  id,
  account: `our ${id}`,
  capabilities: ABILITIES[id],
}));

function keep(talk: Talk, turn: Turn): void {
  const { conversation } = talk;
  talk.turns.push(turn);
  // Saved and read again, as the store does: what JSON cannot carry would be lost there.
  const state = JSON.parse(JSON.stringify(turn.state));
  talk.conversation = {
    ...conversation,
    ...turn.set,
    state,
    turns: conversation.turns + 1,
    version: conversation.version + 1,
  };
  for (const change of turn.cases) keepCase(talk, change);
}

function keepCase(talk: Talk, { case: c, expectedVersion }: CaseChange): void {
  const kept = { ...c, version: expectedVersion + 1 };
  talk.cases = [kept, ...talk.cases.filter(({ id }) => id !== c.id)];
}

function newest(talk: Talk): Case {
  const [c] = talk.cases;
  if (!c) throw new Error('no case was filed');
  return c;
}

function tell(stage: Stage, talk: Talk, change: CaseChange, notice: Notice): Reply {
  const { conversation } = talk;
  const word = caseNotice({ ...stage, publicUrl: () => 'https://311.example.org' });
  const deps = { caseNotice: word, render };
  const to = { conversation, capabilities: ABILITIES.web, noticeId: 'news', step: 0, mayCost: true };
  const state = notify(deps, change.case, notice, to).conversation?.set.state ?? conversation.state;
  const busy = isBusy(conversation);
  const { reply } = word(notice, change.case, { language: conversation.state.language, busy });
  const said: Reply = busy ? { ...reply, asks: 'none', choices: [] } : reply;
  keepCase(talk, change);
  // Nobody knows where to tell it: the case is anonymous, or its citizen was erased.
  if (change.case.conversationId === null) return said;
  talk.told.push(said);
  talk.conversation = { ...conversation, state };
  return said;
}

function choiceValue(choices: Choice[], wanted: string): string {
  const found = choices.find(({ value, label }) => value === wanted || label.startsWith(wanted));
  if (!found) throw new Error(`no choice "${wanted}" among ${choices.map(({ value }) => value).join(', ')}`);
  return found.value;
}

function partText({ text, choices }: { text: string; choices: Choice[] }): string {
  return [text, ...choices.map(({ label }) => `[${label}]`)].join('\n');
}

/** A way to begin a talk on the web on the real configuration, in which somebody says one thing after the other. */
export async function openTold(): Promise<(...said: string[]) => Talk> {
  const stage = await openStage();
  return (...said) => {
    const talk = startTalk(stage);
    for (const words of said) talk.say(words);
    return talk;
  };
}

/** The same, with what is mostly looked at: the words of the last reply, and the report that is being taken down. */
export async function openTalks(): Promise<{
  told: (...said: string[]) => Talk;
  said: (...words: string[]) => string;
  draftOf: (...words: string[]) => Talk['conversation']['state']['draft'];
}> {
  const told = await openTold();
  const said = (...words: string[]): string =>
    (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
  return { told, said, draftOf: (...words) => told(...words).conversation.state.draft };
}

/** All that was said in the last turn of a talk, one reply a line. */
export function saidLast({ turns }: Talk): string {
  return (turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
}
