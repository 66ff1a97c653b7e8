import type { Ask, Choice } from '../channels/channel.ts';
import type { SentFile } from '../channels/sent-file.ts';
import type { Queries, TranscriptItem } from '../storage/queries.ts';
import { addressOf } from './news.ts';

/** One line of a talk as the page and programs read it. `seq` rises; `turn` is the same for all replies to one turn. */
export interface TalkItem {
  seq: number;
  at: string;
  from: 'citizen' | 'bot' | 'person';
  turn: number | null;
  text: string;
  choices: Choice[];
  asks: Ask;
  case?: string;
  /** A file from the office: `GET /chat/media/{id}` gives it to this session. */
  file?: SentFile;
}

/** Lines in one answer; a reader asks again after the last one. */
export const PAGE_SIZE = 200;

/** Part of a session's talk. */
export interface TalkPart {
  /** Which talk it is: a session has another one after it was erased. Null: none has begun. */
  talk: string | null;
  items: TalkItem[];
}

/**
 * The lines of a session's talk after `after`, oldest first, at most `PAGE_SIZE`. A place beyond its end is of a talk that was
 * erased: the lines of the one begun since count from one again.
 */
export async function readTalk(
  store: Pick<Queries, 'conversationOf' | 'transcript'>,
  session: string,
  after: number,
): Promise<TalkPart> {
  const conversation = await store.conversationOf(addressOf(session));
  if (!conversation) return { talk: null, items: [] };
  const from = after > conversation.seq ? 0 : after;
  const items = await store.transcript(conversation.id, from, PAGE_SIZE);
  return { talk: conversation.id, items: items.map(talkItem) };
}

/** A line of a transcript on the wire. */
export function talkItem(item: TranscriptItem): TalkItem {
  const { seq, at, from, turn, text, choices, asks, caseNumber, file } = item;
  return {
    ...{ seq, at: at.toISOString(), from, turn, text },
    choices: choices.map(({ label, value }) => ({ label, value })),
    asks,
    ...(caseNumber === null ? {} : { case: caseNumber }),
    ...(file ? { file } : {}),
  };
}
