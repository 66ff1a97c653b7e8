import type { Queries } from '../queries.ts';
import { backlog } from './backlog.ts';
import { caseQueries } from './case-queries.ts';
import { findTalk, type MongoReads, toTalks } from './context.ts';
import { correctionQueries } from './corrections.ts';
import type { TalkDoc } from './documents.ts';
import { media } from './media.ts';
import { conversationAt } from './other-addresses.ts';
import { parkedMessages, parkedTalks } from './parked.ts';
import { othersOfPerson, proofOf } from './people.ts';
import { traffic } from './traffic.ts';
import { transcript } from './transcript.ts';

/** The reads of people's screens: of what a majority of the servers has, so that nobody is told what a crash takes back. */
export function createQueries(context: MongoReads): Queries {
  const { conversations, outbound } = context.db;
  return {
    ...caseQueries(context),
    ...correctionQueries(context),
    conversationOf: async key => {
      const id = await conversationAt(context, key);
      return id === null ? null : ((await findTalk(context, id))?.conversation ?? null);
    },
    transcript: (id, after, limit) => transcript(context, id, after, limit),
    withNews: async after => {
      const filter = { _id: { $in: [...after.keys()] } };
      const docs = await conversations.find(filter, { seq: 1, erased_at: 1 }).lean();
      return docs
        .filter(({ _id, seq, erased_at: gone }) => gone !== null || seq > (after.get(_id) ?? seq))
        .map(({ _id }) => _id);
    },
    conversations: async (state, limit) => {
      const wanted =
        state === 'waiting' ? { mode: { $in: ['waiting', 'person'] } } : { mode: 'bot', review: 1 };
      const filter = { ...wanted, erased_at: null };
      const docs = await conversations.find(filter).sort({ since: 1 }).limit(limit).lean<TalkDoc[]>();
      return toTalks(context, docs);
    },
    placeOf: async id => (await outbound.findById(id, { seq: 1 }).lean())?.seq ?? null,
    caseOfMessage: async (id, seq) => {
      const found = await outbound.findOne({ conversation_id: id, seq }, { case_id: 1 }).lean();
      return found?.case_id ?? null;
    },
    othersOfPerson: id => othersOfPerson(context, id),
    proofOf: (id, since) => proofOf(context, id, since.getTime()),
    traffic: () => traffic(context),
    backlog: () => backlog(context),
    parkedTalks: limit => parkedTalks(context, limit),
    parkedMessages: (id, limit) => parkedMessages(context, id, limit),
    media: (id, file) => media(context, id, file),
  };
}
