import type { ApiKey } from '../storage/queries.ts';
import { keyList, madeKey, rotated } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { listKeys, newKey, revokeKey } from './keys.ts';
import { badFields, notFound, ok, type Route, route } from './route.ts';
import { emptyBody, keyBody } from './schemas.ts';

/** Keys of the API and of the installation: only for the command line on the machine itself. */
export function keyRoutes(deps: ApiDeps): Route[] {
  const local = { roles: ['operator'], localOnly: true } as const;
  return [
    route({
      ...{ ...local, method: 'GET', path: '/keys', summary: 'Every key to the API, without its secret' },
      ...{ answer: keyList, success: 200, refusals: [] },
      handle: async () => ok({ keys: (await listKeys(deps)).map(keyJson) }),
    }),
    route({
      ...{ ...local, method: 'POST', path: '/keys', summary: 'Makes a key; it is shown this once' },
      ...{ body: keyBody, answer: madeKey, success: 201, refusals: [422] },
      handle: async ({ body }) => {
        const made = await newKey(deps, body);
        return 'problems' in made
          ? badFields(made.problems)
          : ok({ ...keyJson(made.row), key: made.key }, 201);
      },
    }),
    route({
      ...{ ...local, method: 'DELETE', path: '/keys/:id', summary: 'Revokes a key, at once and for ever' },
      ...{ answer: null, success: 204, refusals: [404] },
      handle: async ({ params }) => {
        return (await revokeKey(deps, params['id'] ?? '')) ? { status: 204 } : notFound('key');
      },
    }),
    route({
      ...{ ...local, method: 'POST', path: '/keyring/rotate' },
      summary: 'Makes a new installation key and wraps every data key again',
      ...{ body: emptyBody, answer: rotated, success: 200, refusals: [422] },
      handle: async () => ok({ rewrapped: await deps.rotateKeyring() }),
    }),
  ];
}

function keyJson({ id, name, role, agencyId, districtCode, createdAt, revokedAt }: ApiKey) {
  return {
    ...{ id, name, role, agency: agencyId, district: districtCode },
    ...{ createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null },
  };
}
