import type { Queries } from '../queries.ts';
import { type ConversationRow, toConversation } from '../sealed-rows.ts';
import type { Conversation } from '../store.ts';
import { backlog } from './backlog.ts';
import { caseQueries } from './case-queries.ts';
import { all, CONVERSATION, findConversation, keyOf, one, type SqliteReads } from './context.ts';
import { correctionQueries } from './corrections.ts';
import type { GroupCommit } from './group-commit.ts';
import { conversationAt } from './other-addresses.ts';
import { parkedMessages, parkedTalks } from './parked.ts';
import { othersOfPerson, proofOf } from './people.ts';
import { traffic } from './traffic.ts';
import { transcript } from './transcript.ts';

/**
 * The reads of people's screens over the writing connection: they see what is not committed yet, too, so each answers
 * only when that is fsynced. Nobody is told what a crash would take back.
 */
export function createQueries(context: SqliteReads & { group: Pick<GroupCommit, 'settled'> }): Queries {
  return settledFirst(queriesOf(context), context.group);
}

function settledFirst(queries: Queries, group: Pick<GroupCommit, 'settled'>): Queries {
  const reads = Object.entries(queries).map(([name, read]) => [
    name,
    async (...values: unknown[]) => {
      const found: unknown = await read(...values);
      await group.settled();
      return found;
    },
  ]);
  return Object.fromEntries(reads) as Queries;
}

function queriesOf(context: SqliteReads): Queries {
  return {
    ...caseQueries(context),
    ...correctionQueries(context),
    conversationOf: async key => {
      const row = conversationAt(context, key);
      return row ? (findConversation(context, row.id)?.conversation ?? null) : null;
    },
    transcript: async (conversationId, after, limit) => transcript(context, conversationId, after, limit),
    withNews: async after => {
      const query = `select c.id from json_each(?) w join conversations c on c.id = w.key
        join counters n on n.conversation = c.key where n.seq > w.value or c.erased_at is not null`;
      const watched = JSON.stringify(Object.fromEntries(after));
      return all<{ id: string }>(context.sql(query), watched).map(({ id }) => id);
    },
    conversations: async (state, limit) => conversationsIn(context, state, limit),
    placeOf: async id =>
      one<{ seq: number }>(context.sql('select seq from outbound where id = ?'), id)?.seq ?? null,
    caseOfMessage: async (conversationId, seq) => {
      const query = 'select case_id as id from outbound where conversation = ? and seq = ?';
      return one<{ id: string | null }>(context.sql(query), keyOf(context, conversationId), seq)?.id ?? null;
    },
    othersOfPerson: async conversationId => othersOfPerson(context, conversationId),
    proofOf: async (conversationId, since) => proofOf(context, conversationId, since.getTime()),
    traffic: async () => traffic(context),
    backlog: async () => backlog(context),
    parkedTalks: async limit => parkedTalks(context, limit),
    parkedMessages: async (conversationId, limit) => parkedMessages(context, conversationId, limit),
    media: async (conversationId, id) => {
      const query = 'select type, body_sealed as sealed from media where conversation = ? and id = ?';
      const key = keyOf(context, conversationId);
      const row = one<{ type: string; sealed: Uint8Array }>(context.sql(query), key, id);
      const sealer = row && context.keys.of(conversationId);
      return sealer ? { type: row.type, bytes: sealer.openBytes(`media.${id}`, row.sealed) } : null;
    },
  };
}

function conversationsIn(context: SqliteReads, state: 'waiting' | 'review', limit: number): Conversation[] {
  const condition = state === 'waiting' ? "mode <> 'bot'" : "mode = 'bot' and review = 1";
  const query = `${CONVERSATION} where ${condition} and erased_at is null order by since limit ?`;
  return all<ConversationRow>(context.sql(query), limit).flatMap(row => {
    const sealer = context.keys.of(row.id);
    return sealer ? [toConversation(row, sealer)] : [];
  });
}
