import { findArea } from '../cases/find-area.ts';
import { holderOf } from '../cases/holder.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FieldProblem } from '../http.ts';
import type { ApiKey, KeyStore } from '../storage/queries.ts';

/** What managing keys needs. */
export interface KeyDeps {
  keys: KeyStore;
  catalogue: Catalogue;
  hashKey: (key: string) => string;
  random: (bytes: number) => Buffer;
  newId: () => string;
  now: () => Date;
}

/** A key somebody wants; `district` by name or code, for a body of one per district. */
export interface KeyRequest {
  name: string;
  role: ApiKey['role'];
  agency?: string | undefined;
  district?: string | undefined;
}

/** The new key, to be shown once, with its row; or what is wrong with the request. */
export type NewKey = { key: string; row: ApiKey } | { problems: FieldProblem[] };

/** Words that histories use for others than keys. */
const RESERVED = ['citizen', 'clock', 'desk'];

/** Makes a key of 256 random bits and keeps its keyed hash. A name is used once among valid keys. */
export async function newKey(deps: KeyDeps, request: KeyRequest): Promise<NewKey> {
  const name = request.name.trim();
  const used = (await deps.keys.keys()).some(known => known.name === name && known.revokedAt === null);
  const taken = used || RESERVED.includes(name.toLowerCase());
  const problems: FieldProblem[] = taken ? [{ field: 'name', reason: 'is taken: choose another' }] : [];
  const scope = scopeOf(deps.catalogue, request);
  if ('problem' in scope) problems.push(scope.problem);
  if ('problem' in scope || problems.length > 0) return { problems };
  const key = `vk_${deps.random(32).toString('base64url')}`;
  const { role } = request;
  const row: ApiKey = {
    ...{ id: deps.newId(), name, role, ...scope },
    createdAt: deps.now(),
    revokedAt: null,
  };
  await deps.keys.addKey(row, deps.hashKey(key));
  return { key, row };
}

type Scope = Pick<ApiKey, 'agencyId' | 'districtCode'>;

function scopeOf(
  catalogue: Catalogue,
  { role, agency, district }: KeyRequest,
): Scope | { problem: FieldProblem } {
  if (role !== 'agency') {
    const extra = agency !== undefined ? 'agency' : 'district';
    if (agency === undefined && district === undefined) return { agencyId: null, districtCode: null };
    return { problem: { field: extra, reason: `is for keys of role agency, not ${role}` } };
  }
  if (agency === undefined)
    return { problem: { field: 'agency', reason: 'is needed for a key of role agency' } };
  const area = findArea(catalogue, { district });
  if ('problem' in area) return area;
  const found = holderOf(catalogue, agency, area.code);
  return 'problem' in found ? found : found.holder;
}

/** Every key, oldest first, revoked ones too; never a secret. */
export function listKeys({ keys }: Pick<KeyDeps, 'keys'>): Promise<ApiKey[]> {
  return keys.keys();
}

/** From now on the key opens nothing. False: no valid key has this id. */
export function revokeKey({ keys, now }: Pick<KeyDeps, 'keys' | 'now'>, id: string): Promise<boolean> {
  return keys.revokeKey(id, now());
}
