import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { errorFields, isMistake } from '../errors.ts';
import { type FieldProblem, problem, unavailable } from '../http.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Caller, createAuthenticator } from './caller.ts';
import { caseChangeRoutes } from './case-change-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { openapi } from './openapi.ts';
import { parkedRoutes } from './parked-routes.ts';
import type { Answer, Route } from './route.ts';
import { terminalRoutes } from './terminal-routes.ts';
import { understandRoutes } from './understand-routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key this request of the API showed; null before it was looked at. */
    caller: Caller | null;
  }
}

/** Every route under `/api/v1`. */
export function routesOf(deps: ApiDeps): Route[] {
  return [
    ...caseRoutes(deps),
    ...caseChangeRoutes(deps),
    ...conversationRoutes(deps),
    ...parkedRoutes(deps),
    ...understandRoutes(deps),
    ...channelRoutes(deps),
    ...keyRoutes(deps),
    ...modelRoutes(deps),
    ...terminalRoutes(deps),
  ];
}

const PREFIX = '/api/v1';

/**
 * Serves the routes of staff and agencies under `/api/v1`, and their description at `/openapi.json`. Without a valid
 * key every address under the prefix, known or not, answers 401.
 */
export function apiRoutes(server: FastifyInstance, deps: ApiDeps): void {
  const routes = routesOf(deps);
  const description = openapi(routes);
  const authenticate = createAuthenticator(deps);
  server.decorateRequest('caller', null);
  server.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    request.caller = await authenticate(request.headers.authorization);
    if (request.caller === null) return refuseStranger(reply);
  });
  const add = (scope: FastifyInstance, entry: Route): void => {
    scope.route({
      method: entry.method,
      url: `${PREFIX}${entry.path}`,
      handler: (request, reply) => serve(deps, entry, request, reply),
    });
  };
  for (const entry of routes.filter(({ takesBytes }) => !takesBytes)) add(server, entry);
  server.register((scope, _options, done) => {
    takeBytes(scope, deps.catalogue.centre.limits.mediaBytes);
    for (const entry of routes.filter(({ takesBytes }) => takesBytes)) add(scope, entry);
    done();
  });
  server.get('/openapi.json', async () => description);
}

/** Bodies as they come, whatever type they say: what a file is, its content says. */
function takeBytes(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, take) =>
    take(null, body),
  );
}

/** By the route that was found, not by how its address was spelled; by the address only where no route was found. */
function isApi({ is404, url, routeOptions }: FastifyRequest): boolean {
  const path = is404 ? decoded(url) : (routeOptions.url ?? '');
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

function decoded(url: string): string {
  const path = url.split(/[?#;]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function refuseStranger(reply: FastifyReply): FastifyReply {
  const told = reply.header('www-authenticate', 'Bearer');
  return problem(told, 401, 'A valid key is needed: Authorization: Bearer <key>.');
}

async function serve(
  deps: ApiDeps,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { caller } = request;
  if (caller === null) return refuseStranger(reply);
  if (!mayCall(route, caller)) return problem(reply, 403, 'This key’s role may not do this.');
  const query = check(route.query, request.query);
  const body = route.takesBytes ? { value: request.body } : check(route.body, request.body);
  if ('problems' in query || 'problems' in body) {
    const problems = [
      ...('problems' in query ? query.problems : []),
      ...('problems' in body ? body.problems : []),
    ];
    return problem(reply, 422, 'Some fields cannot be taken; problems names them.', problems);
  }
  const params = request.params as Record<string, string>;
  try {
    return send(reply, await route.handle({ caller, params, body: body.value, query: query.value }));
  } catch (error) {
    if (isMistake(error)) throw error;
    deps.log.error(errorFields(error), 'the store cannot take a change');
    return unavailable(reply);
  }
}

function mayCall({ roles, localOnly }: Route, { role, local }: Caller): boolean {
  return roles.includes(role) && (local || !localOnly);
}

function check(
  schema: z.ZodType | undefined,
  given: unknown,
): { value: unknown } | { problems: FieldProblem[] } {
  if (!schema) return { value: undefined };
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.slice(0, MOST_PROBLEMS).flatMap(fieldProblems) };
}

const MOST_PROBLEMS = 20;

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  const field = path.join('.') || 'body';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_PROBLEMS).map(key => {
      return { field: [...path, key.slice(0, 60)].join('.'), reason: 'is not known here' };
    });
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return [{ field, reason: missing ? 'is missing' : issue.message }];
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('detail' in answer) return problem(reply, answer.status, answer.detail, answer.problems);
  if ('body' in answer) return reply.code(answer.status).send(answer.body);
  if (answer.status === 204) return reply.code(204).send();
  return reply
    .header('content-disposition', 'attachment')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(answer.type)
    .send(answer.file);
}
