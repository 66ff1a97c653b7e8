import type { TranscriptItem } from '../queries.ts';
import { type MessageRow, type OutboundRow, toMessage, toOutbound } from '../sealed-rows.ts';
import type { StoredMessage } from '../store.ts';
import { ofCitizen, ofDesk } from '../talk-rows.ts';
import { all, findConversation, one, type SqliteReads } from './context.ts';

/** Both directions of a talk in order, those after `after`. Empty when unknown or erased. */
export function transcript(
  context: SqliteReads,
  conversationId: string,
  after: number,
  limit: number,
): TranscriptItem[] {
  const found = findConversation(context, conversationId);
  if (!found) return [];
  const from = 'where conversation = ? and seq > ? order by seq limit ?';
  const messages = all<MessageRow>(context.sql(`select * from messages ${from}`), found.key, after, limit);
  const replies = all<OutboundRow>(context.sql(`select * from outbound ${from}`), found.key, after, limit);
  const items = [
    ...messages.map(row => {
      const message = toMessage(row, found.sealer, conversationId);
      return ofCitizen(row, message, filesOf(context, found.key, message));
    }),
    ...replies.map(row => ofDesk(row, toOutbound(row, found.sealer, found.conversation))),
  ];
  return items.sort((a, b) => a.seq - b.seq).slice(0, limit);
}

/** The files a message named, and those that were fetched for it. */
function filesOf(context: SqliteReads, conversation: number, { seq, media }: StoredMessage): string[] {
  if (media.length === 0) return [];
  const named = storedOf(context, conversation, media);
  const query = context.sql(
    'select media from message_media where conversation = ? and seq = ? order by key',
  );
  const fetched = all<{ media: string }>(query, conversation, seq).map(row => row.media);
  return [...new Set([...named, ...fetched])];
}

/** Those a message names that are kept: the others are the platform's own names for files still to be fetched. */
function storedOf(context: SqliteReads, conversation: number, media: StoredMessage['media']): string[] {
  const query = context.sql('select 1 from media where conversation = ? and id = ?');
  const named = media.flatMap(source => ('id' in source ? [source.id] : []));
  return named.filter(id => one(query, conversation, id) !== null);
}
