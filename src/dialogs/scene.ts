import type { Attachment } from '../cases/case.ts';
import type { Catalogue, Route } from '../catalogue/catalogue.ts';
import { withoutPiles } from '../catalogue/words.ts';
import type { Choice, Pin, Reply } from '../channels/channel.ts';
import type { Conversation, StoredMessage } from '../storage/store.ts';
import type { Sentence, Texts, Values } from '../texts.ts';
import type { Awaits, ConversationState, Draft } from './conversation.ts';
import type { TextKey } from './text-keys.ts';
import type { Facts, Stimulus, Turn } from './turn.ts';
import { writtenPin } from './words/written-pin.ts';

/** What is needed to word something for a citizen. */
export interface View {
  state: ConversationState;
  texts: Texts;
  catalogue: Catalogue;
  route: Route;
  publicUrl: string;
}

/** The messages of a burst as one utterance. */
export interface Burst {
  /** The written messages, one entry each; words sent twice stand once. */
  lines: string[];
  /** The same as one text. */
  text: string;
  /** The value of the last tap. */
  choice: string | null;
  pin: Facts['pin'];
  /** Where a photo says that it was taken. */
  photo: Facts['photo'];
  /** A pin was sent, wherever it lies. */
  pinned: boolean;
  files: Attachment[];
  unreadable: number;
}

/** Where a talk stands and what just happened in it: everything a topic decides by. */
export interface Scene extends View {
  conversation: Conversation;
  facts: Facts;
  burst: Burst;
  /** All that was written in this turn, as it is heard, whichever part of it a topic looks at. */
  whole: string;
  /** The question that was answered just before; what is said now may belong to it, and nothing later does. */
  informed: string | null;
  /** The procedure that was told just before. */
  procedure: string | null;
  /** What was added to a case just before. */
  added: string | null;
  /** The number of the case that was spoken of just before. */
  shown: string | null;
  /** The report that was left just before; a change of mind brings it back. */
  left: Draft | null;
}

/** What a topic makes of a scene. */
export interface Move {
  state: ConversationState;
  replies: Reply[];
  set?: Partial<Turn['set']>;
  cases?: Turn['cases'];
  erase?: Turn['erase'];
  proof?: Turn['proof'];
  /** Why nothing is said. */
  silence?: string;
  /** What the talk waits for is not asked again in the same breath. */
  quiet?: boolean;
  /** It is asked in full, though it was just before. */
  whole?: boolean;
}

/** One concern of the desk: takes what happened when it is its own, else leaves it (null) to the next. */
export type Topic = (scene: Scene) => Move | null;

/** What a talk remembers for one message only. */
const UNSAID = { informed: null, procedure: null, added: null, shown: null, left: null, passing: false };

/** Puts a scene together. */
export function sceneOf(conversation: Conversation, stimulus: Stimulus, facts: Facts): Scene {
  const { texts, catalogue, route, publicUrl } = facts;
  const messages = 'messages' in stimulus ? stimulus.messages : [];
  const burst = burstOf(messages, facts);
  return {
    ...{ conversation, facts, texts, catalogue, route, publicUrl },
    state: { ...conversation.state, ...UNSAID },
    informed: conversation.state.informed,
    procedure: conversation.state.procedure,
    added: conversation.state.added,
    shown: conversation.state.shown,
    left: conversation.state.left,
    burst,
    whole: burst.text,
  };
}

/** What messages say, an entry each; one that seems to be a repeat was understood when it came first. */
export function writtenIn(messages: readonly StoredMessage[]): string[] {
  return messages
    .map(({ text, possibleRepeat }) => (possibleRepeat ? '' : withoutPiles(withoutPin(text ?? '')).trim()))
    .filter(written => written !== '');
}

function withoutPin(text: string): string {
  return writtenPin(text)?.rest ?? text;
}

/** The point that was sent last, as a pin or in words; null: none was. */
export function pinOf(messages: readonly StoredMessage[]): Pin | null {
  return (
    messages.map(({ location, text }) => location ?? writtenPin(text ?? '')).findLast(pin => pin !== null) ??
    null
  );
}

