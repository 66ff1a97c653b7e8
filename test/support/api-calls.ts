import type { ApiKey } from '../../src/storage/queries.ts';
import { type CasesDesk, openCasesDesk } from './cases-desk.ts';

/** An answer of the API, its JSON parsed. */
export interface ApiAnswer {
  status: number;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  body: any;
}

/** A desk with one key of each sort, and a way to call it with one of them. */
export interface ApiDesk extends CasesDesk {
  call(who: Who, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<ApiAnswer>;
}

/** Whose key a call shows: the operator, the machine's own, agencies and a reader with keys of the store, or none. */
export type Who = 'operator' | 'local' | 'idaan' | 'chitre' | 'reader' | 'nobody';

const KEYS: Record<Who, string | null> = {
  operator: 'operator-key',
  local: 'local-key',
  idaan: 'idaan-key',
  chitre: 'chitre-key',
  reader: 'reader-key',
  nobody: null,
};

/** Opens a desk whose API answers to all of these. */
export async function openApiDesk(overrides: Parameters<typeof openCasesDesk>[0] = {}): Promise<ApiDesk> {
  const desk = await openCasesDesk(overrides);
  const add = (name: string, role: ApiKey['role'], agencyId: string | null, districtCode: string | null) =>
    desk.store.addKey(
      { ...{ id: name, name, role, agencyId, districtCode }, createdAt: desk.deps.now(), revokedAt: null },
      `hashed ${name}-key`,
    );
  await add('idaan', 'agency', 'idaan', null);
  await add('chitre', 'agency', 'mun_otros', '0601');
  await add('reader', 'reader', null, null);
  return {
    ...desk,
    call: async (who, method, path, body) => {
      const key = KEYS[who];
      const response = await desk.server.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const type = String(response.headers['content-type'] ?? '');
      const body_ = type.includes('json') ? response.json() : response.body;
      return { status: response.statusCode, type, body: body_ };
    },
  };
}
