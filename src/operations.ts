import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from './http.ts';
import type { Metrics } from './metrics.ts';

/** The state of one part: `ok`, or what is wrong in a few words without anybody's data. */
export type PartState = 'ok' | string;

/** What the operations routes ask. */
export interface OperationsDeps {
  /** The state of each part; `taking` is false when messages cannot be taken. Answers within a second. */
  readiness(): Promise<{ taking: boolean; parts: Record<string, PartState> }>;
  metrics: Pick<Metrics, 'text'>;
  /** Does this request carry a valid key? */
  hasKey(request: FastifyRequest): Promise<boolean>;
}

/** `/healthz`, `/readyz` and `/metrics`; every role answers them. */
export function operationsRoutes(server: FastifyInstance, deps: OperationsDeps): void {
  server.get('/healthz', async () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const { taking, parts } = await deps.readiness();
    return reply.code(taking ? 200 : 503).send({ status: taking ? 'ready' : 'unavailable', ...parts });
  });
  server.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !(await deps.hasKey(request))) {
      return problem(reply, 401, 'Figures are given on the loopback address or with a key.');
    }
    const { type, body } = await deps.metrics.text();
    return reply.type(type).send(body);
  });
}

/** What a proxy adds to what it passes on: behind one on this machine the whole world seems to ask from here. */
const PASSED_ON = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-real-ip',
  'forwarded',
  'via',
];

function isLocal({ headers, socket: { remoteAddress = '' } }: FastifyRequest): boolean {
  return LOOPBACK.test(remoteAddress) && PASSED_ON.every(name => headers[name] === undefined);
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
