import { timingSafeEqual } from 'node:crypto';
import type { Case } from '../cases/case.ts';
import type { ApiKey, KeyStore } from '../storage/queries.ts';

/** What a key lets its bearer do; the table stands in docs/api-keys.md. */
export type Role = ApiKey['role'];

/** Whoever calls the API, by the key they showed. */
export interface Caller {
  /** The key's name: what histories say of who did something. */
  name: string;
  role: Role;
  /** For role `agency`: the body, and the district where it is one per district. */
  agencyId: string | null;
  districtCode: string | null;
  /** The command line on the machine itself. */
  local: boolean;
}

/** What telling callers apart needs. */
export interface CallerDeps {
  keys: Pick<KeyStore, 'keyByHash'>;
  /** The keyed hash a key is kept as. */
  hashKey: (key: string) => string;
  /** Operators' keys given from outside: the setting `API_KEY`, and the running service's own token. */
  givenKeys: readonly { name: string; key: string; local: boolean }[];
}

/** Longer than any key of ours: what is longer is not looked at. */
const LONGEST_HEADER = 512;

/** Makes the function that tells who shows an `Authorization` header; null for nobody we know. */
export function createAuthenticator(
  deps: CallerDeps,
): (authorization: string | undefined) => Promise<Caller | null> {
  const given = deps.givenKeys.map(({ key, ...rest }) => ({ ...rest, hash: deps.hashKey(key) }));
  return async authorization => {
    if (!authorization || authorization.length > LONGEST_HEADER) return null;
    const key = /^Bearer ([^\s]+)$/i.exec(authorization)?.[1];
    if (!key) return null;
    const hash = deps.hashKey(key);
    const known = given.filter(entry => isSame(entry.hash, hash))[0];
    if (known) return operator(known.name, known.local);
    const row = await deps.keys.keyByHash(hash);
    return row && row.revokedAt === null ? callerOf(row) : null;
  };
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function operator(name: string, local: boolean): Caller {
  return { name, role: 'operator', agencyId: null, districtCode: null, local };
}

function callerOf({ name, role, agencyId, districtCode }: ApiKey): Caller {
  return { name, role, agencyId, districtCode, local: false };
}

/** Does this case exist for this caller? An agency's key sees what its body holds in its district, nothing else. */
export function sees(caller: Caller): (c: Pick<Case, 'holder'>) => boolean {
  if (caller.role !== 'agency') return () => true;
  return ({ holder }) =>
    holder !== null &&
    holder.agencyId === caller.agencyId &&
    (caller.districtCode === null || holder.districtCode === caller.districtCode);
}
