import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../http.ts';
import { type ChatDeps, orUnavailable, ownSession, takeAnyBody } from './chat.ts';
import { mediaRoutes } from './media-routes.ts';
import { fieldProblems, type MessageBody, messageBody, toInbound } from './message-body.ts';
import { myDataRoutes } from './my-data-routes.ts';
import { addressOf, createNews, type News } from './news.ts';
import { identify, isOwnPage, newSession, setCookie } from './session.ts';
import { streamRoutes } from './stream-routes.ts';

/** Everything under `/chat`: sessions, messages both ways, files, and what a citizen may do with their own data. */
export function chatRoutes(server: FastifyInstance, deps: ChatDeps): void {
  const news = createNews({ store: deps.store, log: deps.log, ...deps.readers });
  server.addHook('preClose', async () => news.close());
  server.register((scope, _options, done) => {
    scope.register(cookie);
    // A form of another site can send text, but no JSON.
    scope.removeContentTypeParser('text/plain');
    scope.decorateRequest('webSession', null);
    sessionRoute(scope, deps);
    scope.register((own, _own, ready) => {
      own.addHook('onRequest', async (request, reply) => {
        request.webSession = identify(deps, request, reply);
        if (request.webSession === null) return reply;
      });
      own.post('/chat/messages', (request, reply) => takeMessage(deps, news, request, reply));
      streamRoutes(own, deps, news);
      mediaRoutes(own, deps);
      myDataRoutes(own, deps);
      ready();
    });
    done();
  });
}

function sessionRoute(server: FastifyInstance, deps: ChatDeps): void {
  server.register((scope, _options, done) => {
    takeAnyBody(scope);
    scope.post('/chat/sessions', async (request, reply) => {
      const { origin } = request.headers;
      const fromBrowser = origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
      if (fromBrowser && !isOwnPage(request, deps.publicUrl())) {
        return problem(reply, 403, 'A session is given to the page of this office, or to a program.');
      }
      const made = newSession(deps);
      return setCookie(reply, made.token, deps).code(201).send(made);
    });
    done();
  });
}

async function takeMessage(
  deps: ChatDeps,
  news: News,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = messageBody.safeParse(request.body);
  const refuse = (problems: ReturnType<typeof fieldProblems>): FastifyReply =>
    problem(reply, 422, 'The message cannot be taken; problems names the fields.', problems);
  if (!body.success) return refuse(fieldProblems(body.error));
  const session = ownSession(request);
  return orUnavailable(deps, reply, async () => {
    const strange = await strangeFiles(deps, session, body.data.media ?? []);
    if (strange.length > 0) return refuse(strange);
    return accept(deps, news, session, body.data, reply);
  });
}

async function accept(
  deps: ChatDeps,
  news: News,
  session: string,
  body: MessageBody,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [added] = await deps.receive([toInbound(session, body)], []);
  if (!added) throw new TypeError('the store said nothing of a message');
  news.hint(session);
  return reply.code(added.isNew ? 202 : 200).send({ id: body.id, seq: added.seq });
}

async function strangeFiles({ store }: ChatDeps, session: string, media: string[]) {
  const conversation = media.length > 0 ? await store.conversationOf(addressOf(session)) : null;
  const strange: { field: string; reason: string }[] = [];
  for (const [i, id] of media.entries()) {
    const found = conversation && (await store.media(conversation.id, id));
    if (!found) strange.push({ field: `media.${i}`, reason: 'is not a file of this session' });
  }
  return strange;
}
