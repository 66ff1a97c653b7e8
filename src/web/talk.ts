import type { Ask, Choice } from '../channels/channel.ts';
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
}

/** Lines in one answer; a reader asks again after the last one. */
export const PAGE_SIZE = 200;

/** The lines of a session's talk after `after`, oldest first, at most `PAGE_SIZE`; none when it has not begun. */
export async function readTalk(
  store: Pick<Queries, 'conversationOf' | 'transcript'>,
  session: string,
  after: number,
): Promise<TalkItem[]> {
  const conversation = await store.conversationOf(addressOf(session));
  if (!conversation) return [];
  return (await store.transcript(conversation.id, after, PAGE_SIZE)).map(talkItem);
}

/** A line of a transcript on the wire. */
export function talkItem({ seq, at, from, turn, text, choices, asks, caseNumber }: TranscriptItem): TalkItem {
  return {
    ...{ seq, at: at.toISOString(), from, turn, text },
    choices: choices.map(({ label, value }) => ({ label, value })),
    asks,
    ...(caseNumber === null ? {} : { case: caseNumber }),
  };
}
