import type { Notice } from '../../cases/notify.ts';
import type { NewsKind } from '../../catalogue/catalogue.ts';
import { ConflictError } from '../../errors.ts';
import type { NoticeChange } from '../changes.ts';
import { isSureFailure, type LedgerRow, toLine } from '../notice-rules.ts';
import type { LedgerLine, StoredNotice } from '../queries.ts';
import type { Outbound } from '../store.ts';
import { insert, type MongoReads, type MongoWrites, sealerFor, sealerOf, within } from './context.ts';
import type { AttemptEntry, NoticeDoc, OutboundDoc } from './documents.ts';

/** Begins a piece of news or carries it on. Throws `ConflictError`. */
export async function changeNotice(context: MongoWrites, change: NoticeChange, at: number): Promise<void> {
  const entries = change.attempts.map(({ conversationId, ...rest }): AttemptEntry => {
    return { ...rest, at, conversation_id: conversationId };
  });
  const wake_at = change.wakeAt?.getTime() ?? null;
  if (change.begun) {
    if (change.known !== 0) throw new ConflictError('notice');
    const begun = await begin(context, change.id, change.begun, at);
    await insert(context, 'notices', [{ ...begun, wake_at, attempts: entries }]);
    return;
  }
  const update = { $push: { attempts: { $each: entries } }, $set: { wake_at } };
  const filter = { _id: change.id, attempts: { $size: change.known } };
  const { matchedCount } = await context.db.notices.updateOne(filter, update, within(context));
  if (matchedCount !== 1) throw new ConflictError('notice');
}

async function begin(
  context: MongoWrites,
  id: string,
  { caseId, kind, notice }: NonNullable<NoticeChange['begun']>,
  at: number,
): Promise<Omit<NoticeDoc, 'wake_at' | 'attempts'>> {
  const sealer = await sealerFor(context, caseId);
  const last = await context.db.notices
    .findOne({ case_id: caseId }, { n: 1 }, within(context))
    .sort({ n: -1 })
    .lean();
  const body_sealed = sealer.seal(`notice.${id}`, notice);
  return { _id: id, case_id: caseId, n: (last?.n ?? 0) + 1, kind, at, body_sealed };
}

/** Words of a piece of news failed: somebody must look at it, by then. */
export async function wakeNotice(
  context: MongoWrites,
  { notice_id }: Pick<OutboundDoc, 'notice_id'>,
  at = 0,
): Promise<void> {
  if (notice_id === null) return;
  await context.db.notices.updateOne({ _id: notice_id }, { $set: { wake_at: at } }, within(context));
}

/** A piece of news with what was tried. */
export async function storedNotice(context: MongoReads, id: string): Promise<StoredNotice | null> {
  const { notices } = context.db;
  const doc = await notices.findById(id).lean<NoticeDoc>();
  const sealer = doc && (await sealerOf(context, doc.case_id));
  const notice = sealer?.open<Notice>(`notice.${id}`, doc?.body_sealed ?? null);
  if (!doc || !notice) return null;
  const later = await notices.exists({ case_id: doc.case_id, n: { $gt: doc.n } });
  return {
    ...{ id, caseId: doc.case_id, kind: doc.kind as NewsKind, notice, isOld: later !== null },
    wakeAt: doc.wake_at === null ? null : new Date(doc.wake_at),
    attempts: doc.attempts.map(({ at, conversation_id, ...rest }) => ({
      ...rest,
      conversationId: conversation_id,
    })),
    failure: await failureOf(context, doc),
  };
}

/** How the last part of the words ended: what came before it in parts says less. */
async function failureOf(context: MongoReads, { _id, attempts }: NoticeDoc): Promise<string | null> {
  const last = attempts.findLast(({ what, conversation_id: talk }) => what === 'taken' && talk !== null);
  const ending = (await endingsOf(context, [_id])).get(placeOf(_id, last?.conversation_id ?? null));
  if (!ending) return null;
  const { state, code, maybe_duplicate: maybe } = ending;
  const isSure = isSureFailure({ state: state as Outbound['state'], code, maybe });
  return isSure ? (code ?? 'failed') : null;
}

function placeOf(noticeId: string, conversationId: string | null): string {
  return `${noticeId} ${conversationId}`;
}

/** The last part of the words of each of these pieces of news on each road, by `placeOf`. */
async function endingsOf(context: MongoReads, noticeIds: string[]): Promise<Map<string, OutboundDoc>> {
  const words = await context.db.outbound
    .find({ notice_id: { $in: noticeIds } }, { body_sealed: 0, receipts: 0 })
    .sort({ seq: 1 })
    .lean<OutboundDoc[]>();
  return new Map(words.map(word => [placeOf(word.notice_id ?? '', word.conversation_id), word]));
}

/** Every road looked at for news of a case; of a road that was taken, the last part of the words says what came of it. */
export async function ledger(context: MongoReads, caseId: string): Promise<LedgerLine[]> {
  const docs = await context.db.notices.find({ case_id: caseId }).sort({ n: 1 }).lean<NoticeDoc[]>();
  const endings = await endingsOf(
    context,
    docs.map(({ _id }) => _id),
  );
  return docs.flatMap(({ _id, kind, attempts }) =>
    attempts.map(entry => toLine(rowOf(_id, kind, entry, endings.get(placeOf(_id, entry.conversation_id))))),
  );
}

function rowOf(
  noticeId: string,
  kind: string,
  { at, road, reason, what, code, conversation_id }: AttemptEntry,
  ending: OutboundDoc | undefined,
): LedgerRow {
  const words = what === 'taken' && conversation_id !== null ? ending : undefined;
  return {
    ...{ noticeId, kind: kind as NewsKind, at, road, reason, what, code },
    state: (words?.state as Outbound['state'] | undefined) ?? null,
    receipt: (words?.receipt as LedgerLine['outcome'] | null | undefined) ?? null,
    ...{ sentCode: words?.code ?? null, tries: words?.attempt ?? null },
    maybe: words?.maybe_duplicate ?? null,
  };
}
