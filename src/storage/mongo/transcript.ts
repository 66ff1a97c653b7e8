import type { TranscriptItem } from '../queries.ts';
import { toMessage, toOutbound } from '../sealed-rows.ts';
import { ofCitizen, ofDesk } from '../talk-rows.ts';
import { findTalk, type MongoReads, named } from './context.ts';
import type { MessageDoc, OutboundDoc } from './documents.ts';

/** Both directions of a talk in order, those after `after`. Empty when unknown or erased. */
export async function transcript(
  context: MongoReads,
  id: string,
  after: number,
  limit: number,
): Promise<TranscriptItem[]> {
  const { messages, outbound } = context.db;
  const found = await findTalk(context, id);
  if (!found) return [];
  const { sealer, conversation } = found;
  const later = { conversation_id: id, seq: { $gt: after } };
  const [said, replies] = await Promise.all([
    messages.find(later).sort({ seq: 1 }).limit(limit).lean<MessageDoc[]>(),
    outbound.find(later, { receipts: 0 }).sort({ seq: 1 }).limit(limit).lean<OutboundDoc[]>(),
  ]);
  const words = said.map(doc => ({ doc, message: toMessage(doc, sealer, id) }));
  const inTalk = words.flatMap(({ message }) =>
    message.media.flatMap(file => ('id' in file ? [file.id] : [])),
  );
  const kept = await keptOf(context, id, inTalk);
  const items = [
    ...words.map(({ doc, message }) => {
      // Those a message names that are not kept are the platform's own names for files still to be fetched.
      const own = message.media.flatMap(file => ('id' in file && kept.has(file.id) ? [file.id] : []));
      const files = message.media.length === 0 ? [] : [...new Set([...own, ...doc.files])];
      return ofCitizen(doc, message, files);
    }),
    ...replies.map(doc => ofDesk(named(doc), toOutbound(named(doc), sealer, conversation))),
  ];
  return items.sort((a, b) => a.seq - b.seq).slice(0, limit);
}

async function keptOf({ db }: MongoReads, owner: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const wanted = ids.map(id => `${owner}.${id}`);
  const found = await db.media.find({ _id: { $in: wanted } }, { media: 1 }).lean();
  return new Set(found.map(({ media }) => media));
}
