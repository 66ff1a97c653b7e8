import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, unavailable } from '../http.ts';
import type { Channel, Receive, WebhookResult } from './channel.ts';

/** What the providers' routes need: the channels that take webhooks, and the way into the store. */
export interface WebhookDeps {
  channels: Map<string, Channel>;
  receive: Receive;
  /** Called with the channel and the result of every call, for the counters. */
  count(channel: string, result: 'accepted' | 'refused' | 'unavailable'): void;
  /** Called with how many things in a call were for other accounts. */
  countOthers(channel: string, others: number): void;
}

/** Bytes a webhook's body may have: every provider's own limit lies below, Meta's 3 MB being the highest. */
const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * `/channels/<id>/webhook` and `…/status` of every open channel that has a webhook. A 2xx leaves only when
 * all of the call is durable; a store that cannot take it answers 503, so that the platform repeats.
 */
export function webhookRoutes(server: FastifyInstance, deps: WebhookDeps): void {
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, take) =>
      take(null, body),
    );
    for (const channel of deps.channels.values()) {
      if (!channel.webhook) continue;
      for (const end of ['webhook', 'status']) {
        scope.route({
          method: ['GET', 'POST'],
          url: `/channels/${channel.id}/${end}`,
          bodyLimit: BODY_LIMIT,
          handler: (request, reply) => take(channel, request, reply, deps),
        });
      }
    }
    done();
  });
}

async function take(
  channel: Channel,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: WebhookDeps,
): Promise<FastifyReply> {
  const result = read(channel, request);
  if ('refuse' in result) {
    deps.count(channel.id, 'refused');
    if (result.refuse === 401) return reply.code(401).send();
    if (result.refuse === 503) return unavailable(reply);
    return problem(reply, result.refuse, result.reason);
  }
  try {
    await deps.receive(result.messages, result.receipts);
  } catch {
    deps.count(channel.id, 'unavailable');
    return unavailable(reply);
  }
  deps.count(channel.id, 'accepted');
  if (result.others) deps.countOthers(channel.id, result.others);
  channel.taken?.(result.messages);
  return reply.code(result.answer.status).type(result.answer.type).send(result.answer.body);
}

function read(channel: Channel, request: FastifyRequest): WebhookResult {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { method, url, headers } = request;
  return (
    channel.webhook?.({ method, path: url, headers, body }) ?? { refuse: 405, reason: 'No webhook here.' }
  );
}
