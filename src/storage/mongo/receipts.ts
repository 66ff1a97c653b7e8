import type { ReceiptState } from '../../channels/channel.ts';
import { sentHash } from '../hashes.ts';
import { isNews, lookAt, MOST_AT_ONCE, newsOf, type Receipted, settle } from '../receipt-rules.ts';
import type { ReceiptNews, TakenReceipt } from '../store.ts';
import { type MongoWrites, named, within } from './context.ts';
import type { OutboundDoc } from './documents.ts';
import { wakeNotice } from './notices.ts';
import { conversationAt } from './other-addresses.ts';

type Found = OutboundDoc & Omit<Receipted, 'id'>;

/** Applies receipts that tell something new. */
export async function addReceipts(context: MongoWrites, receipts: TakenReceipt[]): Promise<ReceiptNews[]> {
  const news: ReceiptNews[] = [];
  for (const receipt of receipts) {
    for (const doc of await docsOf(context, receipt)) {
      const row = named(doc);
      if (!isNews(row, receipt, sentHash(context, receipt))) continue;
      await apply(context, doc, receipt);
      news.push(newsOf(row, receipt));
    }
  }
  return news;
}

async function docsOf(context: MongoWrites, receipt: TakenReceipt): Promise<Found[]> {
  const { upTo, channel, account } = receipt;
  if (!upTo) return docOf(context, receipt);
  const talk = await conversationAt(context, { channel, account, address: upTo.address });
  if (!talk) return [];
  const filter = { conversation_id: talk, state: 'accepted', started_at: { $lte: upTo.at.getTime() } };
  const docs = await context.db.outbound
    .find(filter, FIELDS, within(context))
    .sort({ seq: -1 })
    .limit(MOST_AT_ONCE)
    .lean<Found[]>();
  return docs.reverse();
}

const FIELDS = { body_sealed: 0, receipts: 0 } as const;

async function docOf(context: MongoWrites, receipt: TakenReceipt): Promise<Found[]> {
  const { outbound } = context.db;
  const hash = sentHash(context, receipt);
  const sent =
    hash && (await outbound.findOne({ provider_hash: hash }, FIELDS, within(context)).lean<Found>());
  if (sent) return [sent];
  if (receipt.outboundId === undefined) return [];
  const known = await outbound.findById(receipt.outboundId, FIELDS, within(context)).lean<Found>();
  return known ? [known] : [];
}

async function apply(context: MongoWrites, doc: Found, receipt: TakenReceipt): Promise<void> {
  const { state, code = null, at } = receipt;
  const row = named(doc);
  const made = settle(row, receipt);
  const { settled, next, names, retryAt } = made;
  const set = {
    ...{ receipt: state as ReceiptState, receipt_attempt: doc.attempt, code: code ?? doc.code, state: next },
    accepts: retryAt === null ? doc.accepts + Number(settled) : 0,
    ...(settled || retryAt !== null ? { due_at: retryAt } : {}),
    ...(names ? { provider_hash: sentHash(context, receipt) ?? doc.provider_hash } : {}),
  };
  const entry = { attempt: doc.attempt, state, at: at.getTime() };
  const update = { $set: set, $push: { receipts: entry } };
  await context.db.outbound.updateOne({ _id: doc._id }, update, within(context));
  const look = lookAt(made);
  if (look !== null) await wakeNotice(context, doc, look);
}
