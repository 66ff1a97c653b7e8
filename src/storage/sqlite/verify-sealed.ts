import { SEAL_FORMAT } from '../../vault.ts';
import type { SqliteReads } from './context.ts';
import type { Tally } from './tally.ts';

/** Where sealed blobs lie: the owner of the key, the place they are bound to, and the blob. */
const PLACES: Record<string, string> = {
  'conversations.address': `select id as owner, 'address' as place, address_sealed as blob, id from conversations`,
  'conversations.route': `select id as owner, 'route' as place, route_sealed as blob, id from conversations`,
  'conversations.name': `select id as owner, 'name' as place, name_sealed as blob, id from conversations`,
  'conversations.state': `select id as owner, 'state' as place, state_sealed as blob, id from conversations`,
  'messages.body': `select c.id as owner, 'message.' || m.seq as place, m.body_sealed as blob, c.id || '.' || m.seq as id
    from messages m join conversations c on c.key = m.conversation`,
  'outbound.body': `select c.id as owner, 'outbound.' || o.seq as place, o.body_sealed as blob, o.id
    from outbound o join conversations c on c.key = o.conversation`,
  'media.body': `select c.id as owner, 'media.' || m.id as place, m.body_sealed as blob, m.id
    from media m join conversations c on c.key = m.conversation`,
  'cases.body': `select id as owner, 'case' as place, body_sealed as blob, id from cases`,
  'cases.reporter': `select id as owner, 'reporter' as place, reporter_sealed as blob, id from cases`,
  'case_events.body': `select k.id as owner, 'event.' || e.n as place, e.body_sealed as blob, k.id || '.' || e.n as id
    from case_events e join cases k on k.key = e.case_key`,
  'corrections.body': `select owner, 'correction.' || case_id || '.' || n as place, body_sealed as blob,
    case_id || '.' || n as id from corrections`,
  'notices.body': `select case_id as owner, 'notice.' || id as place, body_sealed as blob, id from notices`,
};

const SEALED = 'sealed columns hold nothing but sealed values';
const WRAPPED = 'each data key opens under the keyring';

interface BlobRow {
  owner: string;
  place: string;
  blob: Uint8Array | null;
  id: string;
}

/** Checks that every sealed column holds blobs of the vault that open where they lie, or whose key is gone. */
export function checkSealed(reads: SqliteReads, tally: Tally): void {
  tally.count(WRAPPED, 0);
  tally.count(SEALED, 0);
  const wrapped = reads.sql('select owner, wrapped as blob from data_keys order by owner');
  for (const row of wrapped.iterate()) {
    const { owner, blob } = row as unknown as BlobRow;
    tally.check(
      WRAPPED,
      owner,
      succeeds(() => reads.vault.unwrap(Buffer.from(blob ?? []))),
    );
  }
  for (const [column, query] of Object.entries(PLACES)) {
    for (const row of reads.sql(query).iterate()) {
      const found = row as unknown as BlobRow;
      if (found.blob !== null) tally.check(SEALED, `${column} ${found.id}`, isSealed(reads, found));
    }
  }
}

function isSealed({ keys }: SqliteReads, { owner, place, blob }: BlobRow): boolean {
  if (!(blob instanceof Uint8Array) || blob[0] !== SEAL_FORMAT) return false;
  return succeeds(() => keys.of(owner)?.openBytes(place, blob));
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