function burstOf(messages: StoredMessage[], facts: Facts): Burst {
  const lines = writtenIn(messages);
  return {
    lines,
    text: lines.join('\n'),
    choice: messages.findLast(({ choice }) => choice !== null)?.choice ?? null,
    pin: facts.pin,
    photo: facts.photo,
    pinned: pinOf(messages) !== null,
    files: facts.media.ids,
    unreadable: facts.media.unreadable,
  };
}

/** Did the citizen say, send or tap anything at all? */
export function isEmpty({ text, choice, pinned, files, unreadable }: Burst): boolean {
  return text === '' && choice === null && !pinned && files.length === 0 && unreadable === 0;
}

/** Did they send a voice note? */
export function isSound({ burst }: Scene): boolean {
  return burst.files.some(({ type }) => type.startsWith('audio/'));
}

/** A sentence in the talk's language. */
export function say({ texts, state }: View, key: TextKey, values?: Values): Sentence {
  return texts.say(state.language, key, values);
}

/** Sentences below each other; what is null is left out, and what is short to nothing where that is read. */
export function lines(...sentences: (Sentence | null)[]): Sentence {
  const said = sentences.filter(sentence => sentence !== null);
  return {
    text: said.map(({ text }) => text).join('\n'),
    short: said
      .map(({ text, short }) => short ?? text)
      .filter(text => text !== '')
      .join('\n'),
  };
}

/** A reply that says this; asks nothing unless told. */
export function replyOf({ text, short }: Sentence, more: Partial<Reply> = {}): Reply {
  return { text, ...(short === undefined ? {} : { short }), asks: 'none', class: 'reply', ...more };
}

/** A reply with a sentence before its own. */
export function led(lead: Sentence | null, reply: Reply): Reply {
  if (lead === null) return reply;
  const { text, short } = reply;
  return { ...reply, ...lines(lead, { text, ...(short === undefined ? {} : { short }) }) };
}

/** A choice whose label stands in the texts. */
export function choiceOf(view: View, key: TextKey, value: string): Choice {
  return { label: say(view, key).text, value };
}

/** Yes and no as choices; `about` keeps them apart from those of older questions. */
export function yesAndNo(
  view: View,
  about: string,
  yes: TextKey = 'choice.yes',
  no: TextKey = 'choice.no',
): Choice[] {
  return [choiceOf(view, yes, `${about}:yes`), choiceOf(view, no, `${about}:no`)];
}

/** The same scene with another state. */
export function withState(scene: Scene, change: Partial<ConversationState>): Scene {
  return { ...scene, state: { ...scene.state, ...change } };
}

/** The scene with a question that comes between: what a report or an agency waits for is gone back to after it. */
export function interrupting(scene: Scene, awaits: Awaits): Scene {
  const { awaits: now, draft } = scene.state;
  const waits = now !== null && (draft !== null || now.ask === 'answer') ? now : null;
  const before = now?.before ?? waits;
  return withState(scene, { awaits: before ? { ...awaits, before } : awaits, lost: 0 });
}

/** The scene once its question is dealt with: what it came between is awaited again. */
export function afterQuestion(scene: Scene): Scene {
  return withState(scene, { awaits: scene.state.awaits?.before ?? null, lost: 0 });
}

/** The same of a report that is open: what was told of it before still says what it is of. */
export function retoldOn(scene: Scene, told: string[]): Scene {
  const own = retold(scene, told);
  const before = scene.state.draft?.description ?? [];
  return { ...own, facts: { ...own.facts, combined: () => own.facts.read([...before, ...told].join('\n')) } };
}

/** The scene as if these messages and files were all that came. */
export function retold(scene: Scene, told: string[], files: Attachment[] = scene.burst.files): Scene {
  const { facts, burst } = scene;
  const text = told.join('\n');
  const reading = text === burst.text ? facts.reading : facts.read(text);
  return {
    ...scene,
    facts: { ...facts, reading, combined: () => reading },
    burst: { ...burst, choice: null, text, lines: told, files },
  };
}
