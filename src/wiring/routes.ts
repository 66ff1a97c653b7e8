import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api/api-deps.ts';
import { createAuthenticator } from '../api/caller.ts';
import { apiRoutes } from '../api/routes.ts';
import { webhookRoutes } from '../channels/webhook-routes.ts';
import { operationsRoutes } from '../operations.ts';
import { caseRoutes } from '../web/case-routes.ts';
import { chatRoutes } from '../web/chat-routes.ts';
import { pageRoutes } from '../web/page-routes.ts';
import { pairingRoutes } from '../web/pairing-page.ts';
import type { WayIn } from './desk-deps.ts';
import type { House } from './house.ts';
import { createFigures } from './levels.ts';
import { createReadiness } from './readiness.ts';
import type { Duties } from './roles.ts';

/** What the routes need besides the house. */
export interface RoutesDeps {
  api: ApiDeps;
  receive: WayIn;
  channelStates: () => Record<string, string>;
  duties: Pick<Duties, 'serves'>;
}

/** The addresses the process of a role answers: those of operations, and if it serves, citizens', providers' and people's. */
export function serveRole(server: FastifyInstance, house: House, deps: RoutesDeps): void {
  const { api, channelStates, duties } = deps;
  const authenticate = createAuthenticator(api);
  operationsRoutes(server, {
    metrics: createFigures({ ...house, states: channelStates }),
    readiness: createReadiness({ ...house, channels: channelStates }),
    hasKey: async ({ headers }) => (await authenticate(headers.authorization)) !== null,
  });
  if (duties.serves) serveEverybody(server, house, deps);
}

function serveEverybody(server: FastifyInstance, house: House, { api, receive }: RoutesDeps): void {
  const { metrics } = house;
  webhookRoutes(server, {
    channels: new Map(house.channels),
    receive: async (messages, receipts) => void (await receive(messages, receipts)),
    count: metrics.webhook,
    countOthers: metrics.others,
  });
  apiRoutes(server, api);
  chatRoutes(server, { ...house, receive });
  pageRoutes(server, house);
  if ([...house.channels.values()].some(({ standing }) => standing)) pairingRoutes(server, house);
  caseRoutes(server, house);
}
