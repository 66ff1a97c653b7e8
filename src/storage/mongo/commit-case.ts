import type { CaseChange } from '../../cases/case.ts';
import { ConflictError } from '../../errors.ts';
import type { Sealer } from '../data-keys.ts';
import { hashOf } from '../hashes.ts';
import { extend, type History, type Linked, link } from '../history.ts';
import { toCaseRow } from '../sealed-cases.ts';
import { insert, type MongoWrites, makeKey, sealerOf, within } from './context.ts';

/** Stores a new case or a changed one with what happened to it. Throws `ConflictError`. */
export async function changeCase(context: MongoWrites, change: CaseChange): Promise<void> {
  if (change.expectedVersion === 0) await insertCase(context, change);
  else await updateCase(context, change);
  if (change.idempotencyKey === undefined) return;
  const _id = hashOf(context, 'idempotency', change.idempotencyKey).toString('hex');
  await insert(context, 'idempotency', [{ _id, case_id: change.case.id }]);
}

async function insertCase(context: MongoWrites, change: CaseChange): Promise<void> {
  const sealer = await makeKey(context, change.case.id);
  const { row, links } = rowOf(context, change, sealer, { count: 0, head: '' });
  await insert(context, 'cases', [{ _id: change.case.id, ...row }]);
  await addEvents(context, links);
}

async function updateCase(context: MongoWrites, change: CaseChange): Promise<void> {
  const { id } = change.case;
  const { cases } = context.db;
  const filter = { _id: id, version: change.expectedVersion };
  const fields = { history_count: 1, history_head: 1 } as const;
  const before = await cases.findOne(filter, fields, within(context)).lean();
  const sealer = before && (await sealerOf(context, id));
  if (!before || !sealer) throw new ConflictError('case');
  const history = { count: before.history_count, head: before.history_head };
  const { row, links } = rowOf(context, change, sealer, history);
  await cases.updateOne(filter, { $set: row }, within(context));
  await addEvents(context, links);
}

function rowOf(context: MongoWrites, change: CaseChange, sealer: Sealer, before: History) {
  const links = link(context.vault, sealer, change, before);
  const { count, head } = extend(before, links);
  const { id, ...columns } = toCaseRow({ ...change.case, version: change.expectedVersion + 1 }, sealer);
  return { row: { ...columns, history_count: count, history_head: head }, links };
}

async function addEvents(context: MongoWrites, links: Linked[]): Promise<void> {
  if (links.length === 0) return;
  const docs = links.map(({ caseId, n, at, what, body, mac }) => ({
    ...{ _id: `${caseId}.${n}`, case_id: caseId, n, at, what, body_sealed: body, mac },
  }));
  await insert(context, 'case_events', docs);
}
